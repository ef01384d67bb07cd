package import Foundation

/// Fills an empty database from a backup file.
package struct Restore: Sendable {
  private let database: Database
  /// The folder for the blobs, where they are not in the database.
  private let folder: FolderBlobStore?
  private let migrator: Migrator
  private let now: Now

  /// Fills `database`, which is opened and so far without accounts.
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

  /// Copies everything, all rows in one transaction, and brings the schema up to this program's.
  ///
  /// What is being copied, and how much of it, is told to `report`.
  ///
  /// - Throws: ``BackupFailure``, ``MigrationFailure/databaseIsNewer(_:)``.
  package func read(
    from file: URL,
    report: @escaping @Sendable (String, Int) -> Void
  ) async throws {
    guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else {
      throw BackupFailure.noSuchFile
    }
    let backup = Database(engine: try SQLiteEngine(backup: file))
    do {
      try await copy(backup, report: report)
    } catch {
      await backup.close()
      throw error
    }
    await backup.close()
  }

  private func copy(
    _ backup: Database,
    report: @escaping @Sendable (String, Int) -> Void
  ) async throws {
    let tables: [BackupTable]
    do {
      tables = try await backup.read { try BackupTable.all(in: $0) }
    } catch is DatabaseFailure {
      throw BackupFailure.notABackup
    }
    guard tables.contains(where: { $0.name == "account" }) else { throw BackupFailure.notABackup }
    let applied = try await migrator.state(of: backup).applied
    try await requireEmpty()
    try await migrator.migrate(database, upTo: applied.last, now: now())
    try await copyRows(of: tables, from: backup, report: report)
    try await copyBlobs(from: backup, report: report)
    try await migrator.migrate(database, now: now())
  }

  private func requireEmpty() async throws {
    let applied = try await migrator.state(of: database).applied
    guard !applied.isEmpty else { return }
    let accounts = try await database.read { try $0.rows("SELECT 1 FROM account LIMIT 1") }
    guard accounts.isEmpty else { throw BackupFailure.databaseInUse }
  }

  private func copyRows(
    of tables: [BackupTable],
    from backup: Database,
    report: @escaping @Sendable (String, Int) -> Void
  ) async throws {
    guard let source = backup.engine as? SQLiteEngine else { return }
    let keepsBlobs = folder == nil
    try await database.write { target in
      for statement in target.dialect.withoutTimeLimit { try target.execute(statement) }
      try source.readNow { source in
        for table in tables where keepsBlobs || table.name != BlobSchema.table {
          try table.copy(from: source) { rows in
            try table.insert(rows, in: target)
            report(table.name, rows.count)
          }
        }
      }
    }
  }

  private func copyBlobs(
    from backup: Database,
    report: @Sendable (String, Int) -> Void
  ) async throws {
    guard let folder else { return }
    let store = DatabaseBlobStore(database: backup)
    for (account, hash) in try await store.all() {
      guard let bytes = try await store.bytes(hash, account: account) else { continue }
      _ = try await folder.put(bytes, account: account)
      report("blobs", 1)
    }
  }
}
