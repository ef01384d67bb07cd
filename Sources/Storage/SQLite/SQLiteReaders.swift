import Dispatch
import GRDB
import Synchronization

/// The readers: as many threads as connections, each taking one waiting read after the other, so
/// that under load no thread is woken for each.
final class SQLiteReaders: Sendable {
  private struct State {
    var waiting: [@Sendable () -> Void] = []
    /// How many threads are at work.
    var working = 0
    var total: Int64 = 0
    var refused: Int64 = 0
    var isClosed = false
  }

  private let database: any DatabaseReader
  private let count: Int
  private let queueLimit: Int
  private let queue = DispatchQueue(
    label: "rapport.sqlite.readers",
    qos: .userInitiated,
    attributes: .concurrent
  )
  private let state = Mutex(State())

  init(database: any DatabaseReader, count: Int, queueLimit: Int) {
    self.database = database
    self.count = count
    self.queueLimit = queueLimit
  }

  /// Adds the readers' share to the engine's statistics.
  func count(into statistics: inout EngineStatistics) {
    state.withLock { state in
      statistics.reads = state.total
      statistics.queuedReads = state.waiting.count + state.working
      statistics.refusals += state.refused
    }
  }

  /// Refuses further reads; those that were taken run to their end.
  func close() { state.withLock { $0.isClosed = true } }

  func read<T: Sendable>(
    _ body: @escaping @Sendable (SQLiteConnection) throws -> T
  ) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      do {
        try enqueue { continuation.resume(with: Result { try self.transact(body) }) }
      } catch {
        continuation.resume(throwing: error)
      }
    }
  }

  private func transact<T>(_ body: (SQLiteConnection) throws -> T) throws -> T {
    try database.unsafeRead { handle in
      let connection = SQLiteConnection(handle: handle, mayWrite: false)
      try connection.control("BEGIN")
      // Nothing was changed, so it is all one how it ends.
      defer { try? connection.control("ROLLBACK") }
      return try body(connection)
    }
  }

  private func enqueue(_ read: @escaping @Sendable () -> Void) throws {
    let mustStart = try state.withLock { state in
      guard !state.isClosed else { throw DatabaseFailure.unavailable("the database is closed") }
      guard state.waiting.count + state.working < queueLimit else {
        state.refused += 1
        throw DatabaseFailure.overloaded(retryAfterSeconds: 1)
      }
      state.total += 1
      state.waiting.append(read)
      guard state.working < count else { return false }
      state.working += 1
      return true
    }
    if mustStart { queue.async { self.work() } }
  }

  private func work() {
    while let read = next() { read() }
  }

  private func next() -> (@Sendable () -> Void)? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.working -= 1
        return nil
      }
      return state.waiting.removeFirst()
    }
  }
}
