import Foundation

/// Holds the thread of a transaction until the test lets it on; open once, open for good.
final class Gate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func open() { semaphore.signal() }

  /// Gives up after half a minute, so that a failing test ends.
  func pass() {
    _ = semaphore.wait(timeout: .now() + 30)
    semaphore.signal()
  }
}
