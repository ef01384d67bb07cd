import Storage
import TestSupport
import Testing

@Suite struct DatabaseTests {
  private struct Refusal: Error {}

  let database: Database

  init() async throws { database = try await .withNotes() }

  @Test func `what the body throws reaches the caller, with everything undone`() async throws {
    await #expect(throws: Refusal.self) {
      try await database.write { transaction in
        try transaction.addNote(1)
        throw Refusal()
      }
    }
    #expect(try await database.notes == [])
  }

  @Test func `the body's value comes back, and its rows stay`() async throws {
    let answer = try await database.write { transaction in
      try transaction.addNote(1)
      return "done"
    }

    #expect(answer == "done")
    #expect(try await database.notes == [1])
  }

  @Test func `a statement tells how many rows it changed`() async throws {
    let changed = try await database.write { transaction in
      for id in 1...3 { try transaction.addNote(Int64(id)) }
      return [
        try transaction.execute("UPDATE note SET body = 'x' WHERE id > 1"),
        try transaction.execute(
          "INSERT INTO note (id, body) VALUES (1, '') ON CONFLICT (id) DO NOTHING"
        ),
        try transaction.execute("DELETE FROM note WHERE id = 9"),
      ]
    }

    #expect(changed == [2, 0, 0])
  }

  @Test func `a row that the schema refuses is told as such`() async throws {
    try await database.addNote(1)

    let failure = await #expect(throws: DatabaseFailure.self) { try await database.addNote(1) }

    guard case .constraint = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func `a reading transaction cannot write`() async throws {
    await #expect(throws: DatabaseFailure.self) {
      try await database.read { try $0.addNote(1) }
    }
    #expect(try await database.notes == [])
  }

  @Test func `only what is committed leaves a signal`() async throws {
    let engine = database.engine

    let (_, signals) = try await engine.write { transaction in
      transaction.signal(.jobs)
      transaction.signal(.timers)
    }

    #expect(signals == [.jobs, .timers])
    let (_, none) = try await engine.write { try $0.addNote(1) }
    #expect(none.isEmpty)
  }

  @Test func `a closed database says that it cannot be reached`() async throws {
    await database.close()

    await #expect(throws: DatabaseFailure.self) { try await database.addNote(1) }
  }
}
