import Storage
import TestSupport
import Testing

/// A reader by position gets every event once, however the writers' transactions overlap.
@Suite struct EventOrderTests {
  private struct Refusal: Error {}

  @Test(.enabled(if: TestDatabase.isPostgres))
  func `an event whose transaction commits late is read all the same, and once`() async throws {
    let database = try await TestDatabase.migrated()
    let (entered, gate) = (AsyncStream.makeStream(of: Void.self), Gate())
    async let late: Void = database.write { transaction in
      try transaction.append(1)
      entered.continuation.yield()
      gate.pass()
    }
    await entered.stream.first { _ in true }
    try await database.append([2])

    let first = try await database.events(after: 0)
    gate.open()
    try await late
    try await database.numberEvents()
    let second = try await database.events(after: first.last?.position ?? 0)

    #expect(first.map(\.event.id) == [2])
    #expect(second.map(\.event.id) == [1])
    #expect((first + second).map(\.position) == [1, 2])
  }

  @Test(.enabled(if: !TestDatabase.isPostgres))
  func `no event is read before its transaction, nor before those that began earlier`()
    async throws
  {
    try await SQLiteFile.with { file in
      let database = Database(engine: try SQLiteEngine(file: file))
      try await database.write { transaction in
        for statement in EventSchema.migrations.flatMap({ $0.statements(transaction.dialect) }) {
          try transaction.execute(statement)
        }
      }
      let (entered, gate) = (AsyncStream.makeStream(of: Void.self), Gate())
      async let late: Void = database.write { transaction in
        try transaction.append(1)
        entered.continuation.yield()
        gate.pass()
      }
      await entered.stream.first { _ in true }
      async let early: Void = database.write { try $0.append(2) }
      await database.waitForWrites(2)

      let first = try await database.events(after: 0)
      gate.open()
      try await late
      try await early
      let second = try await database.events(after: 0)

      #expect(first.isEmpty)
      #expect(second.map(\.event.id) == [1, 2])
      #expect(second.map(\.position) == [1, 2])
      await database.close()
    }
  }

  @Test func `eight writers at random, and a reader that stops and resumes at random`()
    async throws
  {
    let database = try await TestDatabase.migrated()
    let writing = Task {
      try await withThrowingTaskGroup(of: [Int64].self) { group in
        for writer in Int64(0)..<8 {
          group.addTask { try await Self.write(as: writer, to: database) }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
    }
    let reading = Task { try await Self.read(database, until: writing) }

    let written = try await writing.value
    let read = try await reading.value

    #expect(read.map(\.event.id).sorted() == written.sorted())
    #expect(read.map(\.position) == Array(1...Int64(written.count)))
  }

  /// Commits events in transactions of one to five, and takes back every fourth of them.
  private static func write(as writer: Int64, to database: Database) async throws -> [Int64] {
    var written: [Int64] = []
    for turn in Int64(0)..<25 {
      let ids = (0..<Int64.random(in: 1...5)).map { writer * 1_000 + turn * 10 + $0 }
      let isTakenBack = Int.random(in: 0..<4) == 0
      do {
        try await database.write { transaction in
          for id in ids { try transaction.append(id) }
          if isTakenBack { throw Refusal() }
        }
        written += ids
      } catch is Refusal {}
    }
    return written
  }

  /// Reads to the end, a few at a time, keeping the last position alone over its pauses.
  private static func read(
    _ database: Database,
    until writing: Task<[Int64], any Error>
  ) async throws -> [EventRecord] {
    var read: [EventRecord] = []
    let isDone = Seen()
    let end = Task {
      _ = try await writing.value
      isDone.note(1)
    }
    while true {
      let wasDone = !isDone.all.isEmpty
      // Two sequencers, as on two nodes.
      async let one = EventSequencer(database: database).number()
      async let other = EventSequencer(database: database).number()
      let numbered = try await one + other
      let next = try await database.events(
        after: read.last?.position ?? 0,
        limit: .random(in: 1...40)
      )
      read += next
      if wasDone, numbered == 0, next.isEmpty { break }
      for _ in 0..<Int.random(in: 0...20) { await Task.yield() }
    }
    try await end.value
    return read
  }

  @Test(.enabled(if: TestDatabase.isPostgres))
  func `the sequencer runs by the bell until it is cancelled`() async throws {
    let database = try await TestDatabase.migrated()
    let running = Task { try await EventSequencer(database: database).run() }
    for id in Int64(1)...2 {
      try await database.write { try $0.append(id) }
      while try await database.events(after: 0).count < id { await Task.yield() }
    }

    try await running.end()
  }

  @Test(.enabled(if: TestDatabase.isPostgres))
  func `the sequencer numbers a batch at a time, in the order of the ids`() async throws {
    let database = try await TestDatabase.migrated()
    try await database.write { transaction in
      for id in (Int64(1)...1_001).reversed() { try transaction.append(id) }
    }
    let sequencer = EventSequencer(database: database)

    #expect(try await database.events(after: 0).isEmpty)
    #expect(try await sequencer.number() == 1_000)
    #expect(try await sequencer.number() == 1)
    #expect(try await sequencer.number() == 0)
    let read = try await database.events(after: 0, limit: 2_000)
    #expect(read.map(\.event.id) == Array(1...1_001))
    #expect(read.map(\.position) == Array(1...1_001))
  }
}
