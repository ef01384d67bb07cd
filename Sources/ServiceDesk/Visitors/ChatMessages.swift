package import Storage

/// A message as the customer sees it.
package struct ChatMessage: Sendable, Equatable {
  package enum Author: Sendable, Equatable {
    case customer
    /// `picture` is its bytes' hash, where the agent has one.
    case agent(name: String, picture: BlobHash?)
  }

  package let id: ID<Message>
  package let conversation: ID<Conversation>
  package let kind: Message.Kind
  package let text: String
  package let author: Author
  package let attachments: [Attachment]
  /// Under which its client sent it, for what the customer wrote.
  package let key: String?
  package let createdAt: Timestamp
}

/// The newest messages of the visitor's chat, its conversations joined in one history.
///
/// What was said on other channels is not part of it, and neither are notes.
package struct ChatMessages: Query {
  package static let scopes: Scopes = []

  package struct History: Sendable, Equatable {
    /// The oldest first.
    package let messages: [ChatMessage]
    /// Where what is older begins; `nil` at the beginning.
    package let older: Cursor?
    /// The conversations that it is made of, the newest first.
    package let conversations: [ID<Conversation>]
    /// All that the log knew by then is in it.
    package let position: Int64
    /// Up to where agents have read, so far as it is written down.
    package let readByTeam: ID<Message>?
    /// Up to where the customer has read, so far as it is written down.
    package let readByCustomer: ID<Message>?
  }

  /// Its cursor leads to what is older.
  package var window: Window

  package init(window: Window) { self.window = window }

  package func run(in work: Work) throws -> History {
    try window.after?.require(order: "chat")
    let conversations = try work.chatConversations(of: work.requireVisitor())
    let before: SQL = window.after.map { "AND m.id < \($0.id)" } ?? ""
    let newest = try work.chatMessages(in: conversations, before, limit: window.limit + 1)
    let page = Page(rows: newest, limit: window.limit) {
      Cursor(order: "chat", key: 0, id: $0.id.raw)
    }
    let marks = try work.readMarks(in: conversations)
    return History(
      messages: page.items.reversed(),
      older: page.next,
      conversations: conversations,
      position: try EventLog.head(in: work.transaction),
      readByTeam: marks[.agent],
      readByCustomer: marks[.customer]
    )
  }
}

/// One message of the visitor's chat.
///
/// - Throws: ``AccessFailure/noSuchMessage`` unless the visitor may see it.
package struct FindChatMessage: Query {
  package static let scopes: Scopes = []

  package var message: ID<Message>

  package init(message: ID<Message>) { self.message = message }

  package func run(in work: Work) throws -> ChatMessage {
    let conversations = try work.chatConversations(of: work.requireVisitor())
    return try work.chatMessage(message, in: conversations)
  }
}

/// The mark of having read the chat up to a message, for ``ReadMarks``.
///
/// - Throws: ``AccessFailure/noSuchMessage`` unless the visitor may see it.
package struct ReadChat: Query {
  package static let scopes: Scopes = []

  package var message: ID<Message>

  package init(message: ID<Message>) { self.message = message }

  package func run(in work: Work) throws -> ReadMarks.Mark {
    let visitor = try work.requireVisitor()
    let conversations = try work.chatConversations(of: visitor)
    let message = try work.chatMessage(message, in: conversations)
    guard let customer = visitor.customer else { throw AccessFailure.noSuchMessage }
    return ReadMarks.Mark(
      account: work.account,
      conversation: message.conversation,
      reader: .customer(customer),
      message: message.id
    )
  }
}

/// A file of the visitor's chat, or one that the visitor has uploaded for it.
struct FindChatAttachment: Query {
  static let scopes: Scopes = []

  let attachment: ID<Attachment>

