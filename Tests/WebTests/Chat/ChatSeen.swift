import ServiceDesk
import Synchronization

/// What the chat has told.
final class ChatSeen: Sendable {
  private let typed = Mutex<[ID<Conversation>]>([])

  /// The conversations in which somebody has typed, in order.
  var typing: [ID<Conversation>] { typed.withLock { $0 } }

  func note(typingOf account: ID<Account>, in conversation: ID<Conversation>) {
    typed.withLock { $0.append(conversation) }
  }
}
