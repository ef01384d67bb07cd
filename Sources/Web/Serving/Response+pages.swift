import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
  /// A page that nobody else may see and that shows how things are now.
  static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status,
      headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: html.markup))
    )
  }

  /// JSON for a script of ours.
  static func json(status: HTTPResponse.Status = .ok, _ write: (inout JSONWriter) -> Void)
    -> Response
  {
    var json = JSONWriter()
    write(&json)
    return Response(
      status: status,
      headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes))
    )
  }

  /// Sends the browser on to another of our pages.
  static func seeOther(_ path: String) -> Response {
    Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
  }
}
