import Logging
import Storage
import Synchronization
import TestSupport
import Testing

@Suite struct ConsumerTests {
  let database: Database
  let clock = TestClock()
  let trouble = Trouble()

  init() async throws {
    database = try await TestDatabase.migrated()
    // Without a unique index, so that what is seen twice shows.
    try await database.write { try $0.execute("CREATE TABLE seen (id BIGINT NOT NULL)") }
  }

  private func runner(node: Int64 = 1) -> ConsumerRunner<Copyist> {
    ConsumerRunner(
      Copyist(trouble: trouble),
      database: database,
      node: node,
      now: { [clock] in clock.now },
      logger: .silent
    )
  }

  private var seen: [Int64] {
    get async throws {
      try await database.read { try $0.rows("SELECT id FROM seen").map { try $0[0] }.sorted() }
    }
  }

  private func report() async throws -> QueueReport {
    try await database.read { try QueueReport(in: $0) }
  }

  @Test func `it sees each event once, over many batches`() async throws {
    try await database.append(Array(1...250))

    try await runner().drain()
    try await runner().drain()

    #expect(try await seen == Array(1...250))
  }

  @Test func `after a crash amid a batch it neither skips an event nor sees one twice`()
    async throws
  {
    try await database.append(Array(1...250))
    trouble.begin(at: 150)

    for _ in 0..<4 {
      try await runner().drain()
      #expect(try await seen == Array(1...149))
    }
    trouble.end(at: 150)
    try await runner().drain()

    #expect(try await seen == Array(1...250))
    #expect(try await report().parkedEvents == 0)
  }

  @Test func `an event that fails five times is parked, and the rest is seen`() async throws {
    try await database.append(Array(1...5))
    trouble.begin(at: 3)

    for _ in 0..<4 { try await runner().drain() }
    #expect(try await seen == [1, 2])
    #expect(try await report().parkedEvents == 0)
    try await runner().drain()

    #expect(try await seen == [1, 2, 4, 5])
    let parked = try await database.read {
      try $0.rows("SELECT consumer, position, error FROM parked_event").map(\.values)
    }
    #expect(parked == [[.text("copyist"), .integer(3), .text("Failed()")]])
  }

  @Test func `failures at one event do not count for the next`() async throws {
    try await database.append([1, 2])
    for id in Int64(1)...2 {
      trouble.begin(at: id)
      for _ in 0..<4 { try await runner().drain() }
      trouble.end(at: id)
    }
    try await runner().drain()

    #expect(try await seen == [1, 2])
    #expect(try await report().parkedEvents == 0)
  }

  @Test func `what fails for the database's sake is not held against the event`() async throws {
    try await database.append([1])
    trouble.begin(at: 1, with: DatabaseFailure.busy("for a moment"))

    for _ in 0..<7 {
      await #expect(throws: DatabaseFailure.self) { try await runner().drain() }
    }
    trouble.end(at: 1)
    try await runner().drain()

    #expect(try await seen == [1])
  }

  @Test func `a consumer that begins now does not see what was before`() async throws {
    try await database.append([1, 2])
    let newcomer = ConsumerRunner(
      Newcomer(),
      database: database,
      node: 1,
      now: { [clock] in clock.now },
      logger: .silent
    )

    try await newcomer.drain()
    try await database.append([3])
    try await newcomer.drain()

    #expect(try await seen == [3])
  }

  @Test func `one node holds the cursor, and another takes over when its hold has run out`()
    async throws
  {
    try await database.append([1])
    try await runner(node: 1).drain()
    try await database.append([2])

    try await runner(node: 2).drain()
    #expect(try await seen == [1])
    clock.advance(by: .seconds(30))
    try await runner(node: 2).drain()
    #expect(try await seen == [1])
    clock.advance(by: .milliseconds(1))
    try await runner(node: 2).drain()
    #expect(try await seen == [1, 2])

    try await database.append([3])
    try await runner(node: 1).drain()
    #expect(try await seen == [1, 2], "the node that was late has taken the cursor back")
  }

  @Test func `two nodes at once see each event once between them`() async throws {
    try await database.append(Array(1...300))

    async let one: Void = runner(node: 1).drain()
    async let two: Void = runner(node: 2).drain()
    _ = try await (one, two)

    #expect(try await seen == Array(1...300))
  }

  @Test func `it runs by the bell until it is cancelled`() async throws {
    let running = Task { try await runner().run() }
    try await database.append([1])
    while try await seen.isEmpty { await Task.yield() }
    try await database.append([2])
    while try await seen.count < 2 { await Task.yield() }

    try await running.end()
    #expect(try await seen == [1, 2])
  }
}

/// Which events fail.
final class Trouble: Sendable {
  struct Failed: Error {}

  private let errors = Mutex<[Int64: any Error]>([:])

  func begin(at id: Int64, with error: any Error = Failed()) {
    errors.withLock { $0[id] = error }
  }

  func end(at id: Int64) { errors.withLock { $0[id] = nil } }

  func strike(_ id: Int64) throws {
    if let error = errors.withLock({ $0[id] }) { throw error }
  }
}

/// Writes down which events it sees.
private struct Copyist: Consumer {
  static let name = "copyist"
  static let start = ConsumerStart.beginning

  let trouble: Trouble

  func consume(_ event: NewEvent, in transaction: Transaction) throws {
    try transaction.execute("INSERT INTO seen (id) VALUES (\(event.id))")
    try trouble.strike(event.id)
  }
}

private struct Newcomer: Consumer {
  static let name = "newcomer"
  static let start = ConsumerStart.now

  func consume(_ event: NewEvent, in transaction: Transaction) throws {
    try transaction.execute("INSERT INTO seen (id) VALUES (\(event.id))")
  }
}
