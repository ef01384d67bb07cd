import Channels
import Foundation
import Hummingbird
import ServiceDesk
import Storage

/// The mailboxes: added, changed, checked, paused.
struct MailboxSettingsRoutes: Sendable {
  let gate: DeskGate
  let address: PublicAddress
  let options: MailWireOptions

  private static let path = "/settings/mailboxes"

  func add(to router: Router<WebContext>) {
    let list = SettingsSection(gate: gate) { visit, shell in
      let mailboxes = try await visit.answer(ListMailboxes())
      return MailboxesSettings(shell: visit.telling(shell), mailboxes: mailboxes).html
    }
    list.get("/settings/mailboxes", on: router)
    addAdding(to: router)
    addEditing(to: router)
  }

  private func addAdding(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate) { visit, shell in
      let isTyped = !shell.typed.isEmpty
      return MailboxSettings(
        shell: shell,
        mailbox: nil,
        fields: isTyped
          ? MailboxFields(typed: shell.typed)
          : MailboxFields(preset: visit.query("preset") ?? "other"),
        kept: try visit.keptPasswords(shell.typed),
        address: address.text(visit.request, visit.context)
      ).html
    }
    section.get("/settings/mailboxes/new", on: router)
    section.post("/settings/mailboxes", on: router) { visit, form in
      let passwords = visit.passwords(form.fields)
      let secrets = passwords.applied(to: MailboxSecrets())
      let command = AddMailbox(
        settings: try MailboxFields(typed: form.fields).settings(at: visit.desk.now()),
        secrets: secrets == MailboxSecrets()
          ? nil : try visit.desk.secrets.seal(secrets, of: visit.viewer.account)
      )
      return "\(Self.path)/\(try await visit.perform(command).id)"
    }
    addCheck("/settings/mailboxes/check", of: section, to: router) { _ in nil }
  }

  private func addEditing(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate) { visit, shell in
      let mailbox = try await visit.answer(FindMailbox(mailbox: visit.mailbox()))
      let skipped = try await visit.answer(ListSkippedMail(mailbox: mailbox.id))
      let isTyped = shell.typed["name"] != nil
      return MailboxSettings(
        shell: visit.telling(shell),
        mailbox: mailbox,
        fields: isTyped ? MailboxFields(typed: shell.typed) : MailboxFields(mailbox.settings),
        skipped: skipped,
        kept: try visit.keptPasswords(shell.typed),
        address: address.text(visit.request, visit.context)
      ).html
    }
    section.get("/settings/mailboxes/{mailbox}", on: router)
    section.post("/settings/mailboxes/{mailbox}", on: router) { visit, form in
      let fields = MailboxFields(typed: form.fields)
      let command = EditMailbox(
        mailbox: try visit.mailbox(),
        box: visit.desk.secrets,
        passwords: visit.passwords(form.fields),
        change: { [now = visit.desk.now()] in try fields.apply(to: &$0, at: now) }
      )
      return "\(Self.path)/\(try await visit.perform(command).id)"
    }
    section.post("/settings/mailboxes/{mailbox}/pause", on: router) { visit, _ in
      "\(Self.path)/\(try await visit.perform(PauseMailbox(mailbox: visit.mailbox())).id)"
    }
    section.post("/settings/mailboxes/{mailbox}/resume", on: router) { visit, _ in
      "\(Self.path)/\(try await visit.perform(ResumeMailbox(mailbox: visit.mailbox())).id)"
    }
    section.post("/settings/mailboxes/{mailbox}/retry", on: router) { visit, _ in
      "\(Self.path)/\(try await visit.perform(RetrySkippedMail(mailbox: visit.mailbox())).id)"
    }
    addCheck("/settings/mailboxes/{mailbox}/check", of: section, to: router) { visit in
      let query = FindMailboxToCheck(mailbox: try visit.mailbox(), box: visit.desk.secrets)
      return try await visit.answer(query)
    }
    MailSignInRoutes(section: section, address: address, options: options).add(to: router)
  }

  /// Adds what tries a form's settings and saves nothing.
  private func addCheck(
    _ path: RouterPath,
    of section: SettingsSection,
    to router: Router<WebContext>,
    stored: @escaping @Sendable (DeskVisit) async throws -> FindMailboxToCheck.Output?
  ) {
    gate.post(path, on: router) { visit, form in
      try section.require(visit)
      let stored = try await stored(visit)
      do {
        return .page(try await checked(visit, form, stored).html)
      } catch let failure as any Failure where failure.kind != .missing {
        return try await section.refuse(visit, form, failure, [:])
      }
    }
  }

  private func checked(
    _ visit: DeskVisit,
    _ form: FormBody,
    _ stored: FindMailboxToCheck.Output?
  ) async throws -> MailboxSettings {
    let fields = MailboxFields(typed: form.fields)
    let now = visit.desk.now()
    let check = MailboxCheck(
      settings: try fields.settings(at: now),
      secrets: visit.passwords(form.fields).applied(to: stored?.secrets ?? MailboxSecrets()),
      sendsMessage: !fields["sends"].isEmpty,
      options: options
    )
    let results = await check.run(at: Date(timeIntervalSince1970: now.seconds))
    return MailboxSettings(
      shell: try await visit.shell(),
      mailbox: stored?.mailbox,
      fields: fields,
      kept: try visit.keptPasswords(form.fields),
      results: results,
      address: address.text(visit.request, visit.context)
    )
  }
}

/// Passwords that were typed into a form which is shown again.
private struct TypedPasswords: Codable, Sendable {
  var incoming: String?
  var outgoing: String?
}

extension DeskVisit {
  /// The passwords of a form: those typed now, else those typed before.
  fileprivate func passwords(_ fields: [String: String]) -> MailboxPasswords {
    let before = fields["kept"].flatMap { text in
      SealedText<TypedPasswords>.content(
        of: text,
        openedBy: desk.secrets,
        of: viewer.account,
        at: desk.now()
      )
    }
    func typed(_ name: String) -> String? {
      fields[name].flatMap { $0.isEmpty ? nil : String($0.unicodeScalars.prefix(1_000)) }
    }
    return MailboxPasswords(
      incoming: typed("inPassword") ?? before?.incoming,
      outgoing: typed("outPassword") ?? before?.outgoing
    )
  }

  /// The passwords of a form, sealed, for the form when it is shown again.
  fileprivate func keptPasswords(_ fields: [String: String]) throws -> String? {
    let passwords = passwords(fields)
    guard passwords != MailboxPasswords() else { return nil }
    let typed = TypedPasswords(incoming: passwords.incoming, outgoing: passwords.outgoing)
    return try SealedText(typed, until: desk.now() + .minutes(30))
      .text(sealedBy: desk.secrets, of: viewer.account)
  }

  /// The shell, with why a sign-in at a provider did not end well, if the address says so.
  fileprivate func telling(_ shell: SettingsShell) -> SettingsShell {
    guard let fault = query("fault").flatMap({ MailSignInFault(rawValue: $0) }),
      let text = language.mailboxes.signIn.faults[fault]
    else { return shell }
    var shell = shell
    shell.notice = Notice(text, tone: .bad)
    return shell
  }
}
