import Foundation

/// The address of a PostgreSQL database, in libpq's URI form.
///
/// Its descriptions leave out the password, so that it can be logged and interpolated.
struct PostgresAddress: Sendable, Equatable {
  /// The whole address with its password, for libpq alone.
  let connectionString: String

  private let shown: String

  /// Refuses what is not `postgres://` or `postgresql://` with a host and at most a database name
  /// as its path.
  ///
  /// The strict path is for safety: a password with a bare `/` moves its remainder there, from
  /// where ``description`` would show it.
  init?(_ text: String) {
    guard
      let parts = URLComponents(string: text),
      ["postgres", "postgresql"].contains(parts.scheme),
      let host = parts.host, !host.isEmpty,
      parts.fragment == nil,
      !parts.path.dropFirst().contains(where: { "/@:".contains($0) })
    else { return nil }
    connectionString = text

    let user = parts.user.map { $0 + "@" } ?? ""
    let port = parts.port.map { ":\($0)" } ?? ""
    shown = "postgres://\(user)\(host)\(port)\(parts.path)"
  }
}

extension PostgresAddress: CustomStringConvertible, CustomDebugStringConvertible {
  var description: String { shown }
  var debugDescription: String { shown }
}

extension PostgresAddress: CustomReflectable {
  /// Without it `dump` would show the password.
  var customMirror: Mirror { Mirror(self, children: ["address": shown]) }
}
