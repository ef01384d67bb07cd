import ServiceDesk
import Synchronization

/// The messages to which marks have moved, in order.
final class Moves: Sendable {
  private let messages = Mutex<[ID<Message>]>([])

  func note(_ message: ID<Message>) { messages.withLock { $0.append(message) } }

  var all: [ID<Message>] { messages.withLock { $0 } }
}
