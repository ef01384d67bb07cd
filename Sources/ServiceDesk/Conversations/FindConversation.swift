import Storage

/// One conversation.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct FindConversation: Query {
  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  package func run(in work: Work) throws -> Conversation {
    let found = try work.conversations(
      "c.id = \(conversation)",
      order: "c.id",
      limit: 1
    )
    guard let conversation = found.first else { throw AccessFailure.noSuchConversation }
    return conversation
  }
}

/// Conversations by their ids, in no order; those that are not there are left out.
package struct FindConversations: Query {
  package var conversations: [ID<Conversation>]

  /// - Parameter conversations: at most 200; those after them are ignored.
  package init(conversations: [ID<Conversation>]) {
    self.conversations = Array(conversations.prefix(Window.mostItems))
  }

  package func run(in work: Work) throws -> [Conversation] {
    guard !conversations.isEmpty else { return [] }
    return try work.conversations(
      "c.id IN \(list: conversations)",
      order: "c.id",
      limit: conversations.count
    )
  }
}

extension Work {
  /// The account's conversations (`c`) that meet the condition: two statements, however many.
  func conversations(_ condition: SQL, order: SQL, limit: Int) throws -> [Conversation] {
    let rows = try rows(
      """
      SELECT c.id, c.number, c.subject, c.status, c.priority, c.channel, r.id, r.name,
        c.owner_agent_id, c.owner_team_id, COALESCE(a.name, t.name), c.due_at, c.snoozed_until,
        c.attributes, c.message_count, c.created_at, c.updated_at, \(Mood.columns)
      FROM conversation c
      JOIN customer o ON o.account_id = c.account_id AND o.id = c.customer_id
      JOIN customer r ON r.account_id = o.account_id AND r.id = o.root_id
      LEFT JOIN agent a ON a.account_id = c.account_id AND a.id = c.owner_agent_id
      LEFT JOIN team t ON t.account_id = c.account_id AND t.id = c.owner_team_id
      WHERE c.account_id = \(account) AND \(condition)
      ORDER BY \(order) LIMIT \(limit)
      """
    )
    let labels = try labels(of: rows.map { try $0[0] })
    return try rows.map { row in
      let id: ID<Conversation> = try row[0]
      return try Conversation(row, labels: labels[id] ?? [])
    }
  }

  private func labels(
    of conversations: [ID<Conversation>]
  ) throws -> [ID<Conversation>: [String]] {
    guard !conversations.isEmpty else { return [:] }
    let rows = try rows(
      """
      SELECT cl.conversation_id, l.name FROM conversation_label cl
      JOIN label l ON l.account_id = cl.account_id AND l.id = cl.label_id
      WHERE cl.account_id = \(account) AND cl.conversation_id IN \(list: conversations)
      ORDER BY l.name LIMIT \(conversations.count * Label.mostOfConversation)
      """
    )
    var labels: [ID<Conversation>: [String]] = [:]
    for row in rows { labels[try row[0], default: []].append(try row[1]) }
    return labels
  }
}

extension Conversation {
  fileprivate init(_ row: Row, labels: [String]) throws {
    id = try row[0]
    number = try row[1]
    subject = try row[2]
    status = try row[3]
    priority = try row[4]
    channel = try row[5]
    customer = Named(id: try row[6], name: try row[7])
    owner = Named(id: try Owner(agent: row[8], team: row[9]), name: try row[10])
    dueAt = try row[11]
    snoozedUntil = try row[12]
    attributes = try row[13]
    messageCount = try row[14]
    createdAt = try row[15]
    updatedAt = try row[16]
    mood = try Mood(row, at: 17)
    self.labels = labels
  }
}
