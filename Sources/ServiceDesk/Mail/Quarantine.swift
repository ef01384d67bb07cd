package import Storage

/// Puts a mail that could not be read where people see it; nothing happens if it was settled.
///
/// - Throws: ``AccessFailure/noSuchMail``.
package struct QuarantineMail: Command {
  package var source: ID<MailSource>
  /// A word for the reason, as in `unparsable`.
  package var reason: String

  package init(source: ID<MailSource>, reason: String) {
    self.source = source
    self.reason = reason
  }

  package func run(in work: Work) throws {
    guard try work.requireSource(source).state == .waiting else { return }
    try work.quarantine(source, reason: reason)
  }
}

/// Lets a mail be read once more.
///
/// - Throws: ``AccessFailure/noSuchMail``, ``CorrespondenceFailure/alreadyReceived``.
package struct RetryMail: Command {
  package var source: ID<MailSource>

  package init(source: ID<MailSource>) { self.source = source }

  package func run(in work: Work) throws -> MailSource {
    let mail = try work.requireSource(source)
    guard mail.state != .received else { throw CorrespondenceFailure.alreadyReceived }
    try work.settle(source, as: .waiting)
    // Who lets it be read reads it at once, and may die before that.
    try work.planReading(of: source)
    return try work.requireSource(source)
  }
}

/// Puts a mail away that nobody needs; its bytes stay.
///
/// - Throws: ``AccessFailure/noSuchMail``, ``CorrespondenceFailure/alreadyReceived``.
package struct DiscardMail: Command {
  package var source: ID<MailSource>

  package init(source: ID<MailSource>) { self.source = source }

  package func run(in work: Work) throws -> MailSource {
    let mail = try work.requireSource(source)
    guard mail.state != .received else { throw CorrespondenceFailure.alreadyReceived }
    if mail.state != .discarded {
      try work.settle(source, as: .discarded, reason: mail.reason ?? "discarded")
      try work.record(MailDiscarded(mail: source))
    }
    return try work.requireSource(source)
  }
}

/// Brings a mail to a conversation by hand, as its customer's message.
///
/// - Throws: ``AccessFailure``, ``CorrespondenceFailure/alreadyReceived``, `TextFailure`.
package struct AssignMail: Command {
  package var source: ID<MailSource>
  package var conversation: ID<Conversation>
  /// What is to be read of it.
  package var text: Message.Body

  package init(source: ID<MailSource>, conversation: ID<Conversation>, text: Message.Body) {
    self.source = source
    self.conversation = conversation
    self.text = text
  }

  package func run(in work: Work) throws -> Message {
    let mail = try work.requireSource(source)
    guard mail.state != .received else { throw CorrespondenceFailure.alreadyReceived }
    let message = try ContinueConversation(
      conversation: conversation,
      text: text,
      channel: .mail
    ).run(in: work)
    try work.execute(
      """
      INSERT INTO mail (account_id, message_id, conversation_id, source_id, mailbox_id, head)
      VALUES (\(work.account), \(message.id), \(conversation), \(source), \(mail.mailbox),
        \(StoredJSON(MailHead.unread)))
      """
    )
    try work.settle(source, as: .received, conversation: conversation, message: message.id)
    return try FindMessage(message: message.id, conversation: conversation).run(in: work)
  }
}

/// A mail was put away.
package struct MailDiscarded: Event {
  package static let kind = "mail.discarded"

  package let mail: ID<MailSource>

  package var subject: Reference { mail.reference }
}

/// The mails that are no messages: which wait, were set aside or could not be read; newest first.
package struct ListMailSources: Query {
  package var state: MailSource.State
  package var window: Window

  package init(state: MailSource.State, window: Window) {
    self.state = state
    self.window = window
  }

  package func run(in work: Work) throws -> Page<MailSource> {
    try window.after?.require(order: "mail")
    // SQLite takes the index only where the query says what is in it as the index does.
    let isIndexed = [.waiting, .setAside, .quarantined].contains(state)
    let indexed: SQL = isIndexed ? "AND state IN ('waiting', 'set_aside', 'quarantined')" : ""
    let rows = try work.rows(
      """
      SELECT \(MailSource.columns) FROM mail_source
      WHERE account_id = \(work.account) AND state = \(state) \(indexed)
        AND id < \(window.after?.id ?? .max)
      ORDER BY id DESC LIMIT \(window.limit + 1)
      """
    )
    return Page(rows: try rows.map(MailSource.init), limit: window.limit) {
      Cursor(order: "mail", key: 0, id: $0.id.raw)
    }
  }
}

/// What became of a mail that somebody has just handed in, for the answer to be kept under the
/// client's key.
///
/// - Throws: ``AccessFailure/noSuchMail``.
package struct ShowMail: Command {
  package var source: ID<MailSource>

  package init(source: ID<MailSource>) { self.source = source }

  package func run(in work: Work) throws -> MailSource { try work.requireSource(source) }
}

/// One mail as it came.
///
/// - Throws: ``AccessFailure/noSuchMail``.
package struct FindMailSource: Query {
  package var source: ID<MailSource>

  package init(source: ID<MailSource>) { self.source = source }

  package func run(in work: Work) throws -> MailSource { try work.requireSource(source) }
}

extension MailHead {
  /// Of a mail that could not be read.
  fileprivate static var unread: MailHead {
    MailHead(IncomingMail(from: nil, to: [], subject: "", text: ""))
  }
}