  func run(in work: Work) throws -> Attachment {
    let visitor = try work.requireVisitor()
    let found = try work.rows(
      """
      SELECT \(Attachment.columns), visitor_id, message_id, conversation_id FROM attachment
      WHERE account_id = \(work.account) AND id = \(attachment)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchAttachment }
    let uploader: ID<Visitor>? = try row[7]
    if uploader == visitor.id { return try Attachment(row) }
    let message: ID<Message>? = try row[8]
    let conversation: ID<Conversation>? = try row[9]
    guard let message, let conversation,
      try work.chatConversations(of: visitor).contains(conversation),
      try !work.chatMessages(in: [conversation], "AND m.id = \(message)", limit: 1).isEmpty
    else { throw AccessFailure.noSuchAttachment }
    return try Attachment(row)
  }
}

extension Work {
  /// - Throws: ``AccessFailure/noSuchMessage`` unless customers see it in one of them.
  func chatMessage(
    _ message: ID<Message>,
    in conversations: [ID<Conversation>]
  ) throws -> ChatMessage {
    let found = try chatMessages(in: conversations, "AND m.id = \(message)", limit: 1)
    guard let message = found.first else { throw AccessFailure.noSuchMessage }
    return message
  }

  /// What customers see of the conversations' messages (`m`), the newest first: two statements,
  /// however many.
  fileprivate func chatMessages(
    in conversations: [ID<Conversation>],
    _ condition: SQL,
    limit: Int
  ) throws -> [ChatMessage] {
    guard !conversations.isEmpty else { return [] }
    // Each conversation's newest by its key; sorting all of a long one would take long.
    let newest = conversations.map { conversation -> SQL in
      """
      SELECT * FROM (
        SELECT m.account_id, m.conversation_id, m.id, m.kind, m.text, m.author_kind, m.author_id,
          m.client_key, m.created_at
        FROM message m
        WHERE m.account_id = \(account) AND m.conversation_id = \(conversation)
          AND m.channel = 'chat' AND m.kind IN ('incoming', 'reply') \(condition)
        ORDER BY m.id DESC LIMIT \(limit)) s
      """
    }
    let rows = try rows(
      """
      SELECT m.id, m.conversation_id, m.kind, m.text, a.name, f.hash, m.client_key,
        m.created_at
      FROM (\(SQL.joined(newest, by: " UNION ALL "))) m
      LEFT JOIN agent a ON m.author_kind = 'agent' AND a.account_id = m.account_id
        AND a.id = m.author_id
      LEFT JOIN attachment f ON f.account_id = a.account_id AND f.id = a.picture_id
      ORDER BY m.id DESC LIMIT \(limit)
      """
    )
    let attachments = try attachments(of: rows.map { try $0[0] }, in: conversations)
    return try rows.map { try ChatMessage($0, attachments: attachments) }
  }

  private func attachments(
    of messages: [ID<Message>],
    in conversations: [ID<Conversation>]
  ) throws -> [ID<Message>: [Attachment]] {
    guard !messages.isEmpty else { return [:] }
    let rows = try rows(
      """
      SELECT \(Attachment.columns), message_id FROM attachment
      WHERE account_id = \(account) AND conversation_id IN \(list: conversations)
        AND message_id > 0 AND message_id IN \(list: messages)
      ORDER BY message_id, place LIMIT \(messages.count * Attachment.mostOfMessage)
      """
    )
    var attachments: [ID<Message>: [Attachment]] = [:]
    for row in rows { attachments[try row[7], default: []].append(try Attachment(row)) }
    return attachments
  }
}

extension ChatMessage {
  fileprivate init(_ row: Row, attachments: [ID<Message>: [Attachment]]) throws {
    id = try row[0]
    conversation = try row[1]
    kind = try row[2]
    text = try row[3]
    let agent: String? = try row[4]
    let picture: BlobHash? = try row[5]
    author = agent.map { .agent(name: $0, picture: picture) } ?? .customer
    // An agent's client's key is nobody else's business.
    key = agent == nil ? try row[6] : nil
    createdAt = try row[7]
    self.attachments = attachments[id] ?? []
  }
}
