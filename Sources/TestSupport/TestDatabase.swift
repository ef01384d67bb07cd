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

  private static let schemas = postgres.map(TestSchemas.init)

  /// An empty database without schema.
  package static func empty() async throws -> Database {
    guard let schemas else { return Database(engine: try SQLiteEngine()) }
    return Database(engine: try await schemas.lend())
  }

  /// A database with the schema of this program and nothing in it.
  package static func migrated(now: Timestamp = TestClock.start) async throws -> Database {
    let database = try await empty()
    try await Schema.migrator.migrate(database, now: now)
    return database
  }
}
