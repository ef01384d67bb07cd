import CPostgreSQL
import Foundation

/// One session with the server, used only by the thread that opened it.
final class PostgresConnection {
  let handle: OpaquePointer

  /// Differs after the server was started anew or has recovered from a crash.
  let serverStart: String

  /// The first statement that failed in the open transaction, even if its body has caught it.
  private(set) var firstFailure: PostgresFailure?

  private var statements = PostgresStatementCache()

  /// Opens a session, which takes at most the settings' deadline.
  init(_ settings: PostgresSettings) throws(PostgresFailure) {
    let handle = connect(settings.keywords)
    guard let handle else { throw PostgresFailure(.unavailable("out of memory")) }
    do throws(PostgresFailure) {
      guard PQstatus(handle) == CONNECTION_OK else {
        throw PostgresFailure(result: nil, session: handle)
      }
      PQsetNoticeProcessor(handle, { _, _ in }, nil)
      _ = try PostgresResult.run(settings.preparation, on: handle)
      // The counters' reset tells of a crash that the server process itself has survived.
      serverStart =
        try PostgresResult.run(
          """
          SELECT pg_postmaster_start_time() || ' ' || coalesce(stats_reset::text, '')
          FROM pg_stat_wal
          """,
          on: handle
        ).firstText ?? ""
    } catch {
      PQfinish(handle)
      throw error
    }
    self.handle = handle
  }

  deinit { PQfinish(handle) }

  /// Whether a transaction can begin here, as far as this end knows.
  var isReady: Bool {
    PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE
  }

  /// Whether the last call found the session ended.
  var isLost: Bool { PQstatus(handle) == CONNECTION_BAD }

  /// Begins a transaction that may write, and returns its number.
  func beginWriting() throws(PostgresFailure) -> String {
    try begin("BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_current_xact_id()::text")
      .firstText ?? ""
  }

  /// Begins a transaction that sees one state of the database and cannot change it.
  func beginReading() throws(PostgresFailure) {
    _ = try begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
  }

  /// Ends the transaction and throws the first failure in it, if the server did not commit.
  func commit() throws(PostgresFailure) {
    let tag = try PostgresResult.run("COMMIT", on: handle).commandTag
    guard tag == "COMMIT" else {
      throw firstFailure
        ?? PostgresFailure(.statement(code: "25P02", message: "the transaction was rolled back"))
    }
  }

  /// Undoes the transaction; where that fails, the session is lost and the server does it.
  func rollBack() { PQclear(PQexec(handle, "ROLLBACK")) }

  /// Asks how the transaction of that number ended; `nil` if the server does not know it.
  func status(ofTransaction number: String) throws(PostgresFailure) -> String? {
    try PostgresResult.run("SELECT pg_xact_status('\(number)'::xid8)", on: handle).firstText
  }

  private func begin(_ text: String) throws(PostgresFailure) -> PostgresResult {
    firstFailure = nil
    do throws(PostgresFailure) {
      return try PostgresResult.run(text, on: handle)
    } catch {
      // A session that cannot even begin is of no use: its server is going down, or a standby.
      throw PostgresFailure(error.failure, remedy: .reconnect)
    }
  }
}

extension PostgresConnection: Connection {
  func rows(_ sql: SQL) throws -> [Row] { try perform(sql).rows() }

  func execute(_ sql: SQL) throws -> Int { try perform(sql).changedRows }

  private func perform(_ sql: SQL) throws(DatabaseFailure) -> PostgresResult {
    do throws(PostgresFailure) {
      return try result(of: sql)
    } catch {
      if firstFailure == nil { firstFailure = error }
      throw error.failure
    }
  }

  private func result(of sql: SQL) throws(PostgresFailure) -> PostgresResult {
    let text = sql.text
    let parameters = PostgresParameters(sql.parameters)
    let kind = PostgresStatementKind(text)
    if kind == .query {
      let key = PostgresStatementCache.Key(text: text, types: sql.parameters.map(\.type))
      return try execute(prepared(key, parameters), parameters)
    }
    let answer = parameters.withPointers { pointers in
      PQexecParams(
        handle,
        text,
        pointers.count,
        pointers.types,
        pointers.values,
        pointers.lengths,
        pointers.formats,
        1
      )
    }
    let result = try PostgresResult(answer, of: handle)
    if kind == .schemaChange { try forgetStatements() }
    return result
  }

  private func execute(
    _ name: String,
    _ parameters: PostgresParameters
  ) throws(PostgresFailure) -> PostgresResult {
    let result = parameters.withPointers { pointers in
      PQexecPrepared(
        handle,
        name,
        pointers.count,
        pointers.values,
        pointers.lengths,
        pointers.formats,
        1
      )
    }
    return try PostgresResult(result, of: handle)
  }

  /// The name of the prepared statement, which is prepared now if need be.
  private func prepared(
    _ key: PostgresStatementCache.Key,
    _ parameters: PostgresParameters
  ) throws(PostgresFailure) -> String {
    if let name = statements.name(of: key) { return name }
    if statements.isFull { try forgetStatements() }
    let name = statements.newName()
    let result = parameters.withPointers { pointers in
      PQprepare(handle, name, key.text, pointers.count, pointers.types)
    }
    _ = try PostgresResult(result, of: handle)
    statements.remember(key, as: name)
    return name
  }

  private func forgetStatements() throws(PostgresFailure) {
    guard !statements.isEmpty else { return }
    _ = try PostgresResult.run("DEALLOCATE ALL", on: handle)
    statements.forgetAll()
  }
}

private func connect(_ keywords: [(name: String, value: String)]) -> OpaquePointer? {
  let names = keywords.map { strdup($0.name) }
  let values = keywords.map { strdup($0.value) }
  defer { for string in names + values { free(string) } }
  // With 1 the URL under `dbname` is taken apart.
  return PQconnectdbParams(
    names.map { UnsafePointer($0) } + [nil],
    values.map { UnsafePointer($0) } + [nil],
    1
  )
}
