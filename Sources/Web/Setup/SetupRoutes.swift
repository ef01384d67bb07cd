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

  func add(to router: Router<WebContext>) {
    router.get("/setup/{secret}") { _, context in
      let secret = try await require(context)
      return page(.asking(.init()), secret: secret, context: context, status: .ok)
    }
    router.post("/setup/{secret}") { request, context in
      let secret = try await require(context)
      let body = try await request.body.collect(upTo: Self.mostBytes)
      return try await create(FormBody(String(buffer: body)), secret: secret, context: context)
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
    context: WebContext
  ) async throws -> Response {
    do {
      let command = CreateAdministrator(
        account: try Account.Name(form["account"]),
        name: try Agent.Name(form["name"]),
        email: try EmailAddress(form["email"]),
        password: try await desk.hash(form["password"]),
        isAvailable: true
      )
      let created = try await desk.perform(command, as: .system(of: ID(0)))
      link.useUp()
      let state = SetupPage.State.done(token: created.token.text)
      return page(state, secret: secret, context: context, status: .ok)
    } catch let failure as any Failure {
      let problem = Problem(status: failure.kind.status, code: failure.code)
      let text = context.language.catalogue.problem(problem.code, status: problem.status)
      let typed = SetupPage.Form(
        account: form["account"],
        name: form["name"],
        email: form["email"],
        fault: text.detail
      )
      return page(
        .asking(typed),
        secret: secret,
        context: context,
        status: .init(code: problem.status)
      )
    }
  }

  private func page(
    _ state: SetupPage.State,
    secret: String,
    context: WebContext,
    status: HTTPResponse.Status
  ) -> Response {
    let page = SetupPage(language: context.language, path: "/setup/\(secret)", state: state)
    return Response(
      status: status,
      headers: [
        .contentType: "text/html; charset=utf-8",
        // The link is in the address, and the token may be on the page.
        .cacheControl: "no-store",
        .referrerPolicy: "no-referrer",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(string: page.html.markup))
    )
  }
}
