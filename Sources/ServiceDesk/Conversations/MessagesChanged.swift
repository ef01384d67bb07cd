import Storage

/// The messages of a conversation, up to one of them, that are shown otherwise than some time ago.
///
/// They are replies that have left, came back or were taken back; oldest first, at most 200.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct MessagesChanged: Query {
  package var conversation: ID<Conversation>
  package var upTo: ID<Message>
  /// How long ago they may have changed.
  package var memory: Duration

  package init(conversation: ID<Conversation>, upTo: ID<Message>, within memory: Duration) {
    self.conversation = conversation
    self.upTo = upTo
    self.memory = memory
  }

  package func run(in work: Work) throws -> [Message] {
    _ = try work.requireVisible(conversation)
    return try work.messages(
      of: conversation,
      "m.id <= \(upTo) AND m.changed_at >= \(work.now - memory)",
      limit: Window.mostItems
    )
  }
}
