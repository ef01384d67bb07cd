import Storage
import TestSupport
import Testing

/// Writes that are committed together; each test makes the group for sure, by holding up the
/// writer while its members queue.
@Suite(.enabled(if: !TestDatabase.isPostgres)) struct SQLiteGroupTests {
  private struct Refusal: Error, Equatable {}

  let database: Database

  init() async throws { database = try await .withNotes() }

  private func addNotes(_ ids: ClosedRange<Int64>) -> [@Sendable (Transaction) throws -> Void] {
    ids.map { id in { try $0.addNote(id) } }
  }

  @Test func `those who wait share one commit`() async throws {
    let before = database.engine.statistics.commits

    let ends = try await database.writeTogether(addNotes(1...20))

    #expect(ends.allSatisfy { $0 == nil })
    #expect(database.engine.statistics.commits == before + 2)
    #expect(try await database.notes == Array(1...20))
  }

  @Test func `one who fails is undone alone`() async throws {
    var writes = addNotes(1...4)
    writes.insert(
      { transaction in
        try transaction.addNote(100)
        throw Refusal()
      },
      at: 2
    )
    let before = database.engine.statistics.commits

    let ends = try await database.writeTogether(writes)

    #expect(ends.map { $0 is Refusal } == [false, false, true, false, false])
    #expect(ends.count { $0 == nil } == 4)
    #expect(try await database.notes == [1, 2, 3, 4])
    #expect(database.engine.statistics.commits == before + 2, "the group was not one")
  }

  @Test func `one whom the schema refuses is undone alone`() async throws {
    let ends = try await database.writeTogether(
      addNotes(1...2) + [
        { transaction in
          try transaction.addNote(100)
          try transaction.addNote(1)
        }
      ] + addNotes(3...4)
    )

    #expect(ends.map { $0 is DatabaseFailure } == [false, false, true, false, false])
    #expect(try await database.notes == [1, 2, 3, 4])
  }

  @Test func `a cancelled caller's write is done, and harms no neighbour`() async throws {
    let (entered, gate) = (AsyncStream.makeStream(of: Void.self), Gate())
    async let holder: Void = database.write { _ in
      entered.continuation.yield()
      gate.pass()
    }
    await entered.stream.first { _ in true }
    let cancelled = Task { [database] in try await database.addNote(1) }
    await database.waitForWrites(2)
    let neighbour = Task { [database] in try await database.addNote(2) }
    await database.waitForWrites(3)

    cancelled.cancel()
    gate.open()

    try await holder
    try await cancelled.value
    try await neighbour.value
    #expect(try await database.notes == [1, 2])
  }

  @Test func `past the bound a caller is turned away, and those within it are served`()
    async throws
  {
    let bounded = Database(engine: try SQLiteEngine(queueLimit: 3))
    try await bounded.createNotes()
    let (entered, gate) = (AsyncStream.makeStream(of: Void.self), Gate())
    async let holder: Void = bounded.write { _ in
      entered.continuation.yield()
      gate.pass()
    }
    await entered.stream.first { _ in true }
    async let second: Void = bounded.addNote(2)
    async let third: Void = bounded.addNote(3)
    await bounded.waitForWrites(3)

    await #expect(throws: DatabaseFailure.overloaded(retryAfterSeconds: 1)) {
      try await bounded.addNote(4)
    }
    gate.open()

    try await holder
    try await second
    try await third
    #expect(try await bounded.notes == [2, 3])
    #expect(bounded.engine.statistics.refusals == 1)
    try await bounded.addNote(5)
  }

  @Test func `what SQLite rolls back for one is done again for the others`() async throws {
    try await database.write {
      try $0.execute(
        """
        CREATE TRIGGER poison BEFORE INSERT ON note WHEN new.body = 'poison' BEGIN
          SELECT RAISE(ROLLBACK, 'poisoned');
        END
        """
      )
    }

    let ends = try await database.writeTogether(
      addNotes(1...2) + [{ try $0.addNote(100, "poison") }] + addNotes(3...4)
    )

    #expect(ends.map { $0 is DatabaseFailure } == [false, false, true, false, false])
    #expect(ends.count { $0 == nil } == 4)
    #expect(try await database.notes == [1, 2, 3, 4])
    #expect(database.engine.statistics.reruns == 1)
  }

  @Test func `a full disk stops only what does not fit`() async throws {
    try await database.write { transaction in
      let pages: Int = try #require(transaction.rows("PRAGMA page_count").first)[0]
      // Values cannot be bound in a PRAGMA; this one is a number.
      try transaction.rows(SQL(stringLiteral: "PRAGMA max_page_count = \(pages + 20)"))
    }

    let ends = try await database.writeTogether(
      addNotes(1...2) + [{ try $0.addNote(100, String(repeating: "x", count: 1_000_000)) }]
        + addNotes(3...4)
    )

    #expect(ends.map { $0 is DatabaseFailure } == [false, false, true, false, false])
    #expect(try await database.notes == [1, 2, 3, 4])
  }

  @Test func `who was taken before the end is served, and who comes after it is turned away`()
    async throws
  {
    let (entered, gate) = (AsyncStream.makeStream(of: Void.self), Gate())
    let seen = Seen()
    async let holder: Void = database.write { _ in
      entered.continuation.yield()
      gate.pass()
    }
    await entered.stream.first { _ in true }
    async let taken: Void = database.write { _ in seen.note(1) }
    await database.waitForWrites(2)
    async let closing: Void = database.close()
    gate.open()
    try await holder
    try await taken
    await closing

    #expect(seen.all == [1])
    await #expect(throws: DatabaseFailure.unavailable("the database is closed")) {
      try await database.addNote(2)
    }
  }
}
