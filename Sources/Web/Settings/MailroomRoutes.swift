import Channels
import HTTPTypes
import Hummingbird
import Mail
import NIOCore
import ServiceDesk
import Storage

/// Mail that waits for people, in and out: for every agent who may write.
struct MailroomRoutes: Sendable {
  let gate: DeskGate
  let reader: MailReader

  /// How many mails a page lists: each is read to tell who sent it.
  private static let pageSize = 20

  func add(to router: Router<WebContext>) {
    addIncoming(to: router)
    addOne(to: router)
    addOutgoing(to: router)
  }

  private func addIncoming(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate, scopes: .write) { visit, shell in
      let state = visit.query("state").flatMap { MailSource.State(rawValue: $0) } ?? .quarantined
      let window = Window(limit: Self.pageSize, after: try visit.cursor("after"))
      let page = try await visit.answer(ListMailSources(state: state, window: window))
      var mails: [MailSourceView] = []
      for source in page.items { mails.append(try await visit.reading(source).view) }
      return MailSourcesSettings(
        shell: shell,
        state: state,
        mails: mails,
        next: page.next?.text
      ).html
    }
    section.get("/settings/mail", on: router)
  }

  private func addOne(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate, scopes: .write) { visit, shell in
      let reading = try await visit.reading(visit.answer(FindMailSource(source: visit.mail())))
      return MailSourceSettings(
        shell: shell,
        mail: reading.view,
        text: reading.text,
        raw: reading.raw
      ).html
    }
    section.get("/settings/mail/{mail}", on: router)
    section.post("/settings/mail/{mail}/retry", on: router) { visit, _ in
      let source = try await visit.perform(RetryMail(source: visit.mail())).id
      try await reader.read(source, of: visit.viewer.account)
      return "/settings/mail/\(source)"
    }
    section.post("/settings/mail/{mail}/discard", on: router) { visit, _ in
      "/settings/mail/\(try await visit.perform(DiscardMail(source: visit.mail())).id)"
    }
    section.post("/settings/mail/{mail}/conversation", on: router) { visit, form in
      let source = try visit.mail()
      let conversation = try await visit.conversation(numbered: form["number"])
      let text = try placing("text") { try Message.Body(form["text"]) }
      _ = try await visit.perform(
        AssignMail(source: source, conversation: conversation, text: text)
      )
      return "/settings/mail/\(source)"
    }
    gate.get("/settings/mail/{mail}/source", on: router) { visit in
      try section.require(visit)
      let mail = try await visit.answer(FindMailSource(source: visit.mail()))
      guard let bytes = try await visit.bytes(of: mail) else {
        throw CorrespondenceFailure.sourceMissing
      }
      return Answer.file(bytes: bytes, name: mail.fileName, type: "message/rfc822")
        .response(to: visit.request)
    }
  }

  private func addOutgoing(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate, scopes: .write) { visit, shell in
      let state = visit.query("state").flatMap { OutgoingMail.State(rawValue: $0) } ?? .failed
      let window = Window(limit: 50, after: try visit.cursor("after"))
      let page = try await visit.answer(ListOutgoingMail(state: state, window: window))
      return OutgoingMailSettings(
        shell: shell,
        state: state,
        mails: page.items,
        next: page.next?.text
      ).html
    }
    section.get("/settings/outgoing", on: router)
    section.post("/settings/outgoing/{outgoingMail}/retry", on: router) { visit, _ in
      try await visit.perform(SendAgain(mail: visit.id("outgoingMail", absent: .noSuchMail)))
      return "/settings/outgoing"
    }
  }
}

/// What can be read of a mail.
private struct MailReading {
  let view: MailSourceView
  let text: String
  let raw: String
}

extension DeskVisit {
  /// A larger mail is not read only to be shown in a list.
  private static var mostBytesRead: Int { 5 * 1_024 * 1_024 }

  fileprivate func mail() throws -> ID<MailSource> { try id("mail", absent: .noSuchMail) }

  fileprivate func bytes(of mail: MailSource) async throws -> [UInt8]? {
    try await desk.blobs.bytes(mail.hash, account: viewer.account.raw)
  }

  fileprivate func reading(_ source: MailSource) async throws -> MailReading {
    guard source.size <= Self.mostBytesRead, let bytes = try await bytes(of: source) else {
      return MailReading(view: MailSourceView(source: source), text: "", raw: "")
    }
    // What cannot be parsed is shown as it came.
    let parsed = try? ParsedMail(parsing: bytes)
    let raw = String(decoding: bytes.prefix(MailSourceSettings.mostShown), as: UTF8.self)
    let sender = parsed?.from.map { author in
      author.name.map { "\($0) <\(author.address)>" } ?? author.address
    }
    return MailReading(
      view: MailSourceView(
        source: source,
        subject: parsed?.subject.flatMap { $0.isEmpty ? nil : $0 },
        sender: sender
      ),
      text: String((parsed?.text ?? raw).unicodeScalars.prefix(20_000)),
      raw: raw
    )
  }

  /// The conversation by the number that somebody typed.
  fileprivate func conversation(numbered text: String) async throws -> ID<Conversation> {
    let digits = text.trimmed.drop { $0 == "#" }
    let number = Int(digits) ?? 0
    do {
      return try await answer(FindNumberedConversation(number: number))
    } catch AccessFailure.noSuchConversation {
      throw FailureInField(cause: MailroomFailure.noSuchNumber, field: "number")
    }
  }
}
