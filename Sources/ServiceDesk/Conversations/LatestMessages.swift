import Storage

/// The newest messages of a conversation, or those just before a place in it; oldest first.
///
/// The page's cursor leads back in time: however long the conversation, a window costs the same.
///
/// - Throws: ``AccessFailure/noSuchConversation``, ``CursorFailure``.
package struct LatestMessages: Query {
  package var conversation: ID<Conversation>
  package var window: Window

  package init(conversation: ID<Conversation>, window: Window) {
    self.conversation = conversation
    self.window = window
  }

  package func run(in work: Work) throws -> Page<Message> {
    try window.after?.require(order: "latest")
    _ = try work.requireVisible(conversation)
    let newestFirst = try work.messages(
      of: conversation,
      window.after.map { "m.id < \($0.id)" } ?? "m.id > 0",
      order: "m.id DESC",
      limit: window.limit + 1
    )
    let page = Page(rows: newestFirst, limit: window.limit) {
      Cursor(order: "latest", key: 0, id: $0.id.raw)
    }
    return Page(items: page.items.reversed(), next: page.next)
  }
}

/// The messages of a conversation after one of them, oldest first; at most 200.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct MessagesAfter: Query {
  package var conversation: ID<Conversation>
  package var message: ID<Message>

  package init(conversation: ID<Conversation>, message: ID<Message>) {
    self.conversation = conversation
    self.message = message
  }

  package func run(in work: Work) throws -> [Message] {
    _ = try work.requireVisible(conversation)
    return try work.messages(
      of: conversation,
      "m.id > \(message)",
      limit: Window.mostItems
    )
  }
}

/// The last reply of a conversation that is not later than a message.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct LastReply: Query {
  package var conversation: ID<Conversation>
  package var message: ID<Message>

  package init(conversation: ID<Conversation>, upTo message: ID<Message>) {
    self.conversation = conversation
    self.message = message
  }

  package func run(in work: Work) throws -> Message? {
    _ = try work.requireVisible(conversation)
    return try work.messages(
      of: conversation,
      "m.kind = 'reply' AND m.id <= \(message)",
      order: "m.id DESC",
      limit: 1
    ).first
  }
}
