package import Storage

/// What was said last in each of the conversations, for a list: one statement, however many.
///
/// Conversations that are not there, or in which nothing was said, are left out.
package struct PreviewConversations: Query {
  /// The newest message that is not the program's.
  package struct Preview: Sendable, Equatable {
    package let message: ID<Message>
    package let kind: Message.Kind
    /// The first 200 Unicode scalars.
    package let text: String
    package let createdAt: Timestamp
  }

  package var conversations: [ID<Conversation>]

  /// - Parameter conversations: at most 200; those after them are ignored.
  package init(of conversations: [ID<Conversation>]) {
    self.conversations = Array(conversations.prefix(Window.mostItems))
  }

  package func run(in work: Work) throws -> [ID<Conversation>: Preview] {
    guard !conversations.isEmpty else { return [:] }
    let rows = try work.rows(
      """
      SELECT c.id, m.id, m.kind, substr(m.text, 1, 200), m.created_at
      FROM conversation c
      JOIN message m ON m.account_id = c.account_id AND m.conversation_id = c.id AND m.id = (
        SELECT n.id FROM message n
        WHERE n.account_id = c.account_id AND n.conversation_id = c.id AND n.kind <> 'system'
        ORDER BY n.id DESC LIMIT 1)
      WHERE c.account_id = \(work.account) AND c.id IN \(list: conversations)
      LIMIT \(conversations.count)
      """
    )
    let previews: [(ID<Conversation>, Preview)] = try rows.map { row in
      let preview = Preview(
        message: try row[1],
        kind: try row[2],
        text: try row[3],
        createdAt: try row[4]
      )
      return (try row[0], preview)
    }
    return Dictionary(previews) { first, _ in first }
  }
}
