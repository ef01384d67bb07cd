import Foundation
import ServiceDesk
package import Storage

/// Databases for tests: in memory, or a schema of its own in a PostgreSQL cluster.
///
/// Each is closed when the last one who holds it lets it go.
package enum TestDatabase {
  /// The cluster that `bin/test` has started; SQLite is tested where it is absent.
  package static let postgres = ProcessInfo.processInfo.environment["RAPPORT_TEST_POSTGRES"]

  package static var isPostgres: Bool { postgres != nil }

  private static let schemas = postgres.map { cluster in
    TestSchemas(cluster: cluster, migrate: migrate)
  }

  /// An empty database without schema.
  package static func empty() async throws -> Database {
    guard let schemas else { return Database(engine: try SQLiteEngine()) }
    return try await schemas.lendEmpty()
  }

  /// A database with the schema of this program and nothing in it.
  package static func migrated() async throws -> Database {
    if let schemas { return try await schemas.lendMigrated() }
    let database = try await empty()
    try await migrate(database)
    return database
  }

  private static func migrate(_ database: Database) async throws {
    try await Schema.migrator.migrate(database, now: TestClock.start)
  }
}
