import Foundation
import Storage
import Synchronization

/// Lends schemas of a PostgreSQL cluster, a few at a time, however many tests run in parallel:
/// a cluster has a limited number of connections.
///
/// A schema that comes back with the tables it was made with is emptied and lent again, since
/// making them takes longer than most tests; any other is dropped.
final class TestSchemas: Sendable {
  private static let most = 12

  private struct State {
    var free = TestSchemas.most
    var waiting: [CheckedContinuation<Void, Never>] = []
    /// Those that were given back.
    var used: [String] = []
  }

  private let cluster: String
  /// Makes the tables; what is lent has nothing else.
  private let migrate: @Sendable (Database) async throws -> Void
  private let state = Mutex(State())

  init(cluster: String, migrate: @escaping @Sendable (Database) async throws -> Void) {
    self.cluster = cluster
    self.migrate = migrate
  }

  /// A database without tables; waits until one of those lent is given back.
  func lendEmpty() async throws -> Database {
    try await lend { try await create() }
  }

  /// A database whose tables are empty; waits until one of those lent is given back.
  func lendMigrated() async throws -> Database {
    try await lend {
      while let used = state.withLock({ $0.used.popLast() }) {
        if try await alone({ try $0.emptyOrDrop(used) }) { return used }
      }
      let name = try await create()
      let database = Database(engine: try PostgresEngine(url: url(of: name), connections: 1))
      try await migrate(database)
      try await alone { try $0.noteTables(of: name) }
      return name
    }
  }

  private func lend(_ schema: () async throws -> String) async throws -> Database {
    await enter()
    do {
      let name = try await schema()
      let engine = try PostgresEngine(url: url(of: name), connections: 4)
      return Database(engine: LentEngine(engine) { self.leave(name) })
    } catch {
      leave(nil)
      throw error
    }
  }

  private func create() async throws -> String {
    let name = "test_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
    try await alone { try $0.execute("CREATE SCHEMA \(name: name)") }
    return name
  }

  private func url(of schema: String) -> String {
    "\(cluster)\(cluster.contains("?") ? "&" : "?")options=-csearch_path%3D\(schema)"
  }

  /// Runs the body on a connection of its own.
  @discardableResult
  private func alone<T: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await PostgresEngine(url: cluster, connections: 1).write(body).0
  }

  private func enter() async {
    await withCheckedContinuation { continuation in
      let mayEnter = state.withLock { state in
        guard state.free > 0 else {
          state.waiting.append(continuation)
          return false
        }
        state.free -= 1
        return true
      }
      if mayEnter { continuation.resume() }
    }
  }

  private func leave(_ schema: String?) {
    let next: CheckedContinuation<Void, Never>? = state.withLock { state in
      if let schema { state.used.append(schema) }
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.free += 1
      return nil
    }
    next?.resume()
  }
}

extension SQL.StringInterpolation {
  /// A schema's or table's name, which cannot be bound; it comes from this file or the catalogue.
  fileprivate mutating func appendInterpolation(name: String) {
    appendInterpolation(SQL(stringLiteral: "\"\(name)\""))
  }
}

extension Transaction {
  private func tables(of schema: String) throws -> [String] {
    try rows(
      "SELECT tablename::text FROM pg_tables WHERE schemaname = \(schema) ORDER BY tablename"
    ).map { try $0[0] }
  }

  /// Keeps with the schema which tables it was made with.
  fileprivate func noteTables(of schema: String) throws {
    let tables = try tables(of: schema).joined(separator: " ")
    // Comments cannot be bound either; the names are those of the program's own tables.
    try execute("COMMENT ON SCHEMA \(name: schema) IS \(SQL(stringLiteral: "'\(tables)'"))")
  }

  /// Empties the tables of a schema if they are those it was made with, or else drops it.
  ///
  /// - Returns: whether it can be lent again.
  fileprivate func emptyOrDrop(_ schema: String) throws -> Bool {
    let tables = try tables(of: schema)
    let noted = try rows(
      """
      SELECT COALESCE(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace
      WHERE nspname = \(schema)
      """
    )
    guard let comment: String = try noted.first?[0], !tables.isEmpty,
      comment == tables.joined(separator: " ")
    else {
      try execute("DROP SCHEMA IF EXISTS \(name: schema) CASCADE")
      return false
    }
    let names = tables.filter { $0 != "migration" }.map { "\(name: schema).\(name: $0)" as SQL }
    try execute("TRUNCATE \(SQL.joined(names, by: ", "))")
    return true
  }
}

/// An engine that tells when the last one who held it has let it go.
private final class LentEngine: Engine {
  private let engine: PostgresEngine
  private let onRelease: @Sendable () -> Void

  init(_ engine: PostgresEngine, onRelease: @escaping @Sendable () -> Void) {
    self.engine = engine
    self.onRelease = onRelease
  }

  deinit { onRelease() }

  var dialect: any Dialect { engine.dialect }
  var statistics: EngineStatistics { engine.statistics }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> (T, Signals) {
    try await engine.write(body)
  }

  func read<T: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await engine.read(body)
  }

  func tellOthers(_ signals: Signals) { engine.tellOthers(signals) }

  func tellOthers(_ whisper: Whisper) { engine.tellOthers(whisper) }

  func listen(ringing bell: Bell, passing whispers: Whispers) async {
    await engine.listen(ringing: bell, passing: whispers)
  }

  func close() async { await engine.close() }
}
