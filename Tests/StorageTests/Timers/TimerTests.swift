import Storage
import TestSupport
import Testing

@Suite struct TimerTests {
  let database: Database
  let clock = TestClock()
  let trouble = Trouble()

  init() async throws {
    database = try await TestDatabase.migrated()
    try await database.write {
      try $0.execute("CREATE TABLE fired (subject BIGINT NOT NULL, at BIGINT NOT NULL)")
    }
  }

  private var runner: TimerRunner {
    TimerRunner(
      handlers: [Egg(trouble: trouble)],
      database: database,
      now: { [clock] in clock.now },
      logger: .silent
    )
  }

  private func set(_ subject: Int64, after delay: Duration, kind: String = Egg.kind) async throws {
    let due = clock.now + delay
    try await database.write {
      try TimerQueue.set(account: 1, kind: kind, subject: subject, due: due, in: $0)
    }
  }

  private var fired: [Int64] {
    get async throws {
      try await database.read {
        try $0.rows("SELECT subject FROM fired").map { try $0[0] }.sorted()
      }
    }
  }

  private var waiting: Int {
    get async throws { try await database.read { try QueueReport(in: $0).timers } }
  }

  @Test func `a timer fires once, at its time and not before`() async throws {
    try await set(1, after: .seconds(10))

    clock.advance(by: .milliseconds(9_999))
    try await runner.drain()
    #expect(try await fired == [])
    clock.advance(by: .milliseconds(1))
    try await runner.drain()
    try await runner.drain()
    #expect(try await fired == [1])
    #expect(try await waiting == 0)
  }

  @Test func `more than one batch fires at once`() async throws {
    let due = clock.now
    try await database.write { transaction in
      for subject in Int64(1)...250 {
        try TimerQueue.set(
          account: 1,
          kind: Egg.kind,
          subject: subject,
          due: due,
          in: transaction
        )
      }
    }

    try await runner.drain()

    #expect(try await fired == Array(1...250))
  }

  @Test(arguments: [5, 15] as [Int64])
  func `a timer that is set again has the new time alone`(seconds: Int64) async throws {
    try await set(1, after: .seconds(10))
    try await set(1, after: .seconds(seconds))

    #expect(try await waiting == 1)
    clock.advance(by: .seconds(seconds) - .milliseconds(1))
    try await runner.drain()
    #expect(try await fired == [])
    clock.advance(by: .milliseconds(1))
    try await runner.drain()
    #expect(try await fired == [1])
  }

  @Test func `a timer that is cleared does not fire, and its neighbours do`() async throws {
    for subject in Int64(1)...2 { try await set(subject, after: .seconds(1)) }
    try await database.write {
      try TimerQueue.clear(account: 1, kind: Egg.kind, subject: 1, in: $0)
      try TimerQueue.clear(account: 2, kind: Egg.kind, subject: 2, in: $0)
    }

    clock.advance(by: .seconds(1))
    try await runner.drain()

    #expect(try await fired == [2])
  }

  @Test func `a timer that fails leaves nothing, and is tried after 2, 4, 8 seconds`()
    async throws
  {
    try await set(1, after: .zero)
    try await set(2, after: .zero)
    trouble.begin(at: 1)
    try await runner.drain()
    #expect(try await fired == [2])

    for seconds in [Int64(2), 4, 8] {
      clock.advance(by: .seconds(seconds) - .milliseconds(1))
      trouble.end(at: 1)
      try await runner.drain()
      #expect(try await fired == [2], "tried too early")
      trouble.begin(at: 1)
      clock.advance(by: .milliseconds(1))
      try await runner.drain()
    }
    #expect(try await waiting == 1)
    trouble.end(at: 1)
    clock.advance(by: .seconds(16))
    try await runner.drain()
    #expect(try await fired == [1, 2])
  }

  @Test func `a timer that always fails is tried every hour in the end`() async throws {
    try await set(1, after: .zero)
    trouble.begin(at: 1)
    for _ in 0..<20 {
      try await runner.drain()
      clock.advance(by: .hours(1))
    }
    trouble.end(at: 1)

    try await runner.drain()

    #expect(try await fired == [1])
  }

  @Test func `two runners at once fire each timer once between them`() async throws {
    for subject in Int64(1)...40 { try await set(subject, after: .zero) }

    async let one: Void = runner.drain()
    async let two: Void = runner.drain()
    _ = try await (one, two)

    #expect(try await fired == Array(1...40))
  }

  @Test func `it runs by the bell until it is cancelled`() async throws {
    let running = Task { try await runner.run() }
    for subject in Int64(1)...2 {
      try await set(subject, after: .zero)
      while try await fired.count < subject { await Task.yield() }
    }

    try await running.end()
    #expect(try await fired == [1, 2])
  }

  @Test func `a timer of a kind that nobody here fires stays for those who do`() async throws {
    try await set(1, after: .zero, kind: "alarm")

    try await runner.drain()

    #expect(try await waiting == 1)
  }
}

/// Writes down when it fires.
private struct Egg: TimerHandler {
  static let kind = "egg"

  let trouble: Trouble

  func fire(_ timer: DueTimer, at time: Timestamp, in transaction: Transaction) throws {
    try transaction.execute("INSERT INTO fired (subject, at) VALUES (\(timer.subject), \(time))")
    try trouble.strike(timer.subject)
  }
}
