import ServiceDesk
import Synchronization

/// What the chat has told, and what it is told.
final class ChatSeen: Sendable {
  private let typed = Mutex<[ID<Conversation>]>([])
  private let available = Mutex(true)

  /// The conversations in which somebody has typed, in order.
  var typing: [ID<Conversation>] { typed.withLock { $0 } }

  func note(typingOf account: ID<Account>, in conversation: ID<Conversation>) {
    typed.withLock { $0.append(conversation) }
  }

  /// Whether anybody of the team is there.
  var isAvailable: Bool { available.withLock { $0 } }

  func leave() { available.withLock { $0 = false } }
}
