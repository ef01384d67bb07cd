import Storage

/// The messages of a conversation, oldest first, a window at a time.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct ListMessages: Query {
  package var conversation: ID<Conversation>
  package var window: Window

  package init(conversation: ID<Conversation>, window: Window) {
    self.conversation = conversation
    self.window = window
  }

  package func run(in work: Work) throws -> Page<Message> {
    try window.after?.require(order: "messages")
    _ = try work.requireVisible(conversation)
    let messages = try work.messages(
      of: conversation,
      "m.id > \(window.after?.id ?? 0)",
      limit: window.limit + 1
    )
    return Page(rows: messages, limit: window.limit) {
      Cursor(order: "messages", key: 0, id: $0.id.raw)
    }
  }
}

/// One message of a conversation.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct FindMessage: Query {
  package var message: ID<Message>
  package var conversation: ID<Conversation>

  package init(message: ID<Message>, conversation: ID<Conversation>) {
    self.message = message
    self.conversation = conversation
  }

  package func run(in work: Work) throws -> Message {
    let found = try work.messages(of: conversation, "m.id = \(message)", limit: 1)
    guard let message = found.first else { throw AccessFailure.noSuchConversation }
    return message
  }
}

extension Work {
  /// The conversation's messages (`m`) that meet the condition: at most five statements, however
  /// many.
  func messages(
    of conversation: ID<Conversation>,
    _ condition: SQL,
    order: SQL = "m.id",
    limit: Int
  ) throws -> [Message] {
    let rows = try rows(
      """
      SELECT m.id, m.kind, m.text, m.author_kind, m.author_id, COALESCE(a.name, k.name), m.channel,
        m.delivery, m.created_at, a.picture_id
      FROM message m
      LEFT JOIN agent a ON m.author_kind = 'agent' AND a.account_id = m.account_id
        AND a.id = m.author_id
      LEFT JOIN customer k ON m.author_kind = 'customer' AND k.account_id = m.account_id
        AND k.id = m.author_id
      WHERE m.account_id = \(account) AND m.conversation_id = \(conversation) AND \(condition)
      ORDER BY \(order) LIMIT \(limit)
      """
    )
    let attachments = try attachments(of: rows.map { try $0[0] }, in: conversation)
    let mails = try mails(
      of: rows.filter { try $0[6] == Channel.mail }.map { try $0[0] },
      in: conversation
    )
    let readings = try readings(
      of: rows.filter { try $0[1] == Message.Kind.incoming }.map { try $0[0] },
      in: conversation
    )
    return try rows.map { row in
      let id: ID<Message> = try row[0]
      return Message(
        id: id,
        conversation: conversation,
        kind: try row[1],
        text: try row[2],
        author: try Message.Author(kind: row[3], id: row[4]),
        authorName: try row[5],
        authorPicture: try row[9],
        channel: try row[6],
        delivery: try row[7],
        mail: mails[id],
        reading: readings[id],
        attachments: attachments[id] ?? [],
        createdAt: try row[8]
      )
    }
  }

  private func attachments(
    of messages: [ID<Message>],
    in conversation: ID<Conversation>
  ) throws -> [ID<Message>: [Attachment]] {
    guard !messages.isEmpty else { return [:] }
    let rows = try rows(
      """
      SELECT \(Attachment.columns), message_id FROM attachment
      WHERE account_id = \(account) AND conversation_id = \(conversation) AND message_id > 0
        AND message_id IN \(list: messages)
      ORDER BY message_id, place LIMIT \(messages.count * Attachment.mostOfMail)
      """
    )
    var attachments: [ID<Message>: [Attachment]] = [:]
    for row in rows { attachments[try row[7], default: []].append(try Attachment(row)) }
    return attachments
  }
}

extension Message.Author {
  fileprivate init(kind: String, id: Int64?) throws {
    switch (kind, id) {
    case ("customer", let id?): self = .customer(ID(id))
    case ("agent", let id?): self = .agent(ID(id))
    default: self = .system
    }
  }
}
