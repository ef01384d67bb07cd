/// A table to be copied row by row from one engine to another.
struct BackupTable: Sendable {
  private struct Column: Sendable {
    let name: String
    let type: SQLType
    /// Its place in the primary key, from 1; 0 outside it.
    let keyPlace: Int
  }

  private static let batch = 50

  let name: String
  private let columns: [Column]

  /// The tables of a SQLite database in the order of their making, so that what is referred to
  /// comes first.
  ///
  /// Without those that belong to one database alone: its migrations, its nodes, its index.
  static func all(in transaction: Transaction) throws -> [BackupTable] {
    try transaction.rows(
      """
      SELECT name FROM sqlite_master
      WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search_word%'
        AND name NOT LIKE 'grdb%' AND name NOT IN ('migration', 'node')
      ORDER BY rowid LIMIT 1000
      """
    ).map { row in
      let name: String = try row[0]
      return try BackupTable(name: name, columns: columns(of: name, in: transaction))
    }
  }

  private static func columns(of table: String, in transaction: Transaction) throws -> [Column] {
    try transaction.rows(
      "SELECT name, type, pk FROM pragma_table_info(\(table)) ORDER BY cid LIMIT 200"
    ).map { Column(name: try $0[0], type: SQLType(declared: try $0[1]), keyPlace: try $0[2]) }
  }

  private var key: [Column] {
    columns.filter { $0.keyPlace > 0 }.sorted { $0.keyPlace < $1.keyPlace }
  }

  /// Hands over all rows, fifty at a time, in the order of the primary key.
  func copy(from source: Transaction, _ handOver: ([Row]) throws -> Void) throws {
    let names = SQL.joined(columns.map { .identifier($0.name) }, by: ", ")
    let keyNames = SQL.joined(key.map { .identifier($0.name) }, by: ", ")
    let keyIndices = key.compactMap { part in columns.firstIndex { $0.name == part.name } }
    var last: Row?
    repeat {
      let place: SQL =
        last.map { row in
          let values = zip(key, keyIndices).map { column, index in
            SQL.parameter(SQLParameter(type: column.type, value: row.values[index]))
          }
          return "WHERE (\(keyNames)) > (\(SQL.joined(values, by: ", ")))"
        } ?? ""
      let rows = try source.rows(
        """
        SELECT \(names) FROM \(.identifier(name)) \(place)
        ORDER BY \(keyNames) LIMIT \(Self.batch)
        """
      )
      if !rows.isEmpty { try handOver(rows) }
      last = rows.last
    } while last != nil
  }

  func insert(_ rows: [Row], in target: Transaction) throws {
    let names = SQL.joined(columns.map { .identifier($0.name) }, by: ", ")
    let tuples = rows.map { row -> SQL in
      let values = zip(columns, row.values).map { column, value in
        SQL.parameter(SQLParameter(type: column.type, value: value))
      }
      return "(\(SQL.joined(values, by: ", ")))"
    }
    try target.execute(
      "INSERT INTO \(.identifier(name)) (\(names)) VALUES \(SQL.joined(tuples, by: ", "))"
    )
  }
}

extension SQLType {
  /// - Parameter declared: the type as a migration declares it.
  fileprivate init(declared: String) {
    switch declared {
    case "BLOB": self = .blob
    case "TEXT": self = .text
    case "DOUBLE PRECISION": self = .real
    default: self = .integer
    }
  }
}
