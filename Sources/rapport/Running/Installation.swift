import Foundation
import Logging
import ServiceDesk
import Storage
import Understanding

/// The database and the files that the configuration names, opened.
struct Installation: Sendable {
  let configuration: Configuration
  let database: Database
  /// Where blobs are, unless they are in the database.
  let folder: FolderBlobStore?
  let secrets: SecretBox
  let logger: Logger

  /// Opens the database without changing its schema.
  ///
  /// - Throws: ``OperationFailure`` or `DatabaseFailure`.
  static func open(_ configuration: Configuration, logger: Logger) throws -> Installation {
    // Whatever is written, backups too, is for its owner alone.
    umask(0o077)
    switch configuration.database {
    case .sqlite:
      try makeFolder(configuration.data)
      let file = configuration.data.appending(path: "rapport.db")
      return Installation(
        configuration: configuration,
        database: Database(engine: try SQLiteEngine(file: file)),
        folder: FolderBlobStore(folder: configuration.data.appending(path: "blobs")),
        secrets: try secrets(configuration),
        logger: logger
      )
    case .postgres(let address):
      let engine = try PostgresEngine(
        url: address.connectionString,
        connections: configuration.databaseConnections
      )
      return Installation(
        configuration: configuration,
        database: Database(engine: engine),
        folder: nil,
        secrets: try secrets(configuration),
        logger: logger
      )
    }
  }

  /// The operator's key, or the one in the data folder.
  private static func secrets(_ configuration: Configuration) throws -> SecretBox {
    if let key = configuration.secretKey { return SecretBox(key: key.symmetric) }
    try makeFolder(configuration.data)
    let key = try SecretKey.kept(in: configuration.data.appending(path: "secret.key"))
    return SecretBox(key: key.symmetric)
  }

  /// Only the owner may look into the folder: it holds what customers wrote.
  private static func makeFolder(_ folder: URL) throws {
    do {
      try FileManager.default.createDirectory(
        at: folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    } catch {
      throw OperationFailure(
        "cannot make the data folder \(folder.path(percentEncoded: false)): "
          + "\(error.localizedDescription)"
      )
    }
  }

  /// Brings the schema up to this program's, after a backup of what is there.
  ///
  /// - Returns: the names of the migrations that were applied.
  @discardableResult
  func migrate() async throws -> [String] {
    let state = try await Schema.migrator.state(of: database)
    if !state.pending.isEmpty, !state.applied.isEmpty { try await backUp(before: state.pending[0]) }
    let applied = try await Schema.migrator.migrate(database, now: .systemClock())
    if !applied.isEmpty {
      logger.notice("the schema was brought up to date", metadata: ["steps": "\(applied.count)"])
    }
    return applied
  }

  private func backUp(before migration: String) async throws {
    let time = Timestamp.systemClock().milliseconds
    let file = configuration.data.appending(path: "backups/before-\(migration)-\(time).db")
    logger.notice("backing up before the schema changes", metadata: ["file": "\(file.path())"])
    try await backup.write(to: file) { _, _ in }
  }

  var backup: Backup {
    Backup(
      database: database,
      folder: folder,
      migrator: Schema.migrator,
      now: Timestamp.systemClock
    )
  }

  var restore: Restore {
    Restore(
      database: database,
      folder: folder,
      migrator: Schema.migrator,
      now: Timestamp.systemClock
    )
  }

  /// - Parameters:
  ///   - ids: gives new records their identifiers.
  ///   - reader: reads what customers write; nothing is read without.
  /// - Returns: the desk over this installation's database.
  func desk(ids: IDSource, reader: TextReader? = nil) -> Desk {
    Desk(
      database: database,
      blobs: folder ?? DatabaseBlobStore(database: database) as any BlobStore,
      ids: ids,
      secrets: secrets,
      reader: reader,
      now: Timestamp.systemClock
    )
  }

  /// - Returns: `nil`, and says so, where there is no model to read with.
  func textReader() throws -> TextReader? {
    guard let file = ModelFile.find() else {
      logger.warning("there is no model beside the program: texts are not read")
      return nil
    }
    return TextReader(try ReadingModel(file: Array(Data(contentsOf: URL(filePath: file)))))
  }
}
