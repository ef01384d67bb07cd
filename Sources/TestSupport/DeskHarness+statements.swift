package import ServiceDesk
import Storage

extension DeskHarness {
  /// How many statements the query runs.
  package func statements(of query: some Query, as viewer: Viewer) async throws -> Int {
    let ids = desk.ids
    let now = clock.now
    return try await database.read { transaction in
      let counter = CountingConnection(transaction: transaction)
      let counted = Transaction(
        connection: counter,
        dialect: transaction.dialect,
        afterCommit: AfterCommit(),
        mayWrite: false
      )
      _ = try query.run(in: Work(transaction: counted, viewer: viewer, now: now, ids: ids))
      return counter.count
    }
  }
}

/// Counts the statements that pass through it.
private final class CountingConnection: Connection {
  private let transaction: Transaction
  private(set) var count = 0

  init(transaction: Transaction) { self.transaction = transaction }

  func rows(_ sql: SQL) throws -> [Row] {
    count += 1
    return try transaction.rows(sql)
  }

  func execute(_ sql: SQL) throws -> Int {
    count += 1
    return try transaction.execute(sql)
  }
}
