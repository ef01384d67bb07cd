/// This process's hold on a node number, so that no two make the same identifiers.
package struct NodeLease: Sendable {
  private static let nodes: Int64 = 1_024
  private static let length = Duration.seconds(60)
  private static let renewEvery = Duration.seconds(15)

  package let ids: IDSource
  private let database: Database
  private let now: Now

  /// Takes a number that no one holds.
  ///
  /// - Throws: ``IDFailure/noFreeNode``.
  package static func acquire(in database: Database, now: @escaping Now) async throws -> NodeLease {
    let time = now()
    let (node, floor) = try await database.write { transaction in
      try take(at: time, in: transaction)
    }
    let ids = IDSource(node: node, floor: floor, validUntil: time + length, now: now)
    return NodeLease(ids: ids, database: database, now: now)
  }

  private static func take(
    at time: Timestamp,
    in transaction: Transaction
  ) throws -> (node: Int64, floor: Timestamp) {
    let held: Set<Int64> = try Set(
      transaction.rows("SELECT number FROM node WHERE leased_until > \(time) LIMIT 1024")
        .map { try $0[0] }
    )
    for node in 0..<nodes where !held.contains(node) {
      // Another process may be at the same number: the row decides.
      let taken = try transaction.rows(
        """
        INSERT INTO node (number, leased_until, free_from) VALUES (\(node), \(time + length), 0)
        ON CONFLICT (number) DO UPDATE
          SET free_from = node.leased_until, leased_until = excluded.leased_until
          WHERE node.leased_until <= \(time)
        RETURNING free_from
        """
      )
      if let row = taken.first { return (node, try row[0]) }
    }
    throw IDFailure.noFreeNode
  }

  /// Renews the hold until cancelled, and then gives it back.
  package func run() async throws {
    while !Task.isCancelled {
      do {
        try await renew()
        try await Task.sleep(for: Self.renewEvery)
      } catch is DatabaseFailure {
        // The lease outlasts a few failures; when it ends, identifiers are refused, not repeated.
        try? await Task.sleep(for: .seconds(1))
      } catch is CancellationError {
        break
      }
    }
    try await release()
  }

  private func renew() async throws {
    let until = now() + Self.length
    let node = ids.node
    try await database.write {
      try $0.execute("UPDATE node SET leased_until = \(until) WHERE number = \(node)")
    }
    ids.extend(until: until)
  }

  /// Gives the number back; identifiers are refused from here on.
  package func release() async throws {
    let node = ids.node
    ids.extend(until: Timestamp(milliseconds: 0))
    let last = max(ids.lastUsed, now())
    try await database.write {
      try $0.execute("UPDATE node SET leased_until = \(last) WHERE number = \(node)")
    }
  }
}

/// The table of node numbers.
package enum NodeSchema {
  package static let migrations = [
    Migration("2026-11-22-00-node") { _ in
      [
        """
        CREATE TABLE node (
          number BIGINT NOT NULL PRIMARY KEY,
          leased_until BIGINT NOT NULL,
          free_from BIGINT NOT NULL
        )
        """
      ]
    }
  ]
}
