import Foundation
import ServiceDesk
import Storage
import TestSupport

/// The small world with a mailbox: customers write to support@anemone.example.
struct MailWorld: Sendable {
  let harness: DeskHarness
  let mailbox: ID<Mailbox>

  init(acknowledges: Bool = false) async throws {
    harness = try await DeskHarness()
    var settings = try Mailbox.Settings.named("Support", at: "support")
    settings.acknowledges = acknowledges
    mailbox = try await harness.perform(AddMailbox(settings: settings)).id
  }

  var program: Viewer { .system(of: harness.anemone.account) }

  /// Keeps a mail as it comes; each is another one.
  func keep() async throws -> ID<MailSource> {
    let bytes = Array(UUID().uuidString.utf8)
    return try await harness.desk.perform(
      KeepMail(
        hash: BlobHash(of: bytes),
        size: bytes.count,
        mailbox: mailbox,
        arrivedAt: harness.clock.now
      ),
      as: program
    ).source
  }

  @discardableResult
  func receive(_ mail: IncomingMail) async throws -> ReceiveMail.Received {
    try await harness.desk.perform(ReceiveMail(source: keep(), mail: mail), as: program)
  }

  /// What became of the mail's source.
  func reason(for mail: IncomingMail) async throws -> String? {
    let source = try await keep()
    try await harness.desk.perform(ReceiveMail(source: source, mail: mail), as: program)
    return try await harness.answer(FindMailSource(source: source)).reason
  }

  /// A conversation that Maria's mail has opened.
  func correspondence(
    _ mail: IncomingMail? = nil
  ) async throws -> ID<Conversation> {
    let first = try mail ?? .from("maria", "Where is my lamp?", id: "first@shop.example")
    guard let conversation = try await receive(first).conversation else {
      throw AccessFailure.noSuchConversation
    }
    return conversation
  }

  /// Answers, and lets the time to take it back go by.
  func answer(_ conversation: ID<Conversation>, _ text: String = "Soon.") async throws -> Message {
    let reply = try await harness.perform(Reply(conversation: conversation, text: .init(text)))
    harness.clock.advance(by: OutgoingMail.undoTime)
    try await release()
    return try await message(reply.id, in: conversation)
  }

  /// Lets go what has been held long enough.
  func release() async throws {
    try await TimerRunner(
      handlers: [MailReleaseTimer(ids: harness.desk.ids)],
      database: harness.database,
      now: { [clock = harness.clock] in clock.now },
      logger: harness.logger
    ).drain()
  }

  /// The server has taken the reply's mail over.
  func send(_ reply: Message) async throws {
    guard let mail = reply.mail?.sending?.mail else { throw AccessFailure.noSuchMail }
    try await harness.desk.perform(NoteSent(mail: mail), as: program)
  }

  func message(_ id: ID<Message>, in conversation: ID<Conversation>) async throws -> Message {
    try await harness.answer(FindMessage(message: id, conversation: conversation))
  }

  func messages(of conversation: ID<Conversation>) async throws -> [Message] {
    try await harness.answer(ListMessages(conversation: conversation, window: Window())).items
  }

  /// How many mails of the kind there are to be sent.
  func outgoing(_ kind: OutgoingMail.Kind) async throws -> Int {
    try await harness.database.read { transaction in
      try transaction.rows("SELECT COUNT(*) FROM outgoing_mail WHERE kind = \(kind)")
        .first.map { try $0[0] } ?? 0
    }
  }

  func execute(_ sql: SQL) async throws {
    try await harness.database.write { _ = try $0.execute(sql) }
  }
}

extension Mailbox.Settings {
  /// With a server to send through.
  static func named(_ name: String, at local: String) throws -> Self {
    Self(
      name: try Mailbox.Name(name),
      address: try EmailAddress("\(local)@anemone.example"),
      outgoing: try MailServer(host: "mail.anemone.example", port: 465, security: .tls)
    )
  }
}

extension Correspondent {
  static func at(_ local: String, name: String? = nil) throws -> Correspondent {
    Correspondent(name: name, address: try EmailAddress("\(local)@anemone.example"))
  }
}

extension IncomingMail {
  /// A mail to the support address.
  static func from(
    _ local: String,
    _ text: String = "Hello",
    id: String? = nil,
    answering: String? = nil,
    subject: String = "Lamp"
  ) throws -> IncomingMail {
    var mail = IncomingMail(
      from: try .at(local),
      to: [try .at("support")],
      subject: subject,
      text: text
    )
    mail.rfcID = id
    mail.inReplyTo = answering
    mail.references = [answering].compactMap { $0 }
    return mail
  }
}
