import CPostgreSQL
import Foundation

/// Telling and hearing hints, on a connection that runs no transactions.
extension PostgresConnection {
  /// What to wait for; negative once the connection is lost.
  var socket: Int32 { PQsocket(handle) }

  /// Hears from now on what is told on the channel.
  func listen() throws(PostgresFailure) { _ = try PostgresResult.run("LISTEN rapport", on: handle) }

  /// Tells it to everybody who listens, this connection too.
  func notify(_ hint: PostgresHint) throws(PostgresFailure) {
    _ = try PostgresResult.run("NOTIFY rapport, '\(hint.payload)'", on: handle)
  }

  /// What was told since the last call; does not wait.
  func hints() throws(PostgresFailure) -> [PostgresHint] {
    guard PQconsumeInput(handle) == 1 else { throw PostgresFailure(result: nil, session: handle) }
    var hints: [PostgresHint] = []
    while let notification = PQnotifies(handle) {
      if let hint = PostgresHint(payload: String(cString: notification.pointee.extra)) {
        hints.append(hint)
      }
      PQfreemem(notification)
    }
    return hints
  }
}
