import Dispatch
import GRDB
import Synchronization

/// The one writer: takes what waits into one transaction, so that many share one sync of the disk.
///
/// It works on a queue of its own, outside its callers' tasks: a cancelled caller cannot abort
/// the transaction of the others.
final class SQLiteWriter: Sendable {
  private static let largestGroup = 128

  private struct State {
    var waiting: [any AnyPendingWrite] = []
    var running = 0
    var isWorking = false
    var isClosed = false
    var statistics = EngineStatistics()
  }

  private let database: any DatabaseWriter
  private let queueLimit: Int
  private let queue = DispatchQueue(label: "rapport.sqlite.writer", qos: .userInitiated)
  private let state = Mutex(State())

  init(database: any DatabaseWriter, queueLimit: Int) {
    self.database = database
    self.queueLimit = queueLimit
  }

  var statistics: EngineStatistics {
    state.withLock { state in
      var statistics = state.statistics
      statistics.queuedWrites = state.waiting.count + state.running
      return statistics
    }
  }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> (T, Signals) {
    // No cancellation handler: once queued, a write runs to its end.
    try await withCheckedThrowingContinuation { continuation in
      let write = PendingWrite(body: body, continuation: continuation)
      do { try enqueue(write) } catch { write.answer(failure: error) }
    }
  }

  /// Refuses further writes and waits for those that were taken.
  func close() async {
    state.withLock { $0.isClosed = true }
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume() }
    }
  }

  private func enqueue(_ write: any AnyPendingWrite) throws {
    let mustStart = try state.withLock { state in
      guard !state.isClosed else { throw DatabaseFailure.unavailable("the database is closed") }
      guard state.waiting.count + state.running < queueLimit else {
        state.statistics.refusals += 1
        throw DatabaseFailure.overloaded(retryAfterSeconds: 1)
      }
      state.waiting.append(write)
      defer { state.isWorking = true }
      return !state.isWorking
    }
    if mustStart { queue.async { self.work() } }
  }

  private func work() {
    while let group = nextGroup() {
      commit(group)
      state.withLock { state in
        state.running = 0
        state.statistics.writes += Int64(group.count)
      }
    }
  }

  private func nextGroup() -> [any AnyPendingWrite]? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isWorking = false
        return nil
      }
      let group = Array(state.waiting.prefix(Self.largestGroup))
      state.waiting.removeFirst(group.count)
      state.running = group.count
      return group
    }
  }

  /// Commits the group together, or its members one by one where togetherness harms the innocent.
  private func commit(_ group: [any AnyPendingWrite]) {
    do {
      try transact(group)
      state.withLock { $0.statistics.commits += 1 }
      for write in group { write.answer() }
    } catch DatabaseFailure.busy(let reason) {
      // Another process holds the file: one by one, each would wait as long again.
      for write in group { write.answer(failure: DatabaseFailure.busy(reason)) }
    } catch  where group.count > 1 {
      state.withLock { $0.statistics.reruns += 1 }
      for write in group { commit([write]) }
    } catch {
      group[0].answer(failure: error)
    }
  }

  /// Runs the group in one transaction, each member in a savepoint, so that one that fails is
  /// undone alone.
  ///
  /// - Throws: if nothing of the group is committed, because the transaction could not begin or
  ///   commit, or because SQLite has rolled it back.
  private func transact(_ group: [any AnyPendingWrite]) throws {
    try database.writeWithoutTransaction { handle in
      let connection = SQLiteConnection(handle: handle, mayWrite: true)
      try connection.control("BEGIN IMMEDIATE")
      do {
        for write in group { try attempt(write, on: connection) }
        try connection.commit()
      } catch {
        if !connection.isRolledBack { try connection.control("ROLLBACK") }
        throw error
      }
    }
  }

  private func attempt(_ write: any AnyPendingWrite, on connection: SQLiteConnection) throws {
    try connection.control("SAVEPOINT member")
    let succeeded = write.attempt(on: connection)
    guard !connection.isRolledBack else {
      throw DatabaseFailure.unavailable("SQLite has rolled the transaction back")
    }
    if !succeeded { try connection.control("ROLLBACK TO member") }
    try connection.control("RELEASE member")
  }
}
