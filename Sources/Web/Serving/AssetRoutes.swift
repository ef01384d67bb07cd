import HTTPTypes
import Hummingbird
import NIOCore

/// Serves the files that browsers load.
struct AssetRoutes: Sendable {
  let assets: Assets

  func add(to router: Router<WebContext>) {
    router.get("\(RouterPath(assets.base))/**") { request, context in
      try response(
        to: request,
        path: context.parameters.getCatchAll().joined(separator: "/"),
        caching: "public, max-age=31536000, immutable"
      )
    }
    // Its address stands in other people's pages and never changes: browsers ask again.
    router.get("/widget.js") { request, _ in
      var response = try response(
        to: request,
        path: "widget/widget.js",
        caching: "public, max-age=300"
      )
      response.headers[.accessControlAllowOrigin] = "*"
      response.headers[.crossOriginResourcePolicy] = "cross-origin"
      return response
    }
    for file in ["test.html", "test.js"] {
      router.get("/widget/\(RouterPath(file))") { request, _ in
        try response(to: request, path: "widget/\(file)", caching: "no-cache")
      }
    }
    router.get("/widget/test") { _, _ in
      Response(status: .seeOther, headers: [.location: "/widget/test.html"])
    }
  }

  private func response(to request: Request, path: String, caching: String) throws -> Response {
    guard let file = assets[path] else { throw Problem(status: 404, code: "noSuchPage") }
    let headers: HTTPFields = [.eTag: file.tag, .cacheControl: caching]
    guard request.headers[.ifNoneMatch] != file.tag else {
      return Response(status: .notModified, headers: headers)
    }
    var response = Response(
      status: .ok,
      headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes))
    )
    response.headers[.contentType] = file.type
    return response
  }
}
