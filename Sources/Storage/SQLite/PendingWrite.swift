import GRDB
import Synchronization

/// A write that waits for its turn in the writer's queue.
protocol AnyPendingWrite: Sendable {
  /// Runs the body and keeps its outcome; a later attempt replaces it.
  ///
  /// - Returns: whether the body succeeded.
  func attempt(on connection: SQLiteConnection) -> Bool

  /// Gives the caller the outcome of the last attempt, now that it is committed (or undone).
  func answer()

  /// Gives the caller an error, whatever the attempt's outcome.
  func answer(failure: any Error)
}

final class PendingWrite<T: Sendable>: AnyPendingWrite {
  private let body: @Sendable (Transaction) throws -> T
  private let continuation: CheckedContinuation<(T, Signals), any Error>
  private let outcome = Mutex<Result<(T, Signals), any Error>>(.failure(CancellationError()))

  init(
    body: @escaping @Sendable (Transaction) throws -> T,
    continuation: CheckedContinuation<(T, Signals), any Error>
  ) {
    self.body = body
    self.continuation = continuation
  }

  func attempt(on connection: SQLiteConnection) -> Bool {
    let afterCommit = AfterCommit()
    let result = Result {
      let value = try body(
        Transaction(
          connection: connection,
          dialect: SQLiteDialect(),
          afterCommit: afterCommit,
          mayWrite: true
        )
      )
      return (value, afterCommit.signals)
    }
    outcome.withLock { $0 = result }
    if case .success = result { return true }
    return false
  }

  func answer() { continuation.resume(with: outcome.withLock { $0 }) }

  func answer(failure: any Error) { continuation.resume(throwing: failure) }
}
