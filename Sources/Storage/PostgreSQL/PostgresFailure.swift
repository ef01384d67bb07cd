import CPostgreSQL
import Foundation

/// A failed statement or session, and what the engine can do about it.
struct PostgresFailure: Error {
  enum Remedy {
    /// The same would happen again.
    case none
    /// The transaction lost against another one: run it again.
    case runAgain
    /// The session is of no more use: open another and run the transaction again there.
    case reconnect
  }

  let remedy: Remedy

  /// What the caller is told if there is no remedy.
  let failure: DatabaseFailure

  init(_ failure: DatabaseFailure, remedy: Remedy = .none) {
    self.failure = failure
    self.remedy = remedy
  }
}

extension PostgresFailure {
  /// Reads what libpq reports: the state of the session and, while that stands, the server's
  /// answer to the failed call.
  ///
  /// Of an answer only the primary message and the constraint's name are kept; the detail would
  /// quote the row.
  init(result: OpaquePointer?, session: OpaquePointer) {
    guard PQstatus(session) != CONNECTION_BAD else {
      self.init(.unavailable(trimmed(PQerrorMessage(session))), remedy: .reconnect)
      return
    }
    guard let state = PostgresDiagnostic.state.text(in: result) else {
      self.init(.statement(code: "", message: trimmed(PQerrorMessage(session))))
      return
    }
    let message = PostgresDiagnostic.message.text(in: result) ?? ""
    switch state {
    case "40001", "40P01": self.init(.busy(message), remedy: .runAgain)
    case "57014", "55P03": self.init(.busy(message))
    case _ where state.hasPrefix("23"):
      let name = PostgresDiagnostic.constraint.text(in: result)
      self.init(.constraint(name.map { "\($0): \(message)" } ?? message))
    default:
      // A new session prepares a stale statement anew.
      let isStale = isStalePlan(state, result)
      self.init(.statement(code: state, message: message), remedy: isStale ? .reconnect : .none)
    }
  }
}

/// Whether a prepared statement is from before a change of the schema.
///
/// The state alone does not tell: it is that of whatever the server does not support.
private func isStalePlan(_ state: String, _ result: OpaquePointer?) -> Bool {
  state == "0A000" && PostgresDiagnostic.function.text(in: result) == "RevalidateCachedQuery"
}

private func trimmed(_ message: UnsafePointer<CChar>?) -> String {
  message.map { String(cString: $0).trimmingCharacters(in: .whitespacesAndNewlines) } ?? ""
}
