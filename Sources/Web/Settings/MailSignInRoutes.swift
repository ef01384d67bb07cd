import Channels
import Foundation
import HTTPTypes
import Hummingbird
import ServiceDesk
import Storage

/// Opening a mailbox with its owner's leave at Google or Microsoft instead of a password
/// (RFC 6749, 4.1, with RFC 7636).
struct MailSignInRoutes: Sendable {
  let section: SettingsSection
  let address: PublicAddress
  let options: MailWireOptions

  func add(to router: Router<WebContext>) {
    section.gate.post("/settings/mailboxes/{mailbox}/sign-in", on: router) { visit, form in
      try section.require(visit)
      do {
        return try await begin(visit, form)
      } catch let failure as any Failure where failure.kind == .invalid {
        return try await section.refuse(visit, form, failure, [:])
      }
    }
    section.gate.get(RouterPath(MailSignIn.path), on: router) { visit in
      try section.require(visit)
      return try await end(visit)
    }
  }

  /// Leads to the provider by a link: a form may send nobody to another site.
  private func begin(_ visit: DeskVisit, _ form: FormBody) async throws -> Response {
    let mailbox = try await visit.answer(FindMailbox(mailbox: visit.mailbox()))
    let secret = form["clientSecret"].trimmed
    let signIn = MailSignIn(
      mailbox: mailbox.id,
      agent: visit.signedIn.agent.id,
      provider: MailSignIn.Provider(rawValue: form["provider"]) ?? .google,
      clientID: try BoundedText<ClientIDLimits>(form["clientID"]).text,
      clientSecret: secret.isEmpty ? nil : String(secret.prefix(300))
    )
    let target = signIn.authorization.address(
      for: signIn.application(at: address.text(visit.request, visit.context)),
      hint: mailbox.settings.address
    )
    let page = MailSignInPage(
      shell: try await visit.shell(),
      provider: signIn.provider.name,
      address: target
    )
    let until = visit.desk.now() + MailSignIn.patience
    let sealed = try SealedText(signIn, until: until)
      .text(sealedBy: visit.desk.secrets, of: visit.viewer.account)
    return Response.page(page.html).setting(cookie(sealed, visit))
  }

  private func end(_ visit: DeskVisit) async throws -> Response {
    guard let signIn = kept(by: visit), signIn.agent == visit.signedIn.agent.id,
      visit.query("state") == signIn.authorization.state
    else { return .seeOther("/settings/mailboxes?fault=\(MailSignInFault.expired.rawValue)") }
    let path = "/settings/mailboxes/\(signIn.mailbox)"
    let fault = try await finish(signIn, visit)
    let next = fault.map { "\(path)?fault=\($0.rawValue)" } ?? "\(path)?saved=1"
    return Response.seeOther(next).setting(cookie("", visit))
  }

  /// - Returns: why it did not end well, if it did not.
  private func finish(_ signIn: MailSignIn, _ visit: DeskVisit) async throws -> MailSignInFault? {
    guard let code = visit.query("code"), !code.isEmpty, code.utf8.count <= 4_096 else {
      return .denied
    }
    let application = signIn.application(at: address.text(visit.request, visit.context))
    let client = MailTokenClient(application, web: WebClient(options.web))
    let token: MailToken
    do {
      let now = Date(timeIntervalSince1970: visit.desk.now().seconds)
      token = try await client.token(for: code, of: signIn.authorization, at: now)
    } catch {
      return error.isTemporary ? .unreachable : .refused
    }
    guard let grant = signIn.grant(token) else { return .notLasting }
    _ = try await visit.perform(
      EditMailbox(
        mailbox: signIn.mailbox,
        box: visit.desk.secrets,
        passwords: MailboxPasswords(grant: grant),
        change: { _ in }
      )
    )
    return nil
  }

  private func kept(by visit: DeskVisit) -> MailSignIn? {
    visit.request.cookies[MailSignIn.cookie].flatMap { cookie in
      SealedText<MailSignIn>.content(
        of: cookie.value,
        openedBy: visit.desk.secrets,
        of: visit.viewer.account,
        at: visit.desk.now()
      )
    }
  }

  private func cookie(_ value: String, _ visit: DeskVisit) -> Cookie {
    Cookie(
      name: MailSignIn.cookie,
      value: value,
      maxAge: value.isEmpty ? 0 : Int(MailSignIn.patience.components.seconds),
      path: MailSignIn.path,
      secure: visit.isEncrypted,
      httpOnly: true,
      sameSite: .lax
    )
  }
}

/// The last page before the provider's.
private struct MailSignInPage {
  let shell: SettingsShell
  let provider: String
  let address: String

  var html: HTML {
    let text = shell.frame.language.mailboxes.signIn
    let link = Button(text.goOn(provider), kind: .primary, icon: .globe, address: address)
    return shell.page("mailboxes", text.title, "<p>\(link.html)</p>")
  }
}

extension DeskVisit {
  /// The mailbox in the path.
  func mailbox() throws -> ID<Mailbox> { try id("mailbox", absent: .noSuchMailbox) }
}
