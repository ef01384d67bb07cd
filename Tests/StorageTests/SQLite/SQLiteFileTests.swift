import Foundation
import Storage
import TestSupport
import Testing

@Suite(.enabled(if: !TestDatabase.isPostgres)) struct SQLiteFileTests {
  @Test func `each commit is synced to the disk`() async throws {
    try await SQLiteFile.with { file in
      let database = Database(engine: try SQLiteEngine(file: file))

      let level: Int? = try await database.write {
        try $0.rows("PRAGMA synchronous").first.map { try $0[0] }
      }

      // 2 is FULL: https://sqlite.org/pragma.html#pragma_synchronous
      #expect(level == 2)
      await database.close()
    }
  }

  @Test func `what is no database is refused`() async throws {
    try await SQLiteFile.with { file in
      try Data(String(repeating: "no database\n", count: 500).utf8).write(to: file)

      let failure = #expect(throws: DatabaseFailure.self) { try SQLiteEngine(file: file) }

      guard case .unavailable = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
    }
  }

  @Test func `a reader sees the state from before a writer who is still at work`() async throws {
    try await SQLiteFile.with { file in
      let database = Database(engine: try SQLiteEngine(file: file))
      try await database.createNotes()
      let (entered, gate) = (AsyncStream.makeStream(of: Void.self), Gate())
      async let writing: Void = database.write { transaction in
        try transaction.addNote(1)
        entered.continuation.yield()
        gate.pass()
      }
      await entered.stream.first { _ in true }

      let before = try await database.notes
      gate.open()
      try await writing

      #expect(before == [])
      #expect(try await database.notes == [1])
      await database.close()
    }
  }

  @Test func `two programs write to one file, the second when the first is done`() async throws {
    try await SQLiteFile.with { file in
      let (server, tool) = (
        Database(engine: try SQLiteEngine(file: file)),
        Database(engine: try SQLiteEngine(file: file))
      )
      try await server.createNotes()
      let (entered, gate) = (AsyncStream.makeStream(of: Void.self), Gate())
      async let first: Void = server.write { transaction in
        try transaction.addNote(1)
        entered.continuation.yield()
        gate.pass()
      }
      await entered.stream.first { _ in true }
      async let second: Void = tool.addNote(2)
      await tool.waitForWrites(1)
      gate.open()

      try await first
      try await second
      #expect(try await server.notes == [1, 2])
      #expect(try await tool.notes == [1, 2])
      await server.close()
      await tool.close()
    }
  }

  @Test func `a file that another program keeps is busy for all who wait`()
    async throws
  {
    try await SQLiteFile.with { file in
      let server = Database(engine: try SQLiteEngine(file: file))
      let tool = Database(engine: try SQLiteEngine(file: file, busyTimeout: .milliseconds(50)))
      try await server.createNotes()
      let (entered, gate) = (AsyncStream.makeStream(of: Void.self), Gate())
      async let holder: Void = server.write { _ in
        entered.continuation.yield()
        gate.pass()
      }
      await entered.stream.first { _ in true }

      let waiting = [Int64(1), 2].map { id in Task { try await tool.addNote(id) } }
      for task in waiting {
        let failure = await #expect(throws: DatabaseFailure.self) { try await task.value }
        guard case .busy = failure else {
          Issue.record("\(String(describing: failure))")
          continue
        }
      }
      gate.open()
      try await holder

      #expect(try await server.notes == [])
      try await tool.addNote(3)
      #expect(try await server.notes == [3])
      await server.close()
      await tool.close()
    }
  }
}
