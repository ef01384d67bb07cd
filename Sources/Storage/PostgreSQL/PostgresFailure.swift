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
  /// Reads what libpq reports: the answer of the failed call, if the server gave one, and then
  /// the state of its session.
  ///
  /// Only the primary message and the constraint's name are kept; the detail would quote the row.
  init(result: OpaquePointer?, session: OpaquePointer) {
    let isLost = PQstatus(session) == CONNECTION_BAD
    guard let state = PostgresDiagnostic.state.text(in: result) else {
      let message = trimmed(PQerrorMessage(session))
      self =
        isLost
        ? PostgresFailure(.unavailable(message), remedy: .reconnect)
        : PostgresFailure(.statement(code: "", message: message))
      return
    }
    let message = PostgresDiagnostic.message.text(in: result) ?? ""
    let isStalePlan =
      state == "26000"
      || state == "0A000" && PostgresDiagnostic.function.text(in: result) == "RevalidateCachedQuery"
    switch state {
    case "40001", "40P01":
      self.init(.busy(message), remedy: .runAgain)
    case "57014", "55P03", "25P03":
      self.init(.busy(message))
    case "57P01", "57P02", "57P03":
      self.init(.unavailable(message), remedy: .reconnect)
    case _ where state.hasPrefix("08"):
      self.init(.unavailable(message), remedy: .reconnect)
    case _ where state.hasPrefix("23"):
      let name = PostgresDiagnostic.constraint.text(in: result)
      self.init(.constraint(name.map { "\($0): \(message)" } ?? message))
    default:
      // A plan from before a change of the schema, or one that a pooler has lost: a new session
      // prepares it anew.
      let remedy: Remedy = isStalePlan || isLost ? .reconnect : .none
      self.init(.statement(code: state, message: message), remedy: remedy)
    }
  }
}

private func trimmed(_ message: UnsafePointer<CChar>?) -> String {
  message.map { String(cString: $0).trimmingCharacters(in: .whitespacesAndNewlines) } ?? ""
}
