import HTTPTypes
import Hummingbird
import ServiceDesk

/// The way in by a link: invitations, and new passwords for those who have forgotten theirs.
struct AccessRoutes: Sendable {
  private static let mostBytes = 16_384

  let desk: Desk
  /// The path below which style sheets are.
  let assets: String
  /// Where the program is reached, as the operator has set it: what a request says of it must not
  /// get into a mail to somebody else.
  let address: String
  let limiter: SignInLimiter

  func add(to router: Router<WebContext>) {
    router.get("/password/forgot") { _, context in page(.asking(fault: nil), context) }
    router.post("/password/forgot") { request, context in
      try await ask(form(request), context)
    }
    add(.invitation, at: "/invitation/{secret}", to: router)
    add(.reset, at: "/password/reset/{secret}", to: router)
  }

  private func add(
    _ kind: AccessLink.Kind,
    at path: RouterPath,
    to router: Router<WebContext>
  ) {
    router.get(path) { _, context in
      guard let secret = secret(kind, context), let link = try await desk.accessLink(secret) else {
        return over(context)
      }
      return page(.choosing(link, path: Self.path(kind, context), fault: nil), context)
    }
    router.post(path) { request, context in
      guard let secret = secret(kind, context) else { return over(context) }
      return try await choose(secret, form(request), request, context)
    }
  }

  private func ask(_ form: FormBody, _ context: WebContext) async throws -> Response {
    let origin = context.origin.address ?? ""
    guard limiter.attempt(email: form["email"], address: origin, at: desk.now()) == nil else {
      let fault = context.language.catalogue.problem("tooManyAttempts", status: 429).detail
      return page(.asking(fault: fault), context, status: .tooManyRequests)
    }
    try await desk.requestReset(email: form["email"], address: address)
    return page(.asked, context)
  }

  private func choose(
    _ secret: AccessLinkSecret,
    _ form: FormBody,
    _ request: Request,
    _ context: WebContext
  ) async throws -> Response {
    do {
      let session = try await desk.useLink(
        secret,
        password: form["password"],
        device: request.headers[.userAgent] ?? ""
      )
      let cookie = SessionCookie.of(session, isSecure: context.origin.isEncrypted)
      return Response.seeOther("/desk").setting(cookie)
    } catch let failure as PasswordFailure {
      guard let link = try await desk.accessLink(secret) else { return over(context) }
      let fault = context.language.catalogue.problem(failure.code, status: 422).detail
      let path = Self.path(secret.kind, context)
      let status = HTTPResponse.Status(code: failure.kind.status)
      return page(.choosing(link, path: path, fault: fault), context, status: status)
    } catch is AccessLinkFailure {
      return over(context)
    }
  }

  private func form(_ request: Request) async throws -> FormBody {
    // Nobody is signed in whose token the form could carry: the origin alone must do.
    guard request.isFromOwnOrigin else { throw Problem(status: 403, code: "foreignForm") }
    return FormBody(String(buffer: try await request.body.collect(upTo: Self.mostBytes)))
  }

  private func secret(_ kind: AccessLink.Kind, _ context: WebContext) -> AccessLinkSecret? {
    context.parameters.get("secret").flatMap { AccessLinkSecret($0, kind: kind) }
  }

  private static func path(_ kind: AccessLink.Kind, _ context: WebContext) -> String {
    kind.path + (context.parameters.get("secret") ?? "")
  }

  /// What was never a link looks like one that is over.
  private func over(_ context: WebContext) -> Response {
    let failure = AccessLinkFailure.noSuchLink
    let status = failure.kind.status
    let text = context.language.catalogue.problem(failure.code, status: status).detail
    return page(.over(text), context, status: .init(code: status))
  }

  private func page(
    _ state: AccessPage.State,
    _ context: WebContext,
    status: HTTPResponse.Status = .ok
  ) -> Response {
    let page = AccessPage(language: context.language, state: state, assets: assets)
    var response = Response.page(page.html, status: status)
    // The link is in the address.
    response.headers[.referrerPolicy] = "no-referrer"
    return response
  }
}
