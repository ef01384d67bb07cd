import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceDesk

/// The set-up link: shows the form, and makes the first administrator from it.
struct SetupRoutes: Sendable {
  private static let mostBytes = 16_384

  let desk: Desk
  let link: SetupLink
  /// The path below which style sheets are.
  let assets: String

  func add(to router: Router<WebContext>) {
    router.get("/setup/{secret}") { _, context in
      let secret = try await require(context)
      return page(.asking(.init()), secret: secret, context: context, status: .ok)
    }
    router.post("/setup/{secret}") { request, context in
      let secret = try await require(context)
      let body = try await request.body.collect(upTo: Self.mostBytes)
      return try await create(
        FormBody(String(buffer: body)),
        secret: secret,
        request: request,
        context: context
      )
    }
  }

  /// A wrong link is reported exactly as a page that does not exist.
  private func require(_ context: WebContext) async throws -> String {
    guard let secret = context.parameters.get("secret"), link.isRight(secret),
      try await !desk.hasAccounts()
    else {
      throw Problem(status: 404, code: "noSuchPage")
    }
    return secret
  }

  private func create(
    _ form: FormBody,
    secret: String,
    request: Request,
    context: WebContext
  ) async throws -> Response {
    // Each field is checked by itself, so that a fault stands beside the field it is of.
    var field = "account"
    do {
      let account = try Account.Name(form["account"])
      field = "name"
      let name = try Agent.Name(form["name"])
      field = "email"
      let email = try EmailAddress(form["email"])
      field = "password"
      let password = try await desk.hash(form["password"])
      field = ""
      let command = SetUpDesk(
        owner: CreateAdministrator(
          account: account,
          name: name,
          email: email,
          password: password,
          isAvailable: true
        ),
        example: try SetUpDesk.Example(context.language)
      )
      let created = try await desk.perform(command, as: .system(of: ID(0))).owner
      link.useUp()
      let session = try await desk.signIn(
        email: email.text,
        password: form["password"],
        device: request.headers[.userAgent] ?? ""
      )
      let state = SetupPage.State.done(token: created.token.text)
      return page(state, secret: secret, context: context, status: .ok)
        .setting(SessionCookie.of(session, isSecure: context.origin.isEncrypted))
    } catch let failure as any Failure {
      let status = failure.kind.status
      let typed = SetupPage.Form(
        account: form["account"],
        name: form["name"],
        email: form["email"],
        faultyField: field,
        fault: context.language.catalogue.problem(failure.code, status: status).detail
      )
      return page(.asking(typed), secret: secret, context: context, status: .init(code: status))
    }
  }

  private func page(
    _ state: SetupPage.State,
    secret: String,
    context: WebContext,
    status: HTTPResponse.Status
  ) -> Response {
    let page = SetupPage(
      language: context.language,
      path: "/setup/\(secret)",
      state: state,
      assets: assets
    )
    var response = Response.page(page.html, status: status)
    // The link is in the address, and the token may be on the page.
    response.headers[.referrerPolicy] = "no-referrer"
    return response
  }
}

extension SetUpDesk.Example {
  fileprivate init(_ language: Language) throws {
    let text = language.site.welcome.example
    self.init(
      inbox: Inbox.Settings(
        name: try Inbox.Name(text.inbox),
        greeting: try Inbox.Greeting(text.greeting)
      ),
      customer: try Customer.Name(text.customer),
      message: try Message.Body(text.message),
      language: try LanguageTag(language.rawValue)
    )
  }
}
