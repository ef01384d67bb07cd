import Synchronization

/// What was seen in a test, in order, from whatever thread.
final class Seen: Sendable {
  private let numbers = Mutex<[Int64]>([])

  func note(_ number: Int64) { numbers.withLock { $0.append(number) } }

  var all: [Int64] { numbers.withLock { $0 } }
}
