import Foundation
import ServiceDesk
package import Storage

/// Databases for tests: in memory, or a schema of its own in a PostgreSQL cluster.
package enum TestDatabase {
  /// The cluster that `bin/test` has started; SQLite is tested where it is absent.
  package static let postgres = ProcessInfo.processInfo.environment["RAPPORT_TEST_POSTGRES"]

  package static var isPostgres: Bool { postgres != nil }

  /// An empty database without schema.
  package static func empty() async throws -> Database {
    guard let postgres else { return Database(engine: try SQLiteEngine()) }
    return Database(engine: try await emptySchema(in: postgres))
  }

  /// A database with the schema of this program and nothing in it.
  package static func migrated(now: Timestamp = TestClock.start) async throws -> Database {
    let database = try await empty()
    try await Schema.migrator.migrate(database, now: now)
    return database
  }

  private static func emptySchema(in cluster: String) async throws -> PostgresEngine {
    let name = "test_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
    let cleaner = try PostgresEngine(url: cluster, connections: 1)
    // The name is made above, of letters and digits alone.
    _ = try await cleaner.write { try $0.execute(SQL(stringLiteral: "CREATE SCHEMA \(name)")) }
    await cleaner.close()
    let separator = cluster.contains("?") ? "&" : "?"
    return try PostgresEngine(
      url: "\(cluster)\(separator)options=-csearch_path%3D\(name)",
      connections: 4
    )
  }
}
