import Storage
import TestSupport
import Testing

extension Database {
  /// A database with the table `note (id, body)` alone.
  static func withNotes() async throws -> Database {
    let database = try await TestDatabase.empty()
    try await database.createNotes()
    return database
  }

  func createNotes() async throws {
    try await write {
      try $0.execute("CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY, body TEXT NOT NULL)")
    }
  }

  /// Holds the writer up until all of `writes` wait behind, and then lets them go.
  ///
  /// - Returns: how each ended, in their order.
  func writeTogether(
    _ writes: [@Sendable (Transaction) throws -> Void]
  ) async throws -> [(any Error)?] {
    let entered = AsyncStream.makeStream(of: Void.self)
    let gate = Gate()
    async let holder: Void = write { _ in
      entered.continuation.yield()
      gate.pass()
    }
    await entered.stream.first { _ in true }
    let waiting = writes.map { body in
      Task { () -> (any Error)? in
        do {
          try await write(body)
          return nil
        } catch {
          return error
        }
      }
    }
    await waitForWrites(writes.count + 1)
    gate.open()
    try await holder
    var ends: [(any Error)?] = []
    for task in waiting { ends.append(await task.value) }
    return ends
  }

  /// Waits until so many writing transactions wait or run.
  func waitForWrites(_ count: Int) async {
    while engine.statistics.queuedWrites < count { await Task.yield() }
  }
}
