package import Storage

/// A mail as it came, byte for byte, and what became of it.
package struct MailSource: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable, SQLConvertible {
    /// Kept, not yet read.
    case waiting
    /// A message was made of it.
    case received
    /// Read, and no message: a bounce that was tied to what bounced, a copy, a blocked sender.
    case setAside = "set_aside"
    /// It could not be read; people decide.
    case quarantined
    /// Somebody looked at it and put it away.
    case discarded
  }

  package let id: ID<MailSource>
  /// Where it came in; `nil` if nobody said.
  package let mailbox: ID<Mailbox>?
  package let hash: BlobHash
  /// In bytes.
  package let size: Int
  package let state: State
  /// Why there is no message of it.
  package let reason: String?
  package let conversation: ID<Conversation>?
  package let message: ID<Message>?
  /// When it reached the team's server.
  package let arrivedAt: Timestamp
  /// Whether it was brought in from a file, so that nothing is written because of it.
  package let isImport: Bool

  /// The largest mail, in bytes; what is larger stays on its server and is told of.
  package static let mostBytes = 100 * 1_024 * 1_024
}

extension MailSource: Referable {
  package static let noun = "mail"
}

extension MailSource {
  /// The columns ``init(_:)`` reads, in its order.
  static let columns: SQL = """
    id, origin_id, hash, size, state, reason, conversation_id, message_id, arrived_at,
    is_import
    """

  init(_ row: Row) throws {
    let origin: Int64 = try row[1]
    id = try row[0]
    mailbox = origin == 0 ? nil : ID(origin)
    hash = try row[2]
    size = try row[3]
    state = try row[4]
    reason = try row[5]
    conversation = try row[6]
    message = try row[7]
    arrivedAt = try row[8]
    isImport = try row[9]
  }
}

extension Work {
  /// The mail's source, locked until the commit.
  ///
  /// - Throws: ``AccessFailure/noSuchMail``.
  func requireSource(_ source: ID<MailSource>) throws -> MailSource {
    let found = try rows(
      """
      SELECT \(MailSource.columns) FROM mail_source
      WHERE account_id = \(account) AND id = \(source) \(forUpdate)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchMail }
    return try MailSource(row)
  }

  /// Notes what became of a mail.
  func settle(
    _ source: ID<MailSource>,
    as state: MailSource.State,
    reason: String? = nil,
    conversation: ID<Conversation>? = nil,
    message: ID<Message>? = nil
  ) throws {
    try execute(
      """
      UPDATE mail_source SET state = \(state), reason = \(reason),
        conversation_id = \(conversation), message_id = \(message)
      WHERE account_id = \(account) AND id = \(source)
      """
    )
    try dropReading(of: source)
  }
}
