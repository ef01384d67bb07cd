package import Storage

/// Something that happened, declared by the feature it belongs to.
///
/// Holds ids and numbers, never people's words, so that erasing a person leaves the history true.
package protocol Event: Encodable, Sendable {
  /// The name in the log, as `noun.participle`; never changed once released.
  static var kind: String { get }

  /// The record it happened to.
  var subject: Reference { get }

  /// The conversation it belongs to, if any.
  var eventConversation: ID<Conversation>? { get }
}

extension Event {
  package var eventConversation: ID<Conversation>? { nil }
}

/// Something that happened to a conversation.
package protocol ConversationEvent: Event {
  var conversation: ID<Conversation> { get }
}

extension ConversationEvent {
  package var subject: Reference { conversation.reference }
  package var eventConversation: ID<Conversation>? { conversation }
}

/// A record that events speak of.
package protocol Referable {
  /// The noun in references, as in `conversation`.
  static var noun: String { get }
}

extension ID where Of: Referable {
  package var reference: Reference { Reference(kind: Of.noun, id: raw) }
}
