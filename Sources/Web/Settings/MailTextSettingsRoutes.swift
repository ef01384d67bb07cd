import Hummingbird
import ServiceDesk

/// What programs write to customers.
struct MailTextSettingsRoutes: Sendable {
  let gate: DeskGate

  private static let path = "/settings/mail-texts"

  func add(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate) { visit, shell in
      MailTextsSettings(
        shell: shell,
        texts: try await visit.answer(ListMailTexts()),
        mailboxes: try await visit.answer(ListMailboxes())
      ).html
    }
    section.get("/settings/mail-texts", on: router)
    section.post("/settings/mail-texts/mailboxes/{mailbox}", on: router) { visit, form in
      let command = SetMailboxLanguage(
        mailbox: try visit.id("mailbox", absent: .noSuchMailbox),
        language: try LanguageTag(form["language"])
      )
      _ = try await visit.perform(command)
      return Self.path
    }
    addEditing(to: router)
  }

  private func addEditing(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate) { visit, shell in
      try await MailTextEdit(visit).page(shell)
    }
    section.get("/settings/mail-texts/{purpose}/{language}", on: router)
    section.post("/settings/mail-texts/{purpose}/{language}", on: router) { visit, form in
      let edit = try MailTextEdit(visit)
      _ = try await visit.perform(
        SetMailText(
          purpose: edit.purpose,
          language: LanguageTag(edit.language.rawValue),
          subject: edit.subject(form),
          text: MailText.Text(form["text"])
        )
      )
      return edit.path
    }
    section.post("/settings/mail-texts/{purpose}/{language}/removal", on: router) { visit, _ in
      let edit = try MailTextEdit(visit)
      let language = try LanguageTag(edit.language.rawValue)
      try await visit.perform(ResetMailText(purpose: edit.purpose, language: language))
      return edit.path
    }
    addTrying(section, to: router)
  }

  /// What is typed is shown or sent as it would go out, and not kept.
  private func addTrying(_ section: SettingsSection, to router: Router<WebContext>) {
    gate.post("/settings/mail-texts/{purpose}/{language}/preview", on: router) { visit, form in
      try await trying(section, visit, form) { _, _ in nil }
    }
    gate.post("/settings/mail-texts/{purpose}/{language}/test", on: router) { visit, form in
      try await trying(section, visit, form) { edit, mail in
        let command = SendTestMail(
          subject: try MailText.Subject(String(mail.subject.prefix(250))),
          text: try MailText.Text(String(mail.text.prefix(20_000))),
          language: try LanguageTag(edit.language.rawValue)
        )
        try await visit.perform(command)
        let text = visit.language.writing.tested
        return Notice(text.filling(["address": visit.signedIn.agent.email.text]), tone: .good)
      }
    }
  }

  private func trying(
    _ section: SettingsSection,
    _ visit: DeskVisit,
    _ form: FormBody,
    _ run: (MailTextEdit, (subject: String, text: String)) async throws -> Notice?
  ) async throws -> Response {
    try section.require(visit)
    let edit = try MailTextEdit(visit)
    do {
      let typed = (subject: try edit.subject(form).text, text: try MailText.Text(form["text"]).text)
      let mail = try await edit.filled(typed)
      let notice = try await run(edit, mail)
      let shell = try await visit.shell(typed: form.fields, notice: notice)
      return .page(try await edit.page(shell, preview: mail))
    } catch let failure as any Failure where !visit.isByScript && failure.kind != .missing {
      return try await section.refuse(visit, form, failure, [:])
    }
  }
}

/// The text that an address names.
private struct MailTextEdit {
  let visit: DeskVisit
  let purpose: MailText.Purpose
  let language: Language

  /// Throws unless there is such a page.
  init(_ visit: DeskVisit) throws {
    guard
      let purpose = visit.context.parameters.get("purpose")
        .flatMap({ MailText.Purpose(rawValue: $0) }),
      let language = visit.context.parameters.get("language").flatMap({ Language(rawValue: $0) })
    else { throw Problem(status: 404, code: "noSuchPage") }
    self.visit = visit
    self.purpose = purpose
    self.language = language
  }

  var path: String { "/settings/mail-texts/\(purpose.rawValue)/\(language.rawValue)" }

  func subject(_ form: FormBody) throws -> MailText.Subject {
    try MailText.Subject(form["subject"])
  }

  func page(
    _ shell: SettingsShell,
    preview: (subject: String, text: String)? = nil
  ) async throws -> HTML {
    let own = try await visit.answer(ListMailTexts()).first {
      $0.purpose == purpose && $0.language.text == language.rawValue
    }
    let common = language.answer(purpose)
    let kept = (subject: own?.subject.text ?? common.subject, text: own?.text.text ?? common.text)
    let shown = if let preview { preview } else { try await filled(kept) }
    return MailTextSettings(
      shell: shell,
      purpose: purpose,
      language: language,
      subject: kept.subject,
      text: kept.text,
      isOwn: own != nil,
      preview: shown
    ).html
  }

  /// What a customer would get, with an example.
  func filled(
    _ templates: (subject: String, text: String)
  ) async throws -> (subject: String, text: String) {
    _ = try MailTemplate(templates.subject, field: "subject")
    _ = try MailTemplate(templates.text)
    let account = try await visit.answer(CurrentAccount())
    let words = AnswerWords(
      subject: templates.subject,
      text: templates.text,
      language: language,
      example: AnswerWords.Example(
        number: 42,
        subject: language.writing.exampleSubject,
        customer: language.writing.exampleCustomer,
        account: account.name.text,
        replyTime: account.settings.replyTime,
        link: "https://desk.example/conversations/42"
      )
    )
    return (words.subject, words.text)
  }
}
