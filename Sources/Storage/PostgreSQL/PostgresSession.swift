import Foundation
import Synchronization

/// Keeps one thread's connection open, and opens it again after a loss.
final class PostgresSession {
  private let settings: PostgresSettings
  private let reached: PostgresReach
  private var connection: PostgresConnection?

  init(_ settings: PostgresSettings, reached: PostgresReach) {
    self.settings = settings
    self.reached = reached
  }

  /// The connection, ready for a transaction.
  ///
  /// A server that was reached before may be starting anew, so it is tried until `limit`; one
  /// that was never reached is more likely misnamed, so that is told at once.
  func open(before limit: ContinuousClock.Instant) throws(DatabaseFailure) -> PostgresConnection {
    if let connection, connection.isReady { return connection }
    close()
    var pause = 0.05
    while true {
      do {
        let connection = try PostgresConnection(settings)
        reached.note()
        self.connection = connection
        return connection
      } catch {
        let next = ContinuousClock.now + .seconds(pause)
        guard reached.isNoted, next < limit else { throw error.unreached }
        Thread.sleep(forTimeInterval: pause * Double.random(in: 0.5...1))
        pause = min(2 * pause, 1)
      }
    }
  }

  func close() { connection = nil }
}

/// Whether the server has ever been reached.
final class PostgresReach: Sendable {
  private let flag = Atomic(false)

  var isNoted: Bool { flag.load(ordering: .relaxed) }

  func note() { flag.store(true, ordering: .relaxed) }
}

extension PostgresFailure {
  /// The failure of an attempt to connect: whatever the server said, it cannot be reached.
  fileprivate var unreached: DatabaseFailure {
    switch failure {
    case .statement(_, let message), .busy(let message): .unavailable(message)
    default: failure
    }
  }
}
