package import Foundation

/// One file that holds everything: a SQLite database with the blobs in it, whatever the engine.
///
/// So a backup of either engine can be restored into either: that is also the way from one
/// machine to a cluster.
package struct Backup: Sendable {
  private let database: Database
  /// The folder of the blobs, where they are not in the database.
  private let folder: FolderBlobStore?
  private let migrator: Migrator
  private let now: Now

  package init(
    database: Database,
    folder: FolderBlobStore?,
    migrator: Migrator,
    now: @escaping Now
  ) {
    self.database = database
    self.folder = folder
    self.migrator = migrator
    self.now = now
  }

  /// Writes one consistent state, beside running transactions; the file appears once it is whole.
  ///
  /// What is being copied, and how much of it, is told to `report`.
  ///
  /// - Throws: ``BackupFailure/fileExists``, or what the disk or the database says.
  package func write(
    to file: URL,
    report: @escaping @Sendable (String, Int) -> Void
  ) async throws {
    let path = file.path(percentEncoded: false)
    guard !FileManager.default.fileExists(atPath: path) else { throw BackupFailure.fileExists }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    let part = file.appendingPathExtension("part")
    removeDatabase(at: part)
    do {
      try await writeParts(to: part, report: report)
      try FileManager.default.moveItem(at: part, to: file)
    } catch {
      removeDatabase(at: part)
      throw error
    }
  }

  private func writeParts(
    to part: URL,
    report: @escaping @Sendable (String, Int) -> Void
  ) async throws {
    if let engine = database.engine as? SQLiteEngine {
      report("database", 0)
      try await offPool { try engine.copy(to: part) }
    }
    let copy = Database(engine: try SQLiteEngine(backup: part))
    do {
      if !(database.engine is SQLiteEngine) { try await copyRows(to: copy, report: report) }
      try await copyBlobs(to: copy, report: report)
    } catch {
      await copy.close()
      throw error
    }
    await copy.close()
  }

  private func copyRows(
    to copy: Database,
    report: @escaping @Sendable (String, Int) -> Void
  ) async throws {
    let applied = try await migrator.state(of: database).applied
    try await migrator.migrate(copy, upTo: applied.last ?? "", now: now())
    guard let engine = copy.engine as? SQLiteEngine else { return }
    let tables = try await copy.read { try BackupTable.all(in: $0) }
    // One reading transaction sees one state of all tables.
    try await database.read { source in
      for table in tables {
        try table.copy(from: source) { rows in
          try engine.transactNow { try table.insert(rows, in: $0) }
          report(table.name, rows.count)
        }
      }
    }
  }

  /// Later than the rows: bytes are always there before the row that names them.
  private func copyBlobs(
    to copy: Database,
    report: @Sendable (String, Int) -> Void
  ) async throws {
    guard let folder else { return }
    let store = DatabaseBlobStore(database: copy)
    for (account, hash) in try folder.all() {
      guard let bytes = try await folder.bytes(hash, account: account) else { continue }
      _ = try await store.put(bytes, account: account)
      report("blobs", 1)
    }
  }
}

/// Why there is no backup, or why it was not restored.
package enum BackupFailure: Error, Equatable {
  case fileExists
  case noSuchFile
  /// The file is no backup of this program.
  case notABackup
  /// There are accounts in the database already: restoring would mix two.
  case databaseInUse
}

/// Removes a SQLite file and what SQLite keeps beside it.
private func removeDatabase(at file: URL) {
  for suffix in ["", "-wal", "-shm"] {
    let path = file.path(percentEncoded: false) + suffix
    // What is not there need not be removed.
    try? FileManager.default.removeItem(atPath: path)
  }
}
