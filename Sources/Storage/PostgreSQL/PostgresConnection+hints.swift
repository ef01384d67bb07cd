import CPostgreSQL
import Foundation

/// Telling and hearing hints, on a connection that runs no transactions.
extension PostgresConnection {
  /// What to wait for; negative once the connection is lost.
  var socket: Int32 { PQsocket(handle) }

  /// Hears from now on what is told to the nodes on the same schema.
  ///
  /// - Returns: the channel on which they tell, as SQL.
  func listen() throws(PostgresFailure) -> String {
    let name = "SELECT quote_ident('rapport ' || coalesce(current_schema, ''))"
    let channel = try PostgresResult.run(name, on: handle).firstText ?? "rapport"
    _ = try PostgresResult.run("LISTEN \(channel)", on: handle)
    return channel
  }

  /// Tells them to everybody who listens, this connection too.
  func notify(_ hints: [PostgresHint], on channel: String) throws(PostgresFailure) {
    let commands = hints.map { "NOTIFY \(channel), '\($0.payload)'" }
    _ = try PostgresResult.run(commands.joined(separator: "; "), on: handle)
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
