import Foundation
import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct BackupTests {
  private func backup(_ database: Database) -> Backup {
    Backup(
      database: database,
      folder: nil,
      migrator: Schema.migrator,
      now: { TestClock.start }
    )
  }

  @Test func `a backup holds what was committed before it, and nothing later`() async throws {
    try await TemporaryFolder.with { folder in
      let file = folder.appending(path: "backups/backup.db")
      let database = try await TestDatabase.migrated()
      try await database.append([1, 2])

      try await backup(database).write(to: file) { _, _ in }
      try await database.append([3])

      let copy = Database(engine: try SQLiteEngine(file: file))
      #expect(try await copy.events(after: 0).map(\.event.id) == [1, 2])
      let (applied, names) = (
        try await Schema.migrator.state(of: copy).applied, Schema.migrator.migrations.map(\.name)
      )
      #expect(applied == names)
      await copy.close()
    }
  }

  @Test func `a file that is there is not written over`() async throws {
    try await TemporaryFolder.with { folder in
      let file = folder.appending(path: "backup.db")
      try Data("mine".utf8).write(to: file)

      await #expect(throws: BackupFailure.fileExists) {
        try await backup(TestDatabase.migrated()).write(to: file) { _, _ in }
      }
      #expect(try Data(contentsOf: file) == Data("mine".utf8))
    }
  }
}
