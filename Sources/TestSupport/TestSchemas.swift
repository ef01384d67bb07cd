import Foundation
import Storage
import Synchronization

/// Lends schemas of a PostgreSQL cluster, a few at a time, however many tests run in parallel:
/// a cluster has a limited number of connections.
final class TestSchemas: Sendable {
  private static let most = 12

  private struct State {
    var free = TestSchemas.most
    var waiting: [CheckedContinuation<Void, Never>] = []
    /// Those that were given back and are to be dropped.
    var left: [String] = []
  }

  private let cluster: String
  private let state = Mutex(State())

  init(cluster: String) { self.cluster = cluster }

  /// An engine on an empty schema; waits until one of those lent is given back.
  func lend() async throws -> any Engine {
    await enter()
    let name = "test_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
    do {
      try await make(name)
      let separator = cluster.contains("?") ? "&" : "?"
      let engine = try PostgresEngine(
        url: "\(cluster)\(separator)options=-csearch_path%3D\(name)",
        connections: 4
      )
      return LentEngine(engine) { self.leave(name) }
    } catch {
      leave(name)
      throw error
    }
  }

  /// Makes the schema and drops those that nobody uses any more; the last ones stay behind.
  private func make(_ name: String) async throws {
    let left = state.withLock { state in
      defer { state.left = [] }
      return state.left
    }
    let cleaner = try PostgresEngine(url: cluster, connections: 1)
    // The names are made above, of letters and digits alone.
    _ = try await cleaner.write { transaction in
      for old in left {
        try transaction.execute(SQL(stringLiteral: "DROP SCHEMA IF EXISTS \(old) CASCADE"))
      }
      try transaction.execute(SQL(stringLiteral: "CREATE SCHEMA \(name)"))
    }
    await cleaner.close()
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

  private func leave(_ name: String) {
    let next: CheckedContinuation<Void, Never>? = state.withLock { state in
      state.left.append(name)
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.free += 1
      return nil
    }
    next?.resume()
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

  func listen(ringing bell: Bell) async { await engine.listen(ringing: bell) }

  func close() async { await engine.close() }
}
