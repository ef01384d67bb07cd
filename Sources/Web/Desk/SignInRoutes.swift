import Foundation
import HTTPTypes
import Hummingbird
import ServiceDesk

/// Signing in by address and password, and signing out.
struct SignInRoutes: Sendable {
  private static let mostBytes = 16_384

  let gate: DeskGate
  let limiter: SignInLimiter

  private var desk: Desk { gate.desk }

  func add(to router: Router<WebContext>) {
    router.get("/sign-in") { request, context in
      let next = request.uri.queryParameters["next"].map { String($0) } ?? ""
      guard try await gate.signedIn(request) == nil else {
        return Response.seeOther(Self.path(next))
      }
      return page(context, next: next)
    }
    router.post("/sign-in") { request, context in
      // Nobody is signed in whose token the form could carry: the origin alone must do.
      guard request.isFromOwnOrigin else { throw Problem(status: 403, code: "foreignForm") }
      let body = try await request.body.collect(upTo: Self.mostBytes)
      return try await signIn(FormBody(String(buffer: body)), request, context)
    }
    gate.post("/sign-out", on: router) { visit, _ in
      if let secret = visit.request.cookies[DeskGate.cookie].flatMap({ Session.Secret($0.value) }) {
        try await desk.signOut(secret)
      }
      return Response.seeOther("/sign-in").setting(SessionCookie.gone(isSecure: visit.isEncrypted))
    }
  }

  private func signIn(
    _ form: FormBody,
    _ request: Request,
    _ context: WebContext
  ) async throws -> Response {
    let address = context.origin.address ?? ""
    if limiter.attempt(email: form["email"], address: address, at: desk.now()) != nil {
      return page(context, fault: "tooManyAttempts", email: form["email"], next: form["next"], 429)
    }
    do {
      let secret = try await desk.signIn(
        email: form["email"],
        password: form["password"],
        device: request.headers[.userAgent] ?? ""
      )
      let cookie = SessionCookie.of(secret, isSecure: context.origin.isEncrypted)
      return Response.seeOther(Self.path(form["next"])).setting(cookie)
    } catch let failure as SignInFailure {
      return page(context, fault: failure.code, email: form["email"], next: form["next"], 422)
    }
  }

  /// Only a path of our own: a link that leads elsewhere leads to the desk.
  private static func path(_ next: String) -> String {
    next.hasPrefix("/") && !next.hasPrefix("//") && !next.contains("\\")
      && next.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 } ? next : "/desk"
  }

  private func page(
    _ context: WebContext,
    fault: String? = nil,
    email: String = "",
    next: String,
    _ status: Int = 200
  ) -> Response {
    let language = context.language
    let html = SignInPage(
      language: language,
      email: email,
      fault: fault.map { language.catalogue.problem($0, status: status).detail },
      csrf: "",
      next: next,
      assets: gate.assets
    ).html
    return .page(html, status: .init(code: status))
  }
}

/// The cookie by which a browser is known to be signed in.
enum SessionCookie {
  static func of(_ secret: Session.Secret, isSecure: Bool) -> Cookie {
    let seconds = Int(Session.lifetime.components.seconds)
    return cookie(secret.text, maxAge: seconds, isSecure: isSecure)
  }

  /// What makes the browser forget it.
  static func gone(isSecure: Bool) -> Cookie { cookie("", maxAge: 0, isSecure: isSecure) }

  private static func cookie(_ value: String, maxAge: Int, isSecure: Bool) -> Cookie {
    Cookie(
      name: DeskGate.cookie,
      value: value,
      maxAge: maxAge,
      path: "/",
      secure: isSecure,
      httpOnly: true,
      sameSite: .lax
    )
  }
}

extension Response {
  /// The same, with a cookie.
  func setting(_ cookie: Cookie) -> Response {
    var response = self
    response.setCookie(cookie)
    return response
  }
}

extension DeskVisit {
  var isEncrypted: Bool { context.origin.isEncrypted }
}
