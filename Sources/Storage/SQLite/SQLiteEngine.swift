package import Foundation
import GRDB
import GRDBSQLite

/// The embedded engine: one file (or memory), one writer, several readers.
package final class SQLiteEngine: Engine {
  package var dialect: any Dialect { SQLiteDialect() }

  private let database: any DatabaseWriter
  private let writer: SQLiteWriter
  private let readers: SQLiteReaders

  /// Opens the database file, creating it where it is missing.
  ///
  /// A write waits for the busy time-out at most for another process to leave the file.
  ///
  /// - Throws: ``DatabaseFailure/unavailable(_:)`` if it cannot be opened, or if SQLite does not
  ///   confirm that each commit will be synced to the disk.
  package convenience init(
    file: URL,
    readers: Int = 4,
    queueLimit: Int = 1_000,
    busyTimeout: Duration = .seconds(5)
  ) throws {
    do {
      let pool = try DatabasePool(
        path: file.path(percentEncoded: false),
        configuration: Self.configuration(readers: readers, busyTimeout: busyTimeout)
      )
      try Self.makeDurable(pool)
      self.init(database: pool, readers: readers, queueLimit: queueLimit)
    } catch let error as DatabaseError {
      throw DatabaseFailure.unavailable(
        "cannot open \(file.path(percentEncoded: false)): \(error.message ?? "no reason given")"
      )
    }
  }

  /// Opens a file that no one else uses, such as a backup, and leaves nothing beside it when
  /// closed.
  package convenience init(backup file: URL) throws {
    var configuration = Self.configuration(readers: 1, busyTimeout: .seconds(5))
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    do {
      self.init(
        database: try DatabaseQueue(
          path: file.path(percentEncoded: false),
          configuration: configuration
        ),
        readers: 1,
        queueLimit: 1_000
      )
    } catch let error as DatabaseError {
      throw DatabaseFailure.unavailable(error.message ?? "no reason given")
    }
  }

  /// Opens an empty database in memory, gone when the engine is.
  package convenience init(queueLimit: Int = 1_000) throws {
    self.init(
      database: try DatabaseQueue(
        configuration: Self.configuration(readers: 1, busyTimeout: .zero)
      ),
      readers: 1,
      queueLimit: queueLimit
    )
  }

  private init(database: any DatabaseWriter, readers: Int, queueLimit: Int) {
    self.database = database
    writer = SQLiteWriter(database: database, queueLimit: queueLimit)
    self.readers = SQLiteReaders(database: database, count: readers, queueLimit: queueLimit)
  }

  package func write<T: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> (T, Signals) {
    try await writer.write(body)
  }

  package func read<T: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await readers.read { connection in
      try body(Self.transaction(on: connection.handle, mayWrite: false))
    }
  }

  // Other processes on the same file (the command line beside the server) find out by polling.
  package func tellOthers(_ signals: Signals) {}

  package func tellOthers(_ whisper: Whisper) {}

  package func listen(ringing bell: Bell, passing whispers: Whispers) async {}

  package var statistics: EngineStatistics {
    var statistics = writer.statistics
    readers.count(into: &statistics)
    return statistics
  }

  package func close() async {
    readers.close()
    await writer.close()
    // Keeps the log beside the file short; where a reader is still at work it stays as it is, and
    // the next opening reads it.
    try? await database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    // The pool refuses to close while a reader is at work; its file is closed at the latest with
    // the process, and every commit is on the disk already.
    try? database.close()
  }

  /// Copies a consistent state of the whole database into `file`, beside running transactions.
  package func copy(to file: URL) throws {
    let copy = try DatabaseQueue(path: file.path(percentEncoded: false))
    try database.backup(to: copy)
    try copy.close()
  }

  /// Runs the body in one transaction, on this thread; for files that no one else uses.
  func transactNow(_ body: (Transaction) throws -> Void) throws {
    try database.writeWithoutTransaction { handle in
      let connection = SQLiteConnection(handle: handle, mayWrite: true)
      try connection.control("BEGIN IMMEDIATE")
      do {
        try body(Self.transaction(on: handle, mayWrite: true))
        try connection.commit()
      } catch {
        if !connection.isRolledBack { try connection.control("ROLLBACK") }
        throw error
      }
    }
  }

  /// Reads one consistent state, on this thread; for files that no one else uses.
  func readNow(_ body: (Transaction) throws -> Void) throws {
    try database.read { try body(Self.transaction(on: $0, mayWrite: false)) }
  }

  private static func transaction(on handle: GRDB.Database, mayWrite: Bool) -> Transaction {
    Transaction(
      connection: SQLiteConnection(handle: handle, mayWrite: mayWrite),
      dialect: SQLiteDialect(),
      afterCommit: AfterCommit(),
      mayWrite: mayWrite
    )
  }
}

extension SQLiteEngine {
  private static func configuration(readers: Int, busyTimeout: Duration) -> Configuration {
    var configuration = Configuration()
    configuration.maximumReaderCount = readers
    // The command line may write to the same file while the server runs.
    configuration.busyMode = .timeout(busyTimeout / .seconds(1))
    configuration.prepareDatabase { handle in
      try handle.execute(sql: "PRAGMA temp_store = MEMORY")
      try handle.execute(sql: "PRAGMA cache_size = -6000")
    }
    return configuration
  }

  /// Has every commit synced to the disk before it is answered.
  ///
  /// Done after the pool has opened, because opening sets `synchronous` to NORMAL, with which a
  /// power cut can take back acknowledged commits (<https://sqlite.org/pragma.html#pragma_synchronous>).
  private static func makeDurable(_ pool: DatabasePool) throws {
    let level = try pool.writeWithoutTransaction { handle in
      try handle.execute(sql: "PRAGMA synchronous = FULL")
      return try Int.fetchOne(handle, sql: "PRAGMA synchronous")
    }
    guard level == 2 else {
      throw DatabaseFailure.unavailable("SQLite does not confirm synchronous = FULL")
    }
  }
}
