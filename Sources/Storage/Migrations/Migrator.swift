/// Brings a database to the schema of this program.
package struct Migrator: Sendable {
  /// All migrations, oldest first.
  package let migrations: [Migration]

  package init(migrations: [Migration]) {
    self.migrations = migrations.sorted { $0.name < $1.name }
  }

  /// What the schema of a database lacks.
  package struct State: Sendable, Equatable {
    /// The names of the migrations that the database has, oldest first.
    package let applied: [String]
    /// The names of those it lacks, oldest first.
    package let pending: [String]
  }

  /// - Throws: ``MigrationFailure/databaseIsNewer(_:)`` if the database has a migration that this
  ///   program does not know.
  package func state(of database: Database) async throws -> State {
    try await database.write { try state(in: $0) }
  }

  /// Applies what is pending, all in one transaction: the schema is the old or the new one.
  ///
  /// Several nodes may do so at once; one works, the others find nothing left to do. The one named
  /// `last` is the last to be applied; all are where it is `nil`.
  ///
  /// - Returns: the names of the migrations that it applied.
  /// - Throws: ``MigrationFailure/databaseIsNewer(_:)``.
  @discardableResult
  package func migrate(
    _ database: Database,
    upTo last: String? = nil,
    now: Timestamp
  ) async throws -> [String] {
    try await database.write { transaction in
      let pending = Set(try state(in: transaction).pending)
      let due = migrations.filter { pending.contains($0.name) && $0.name <= (last ?? $0.name) }
      for migration in due {
        for statement in migration.statements(transaction.dialect) {
          try transaction.execute(statement)
        }
        try transaction.execute(
          "INSERT INTO migration (name, applied_at) VALUES (\(migration.name), \(now))"
        )
      }
      return due.map(\.name)
    }
  }

  private func state(in transaction: Transaction) throws -> State {
    for statement in transaction.dialect.withoutTimeLimit { try transaction.execute(statement) }
    if let lock = transaction.dialect.exclusiveLock(.migrating) { try transaction.rows(lock) }
    try transaction.execute(
      """
      CREATE TABLE IF NOT EXISTS migration (
        name TEXT NOT NULL PRIMARY KEY,
        applied_at BIGINT NOT NULL
      )
      """
    )
    let applied: [String] = try transaction.rows(
      "SELECT name FROM migration ORDER BY name LIMIT 10000"
    )
    .map { try $0[0] }
    let known = migrations.map(\.name)
    let unknown = Set(applied).subtracting(known)
    guard unknown.isEmpty else { throw MigrationFailure.databaseIsNewer(unknown.sorted()) }
    return State(applied: applied, pending: known.filter { !applied.contains($0) })
  }
}

/// Why a database was not brought to this program's schema.
package enum MigrationFailure: Error, Equatable {
  /// A newer program has written it; the names are those of its migrations unknown here.
  case databaseIsNewer([String])
}
