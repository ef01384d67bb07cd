import GRDB
import GRDBSQLite

/// A GRDB connection, read and bound through SQLite's own calls.
///
/// GRDB's rows and arguments are more general than the five types needed here, and take longer.
struct SQLiteConnection: Connection {
  let handle: GRDB.Database
  /// Whether statements may change anything.
  let mayWrite: Bool

  func rows(_ sql: SQL) throws -> [Row] {
    var rows: [Row] = []
    try step(sql) { statement in
      let count = sqlite3_column_count(statement)
      rows.append(Row(values: (0..<count).map { Self.value(statement, at: $0) }))
    }
    return rows
  }

  func execute(_ sql: SQL) throws -> Int {
    try step(sql) { _ in }
    return Int(sqlite3_changes(handle.sqliteConnection))
  }

  private func step(_ sql: SQL, onRow: (OpaquePointer) -> Void) throws {
    let statement: OpaquePointer
    do {
      statement = try handle.cachedStatement(sql: sql.text).sqliteStatement
    } catch let error as DatabaseError {
      throw DatabaseFailure(
        sqliteCode: error.resultCode.rawValue,
        message: error.message ?? "no reason given"
      )
    }
    guard mayWrite || sqlite3_stmt_readonly(statement) != 0 else {
      throw DatabaseFailure(sqliteCode: SQLITE_READONLY, message: "a reading transaction writes")
    }
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (index, parameter) in sql.parameters.enumerated() {
      Self.bind(parameter.value, to: statement, at: Int32(index + 1))
    }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: onRow(statement)
      case SQLITE_DONE: return
      case let code: throw failure(code)
      }
    }
  }

  /// Runs a statement that has neither values nor rows and is not worth keeping prepared.
  func control(_ statement: String) throws {
    let code = sqlite3_exec(handle.sqliteConnection, statement, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code) }
  }

  /// Commits, with everything that was written in the index.
  func commit() throws {
    try SQLiteSearchIndex.catchUp(on: self)
    try control("COMMIT")
  }

  /// Whether SQLite has ended the transaction by itself, as it does when a disk is full.
  var isRolledBack: Bool { sqlite3_get_autocommit(handle.sqliteConnection) != 0 }

  private func failure(_ code: Int32) -> DatabaseFailure {
    let message = sqlite3_errmsg(handle.sqliteConnection).map { String(cString: $0) } ?? ""
    return DatabaseFailure(sqliteCode: code & 0xFF, message: message)
  }

  private static func bind(_ value: SQLValue, to statement: OpaquePointer, at index: Int32) {
    switch value {
    case .null: sqlite3_bind_null(statement, index)
    case .integer(let integer): sqlite3_bind_int64(statement, index, integer)
    case .real(let real): sqlite3_bind_double(statement, index, real)
    case .text(let text):
      // Counted in bytes, so that the text may hold a NUL.
      sqlite3_bind_text(statement, index, text, Int32(text.utf8.count), transient)
    case .blob(let bytes):
      if bytes.isEmpty {
        sqlite3_bind_zeroblob(statement, index, 0)
      } else {
        sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), transient)
      }
    }
  }

  private static func value(_ statement: OpaquePointer, at column: Int32) -> SQLValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      guard let text = sqlite3_column_text(statement, column) else { return .null }
      let count = Int(sqlite3_column_bytes(statement, column))
      return .text(String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
    case SQLITE_BLOB:
      let count = Int(sqlite3_column_bytes(statement, column))
      guard count > 0, let bytes = sqlite3_column_blob(statement, column) else { return .blob([]) }
      return .blob([UInt8](UnsafeRawBufferPointer(start: bytes, count: count)))
    default: return .null
    }
  }
}

/// Tells SQLite to copy what it is given before the call returns.
private var transient: sqlite3_destructor_type {
  unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
