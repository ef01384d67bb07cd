import Foundation
import HTTPTypes
import Hummingbird
import ServiceDesk

/// Lets agents who are signed in through to the desk, and sends others to the sign-in.
struct DeskGate: Sendable {
  static let cookie = "rapport_session"

  let desk: Desk
  let assets: String

  typealias Handler = @Sendable (DeskVisit) async throws -> Response
  typealias FormHandler = @Sendable (DeskVisit, FormBody) async throws -> Response

  /// The largest form: a message of the most letters, each of which may take twelve bytes.
  private static let mostFormBytes = 2 * 1_024 * 1_024

  /// Adds a page or a fragment.
  func get(_ path: RouterPath, on router: Router<WebContext>, _ run: @escaping Handler) {
    router.get(path) { request, context in
      guard let signedIn = try await signedIn(request) else {
        return try turnAway(request, context)
      }
      return try await show(request, context, signedIn, run)
    }
  }

  /// Adds what a form does.
  ///
  /// A browser without scripts is sent back to where it came from when the handler has nothing to
  /// show; a script gets an empty answer.
  func post(_ path: RouterPath, on router: Router<WebContext>, _ run: @escaping FormHandler) {
    router.post(path) { request, context in try await take(request, context, run) }
  }

  func put(_ path: RouterPath, on router: Router<WebContext>, _ run: @escaping FormHandler) {
    router.put(path) { request, context in try await take(request, context, run) }
  }

  /// Adds what takes a file as its whole body, from scripts alone.
  func upload(_ path: RouterPath, on router: Router<WebContext>, _ run: @escaping Handler) {
    router.post(path) { request, context in
      guard let signedIn = try await signedIn(request) else {
        return try turnAway(request, context)
      }
      return try await show(request, context, signedIn) { visit in
        try visit.requireOwnPage(token: nil)
        return try await run(visit)
      }
    }
  }

  /// Adds a form with files, of at most so many bytes, for browsers without scripts too.
  func files(
    _ path: RouterPath,
    on router: Router<WebContext>,
    most: Int,
    _ run: @escaping @Sendable (DeskVisit, MultipartBody) async throws -> Response
  ) {
    router.post(path) { request, context in
      guard let signedIn = try await signedIn(request) else {
        return try turnAway(request, context)
      }
      return try await show(request, context, signedIn) { visit in
        let body = try await request.body.collect(upTo: most)
        let form = try MultipartBody(
          Array(body.readableBytesView),
          type: request.headers[.contentType]
        )
        try visit.requireOwnPage(token: form["csrf"])
        return try await run(visit, form)
      }
    }
  }

  private func take(
    _ request: Request,
    _ context: WebContext,
    _ run: @escaping FormHandler
  ) async throws -> Response {
    guard let signedIn = try await signedIn(request) else { return try turnAway(request, context) }
    let body = try await request.body.collect(upTo: Self.mostFormBytes)
    let form = FormBody(String(buffer: body))
    return try await show(request, context, signedIn) { visit in
      try visit.requireOwnPage(token: form["csrf"])
      return try await run(visit, form)
    }
  }

  /// Who holds the cookie.
  func signedIn(_ request: Request) async throws -> SignedIn? {
    guard let text = request.cookies[Self.cookie]?.value, let secret = Session.Secret(text) else {
      return nil
    }
    return try await desk.viewer(session: secret)
  }

  private func show(
    _ request: Request,
    _ context: WebContext,
    _ signedIn: SignedIn,
    _ run: Handler
  ) async throws -> Response {
    let visit = DeskVisit(
      signedIn: signedIn,
      request: request,
      context: context,
      desk: desk,
      assets: assets
    )
    do {
      return try await run(visit)
    } catch {
      guard let problem = Problem(error) else { throw error }
      guard !visit.isByScript, request.wantsPage else {
        return ProblemResponse(problem, language: visit.language).response()
      }
      return FaultPage(problem, language: visit.language, assets: assets).response
    }
  }

  private func turnAway(_ request: Request, _ context: WebContext) throws -> Response {
    guard request.wantsPage, !request.isByScript else {
      throw Problem(status: 401, code: "notSignedIn")
    }
    let next = request.method == .get ? request.uri.string : "/desk"
    let encoded =
      next.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""
    return .seeOther("/sign-in?next=\(encoded)")
  }
}

extension DeskVisit {
  /// Throws unless the request comes from a page of our own: it carries the session's token, and
  /// no other origin
  /// (<https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html>).
  fileprivate func requireOwnPage(token: String?) throws {
    let token = request.headers[.csrf] ?? token
    guard token == signedIn.csrf, request.isFromOwnOrigin else {
      throw Problem(status: 403, code: "foreignForm")
    }
  }
}

extension Request {
  /// Whether a browser opens it as a page.
  var wantsPage: Bool { headers[.accept]?.contains("text/html") ?? false }

  /// Whether the request comes from no page at all or from one of this very address.
  var isFromOwnOrigin: Bool {
    guard let origin = headers[.origin] else { return true }
    guard let range = origin.range(of: "://") else { return false }
    return String(origin[range.upperBound...]) == head.authority
  }
}
