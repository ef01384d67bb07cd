import Foundation
import Storage

/// A schema of its own on the server that `RAPPORT_TEST_POSTGRES` names, dropped afterwards.
struct PostgresWorld: Sendable {
  static let server = ProcessInfo.processInfo.environment["RAPPORT_TEST_POSTGRES"]
  static var isAvailable: Bool { server != nil }

  /// Connections made with it see the schema alone, and have its name.
  let url: String

  /// Runs the test in a new schema.
  static func with(_ test: (PostgresWorld) async throws -> Void) async throws {
    guard let server else { return }
    let schema = "test_\(UInt64.random(in: .min ... .max))"
    let parameters = "options=-csearch_path%3D\(schema)&application_name=\(schema)"
    let world = PostgresWorld(url: adding(parameters, to: server))
    try await world.withDatabase { try await $0.createSchema(schema) }
    do {
      try await test(world)
    } catch {
      try await world.withDatabase { try await $0.dropSchema(schema) }
      throw error
    }
    try await world.withDatabase { try await $0.dropSchema(schema) }
  }

  /// Runs the test on a database whose table `note (id, body)` is empty.
  static func withNotes(
    connections: Int = 2,
    queueLimit: Int = 1_000,
    deadline: Duration = .seconds(10),
    _ test: (Database) async throws -> Void
  ) async throws {
    try await with { world in
      try await world.withDatabase { try await $0.createNotes() }
      try await world.withDatabase(
        connections: connections,
        queueLimit: queueLimit,
        deadline: deadline,
        test
      )
    }
  }

  /// Lends an engine on the schema, closed afterwards.
  func withDatabase(
    connections: Int = 1,
    queueLimit: Int = 1_000,
    deadline: Duration = .seconds(10),
    parameters: String? = nil,
    _ test: (Database) async throws -> Void
  ) async throws {
    let engine = try PostgresEngine(
      url: parameters.map { Self.adding($0, to: url) } ?? url,
      connections: connections,
      queueLimit: queueLimit,
      deadline: deadline
    )
    let database = Database(engine: engine)
    do {
      try await test(database)
    } catch {
      await database.close()
      throw error
    }
    await database.close()
  }

  static func adding(_ parameters: String, to url: String) -> String {
    url + (url.contains("?") ? "&" : "?") + parameters
  }
}

extension Database {
  /// Adds a note in a transaction of its own.
  func addNote(_ id: Int64, _ body: String = "") async throws {
    try await write { try $0.addNote(id, body) }
  }

  /// The ids of all notes, in order.
  var notes: [Int64] {
    get async throws {
      try await read { try $0.rows("SELECT id FROM note ORDER BY id").map { try $0[0] } }
    }
  }

  // A schema's name cannot be bound; `format` quotes it.
  fileprivate func createSchema(_ name: String) async throws {
    try await write {
      try $0.rows("SELECT set_config('test.schema', \(name), true)")
      try $0.execute(
        "DO $$ BEGIN EXECUTE format('CREATE SCHEMA %I', current_setting('test.schema')); END $$"
      )
    }
  }

  fileprivate func dropSchema(_ name: String) async throws {
    try await write {
      try $0.rows("SELECT set_config('test.schema', \(name), true)")
      try $0.execute(
        """
        DO $$ BEGIN
          EXECUTE format('DROP SCHEMA %I CASCADE', current_setting('test.schema'));
        END $$
        """
      )
    }
  }
}

extension Transaction {
  func addNote(_ id: Int64, _ body: String = "") throws {
    try execute("INSERT INTO note (id, body) VALUES (\(id), \(body))")
  }
}
