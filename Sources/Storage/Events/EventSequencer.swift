/// Numbers committed events, on the engine where they are not numbered as they are inserted.
///
/// Every node runs one; a lock lets one number at a time. Only committed rows can be seen, and
/// they get their numbers in one committed step after the other, so a reader by position can
/// neither skip a late commit nor be held up by a transaction that stays open.
package struct EventSequencer: Sendable {
  private static let batch = 1_000

  private let database: Database

  package init(database: Database) { self.database = database }

  /// Numbers what is there and then whatever is appended, until cancelled.
  package func run() async throws {
    guard database.dialect.numbersAfterCommit else { return }
    for await _ in database.bell.rings(of: .appended) {
      do {
        while try await isAnyUnnumbered() { try await number() }
      } catch is DatabaseFailure {
        // The poll rings again; until then the events wait, unnumbered but safe.
        continue
      }
    }
  }

  private func isAnyUnnumbered() async throws -> Bool {
    try await database.read {
      try !$0.rows("SELECT 1 FROM event WHERE position IS NULL LIMIT 1").isEmpty
    }
  }

  /// Numbers one batch.
  ///
  /// - Returns: how many events it numbered.
  @discardableResult
  package func number() async throws -> Int {
    try await database.write { transaction in
      if let lock = transaction.dialect.exclusiveLock(.numberingEvents) {
        try transaction.rows(lock)
      }
      let count = try transaction.execute(
        """
        UPDATE event SET position = numbered.position
        FROM (
          SELECT account_id, id,
            (SELECT COALESCE(MAX(position), 0) FROM event)
              + ROW_NUMBER() OVER (ORDER BY id, account_id) AS position
          FROM event WHERE position IS NULL
          ORDER BY id, account_id LIMIT \(Self.batch)
        ) AS numbered
        WHERE event.account_id = numbered.account_id AND event.id = numbered.id
        """
      )
      if count > 0 { transaction.signal(.events) }
      return count
    }
  }
}
