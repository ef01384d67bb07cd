import CPostgreSQL

/// What the server answered to one statement.
final class PostgresResult {
  private let handle: OpaquePointer

  /// Takes a result over from libpq and throws what it reports.
  init(_ handle: OpaquePointer?, of session: OpaquePointer) throws(PostgresFailure) {
    let status = PQresultStatus(handle)
    guard let handle, status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
      defer { PQclear(handle) }
      throw PostgresFailure(result: handle, session: session)
    }
    self.handle = handle
  }

  deinit { PQclear(handle) }

  /// Runs statements without parameters in one round trip; the result is the last one's, as text.
  static func run(
    _ text: String,
    on session: OpaquePointer
  ) throws(PostgresFailure) -> PostgresResult {
    try PostgresResult(PQexec(session, text), of: session)
  }

  /// What was done, as `COMMIT`.
  var commandTag: String { String(cString: PQcmdStatus(handle)) }

  /// How many rows the statement changed, or found.
  var changedRows: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }

  /// The first column of the first row, where the result came as text; `nil` without a row.
  var firstText: String? {
    guard PQntuples(handle) > 0, PQnfields(handle) > 0 else { return nil }
    guard PQgetisnull(handle, 0, 0) == 0 else { return nil }
    return String(cString: PQgetvalue(handle, 0, 0))
  }

  /// All rows of a result that came in binary form.
  ///
  /// - Throws: ``DatabaseFailure/statement(code:message:)`` if a column has a type that is no
  ///   ``SQLValue``.
  func rows() throws(DatabaseFailure) -> [Row] {
    var columns: [PostgresColumnType] = []
    for column in 0..<PQnfields(handle) {
      columns.append(try columnType(column))
    }
    var rows: [Row] = []
    rows.reserveCapacity(Int(PQntuples(handle)))
    for row in 0..<PQntuples(handle) {
      var values: [SQLValue] = []
      values.reserveCapacity(columns.count)
      for (index, type) in columns.enumerated() {
        values.append(value(row, Int32(index), as: type))
      }
      rows.append(Row(values: values))
    }
    return rows
  }

  private func value(_ row: Int32, _ column: Int32, as type: PostgresColumnType) -> SQLValue {
    guard PQgetisnull(handle, row, column) == 0 else { return .null }
    let bytes = UnsafeRawBufferPointer(
      start: PQgetvalue(handle, row, column),
      count: Int(PQgetlength(handle, row, column))
    )
    return type.decode(bytes)
  }

  private func columnType(_ column: Int32) throws(DatabaseFailure) -> PostgresColumnType {
    let oid = PQftype(handle, column)
    guard let type = PostgresColumnType(oid: oid) else {
      let name = PQfname(handle, column).map { String(cString: $0) } ?? ""
      throw .statement(
        code: "42804",
        message: "column \(column) (\(name)) has the type number \(oid), which is no SQLValue: "
          + "cast it to BIGINT, DOUBLE PRECISION, TEXT or BYTEA"
      )
    }
    return type
  }
}
