import GRDBSQLite

extension DatabaseFailure {
  /// Sorts a primary result code, <https://sqlite.org/rescode.html>.
  init(sqliteCode: Int32, message: String) {
    switch sqliteCode {
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_INTERRUPT: self = .busy(message)
    case SQLITE_CONSTRAINT: self = .constraint(message)
    case SQLITE_FULL, SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOMEM, SQLITE_CANTOPEN, SQLITE_NOTADB:
      self = .unavailable(message)
    default: self = .statement(code: String(sqliteCode), message: message)
    }
  }
}
