/// How a statement is best sent, told by its first word.
enum PostgresStatementKind {
  /// Reads or changes rows: worth preparing.
  case query
  /// Changes the schema, so what was prepared before may no longer fit.
  case schemaChange
  /// Anything else: sent once.
  case other

  init(_ text: String) {
    let word = text.utf8.drop { $0 == space || $0 == newline }.prefix {
      $0 != space && $0 != newline
    }
    switch Substring(word).uppercased() {
    case "SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "VALUES": self = .query
    case "CREATE", "ALTER", "DROP": self = .schemaChange
    default: self = .other
    }
  }
}

private let space = UInt8(ascii: " ")
private let newline = UInt8(ascii: "\n")
