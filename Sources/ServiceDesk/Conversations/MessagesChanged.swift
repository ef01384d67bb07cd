import Storage

/// The messages of a conversation, up to one of them, that are shown otherwise since a time:
/// replies that have left, came back or were taken back. Oldest first; at most 200.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct MessagesChanged: Query {
  package var conversation: ID<Conversation>
  package var upTo: ID<Message>
  package var since: Duration

  /// - Parameter since: How long ago they may have changed.
  package init(conversation: ID<Conversation>, upTo: ID<Message>, within since: Duration) {
    self.conversation = conversation
    self.upTo = upTo
    self.since = since
  }

  package func run(in work: Work) throws -> [Message] {
    _ = try work.requireVisible(conversation)
    return try work.messages(
      of: conversation,
      "m.id <= \(upTo) AND m.changed_at >= \(work.now - since)",
      limit: Window.mostItems
    )
  }
}
