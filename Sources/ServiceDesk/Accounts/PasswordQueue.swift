import Dispatch
import Synchronization

/// Hashes and checks passwords on a thread of its own, one after the other.
///
/// Each takes tens of milliseconds and 19 MiB on purpose: on the tasks' own threads a few of them
/// would hold up everybody, and many at once would use up the memory.
final class PasswordQueue: Sendable {
  /// The queue for all that is done in this process.
  static let shared = PasswordQueue()

  private static let mostWaiting = 64

  private let queue = DispatchQueue(label: "rapport.passwords")
  private let waiting = Mutex(0)

  /// - Throws: ``PasswordQueueFull``, or what the work throws.
  func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try enter()
    defer { waiting.withLock { $0 -= 1 } }
    return try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try work() }) }
    }
  }

  private func enter() throws {
    try waiting.withLock { waiting in
      guard waiting < Self.mostWaiting else { throw PasswordQueueFull() }
      waiting += 1
    }
  }
}

/// More people sign in than can be checked at once: it passes in a moment.
package struct PasswordQueueFull: Error {}

extension Desk {
  /// The password as it is kept; hashed apart from the tasks' threads.
  ///
  /// - Throws: ``PasswordFailure``, ``PasswordQueueFull``.
  package func hash(_ password: String) async throws -> PasswordHash {
    try await PasswordQueue.shared.run { try PasswordHash(of: password) }
  }

  /// Which of the hashes is the password's, if any.
  ///
  /// Takes as long where there is no hash as where there is one.
  func match(_ password: String, _ hashes: [PasswordHash]) async throws -> Int? {
    try await PasswordQueue.shared.run {
      guard !hashes.isEmpty else {
        _ = PasswordHash.nobodys.matches(password)
        return nil
      }
      return hashes.firstIndex { $0.matches(password) }
    }
  }
}
