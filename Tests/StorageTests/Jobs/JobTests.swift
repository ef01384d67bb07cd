import Storage
import Synchronization
import TestSupport
import Testing

@Suite struct JobTests {
  let database: Database
  let clock = TestClock()

  init() async throws { database = try await TestDatabase.migrated() }

  private func runner(_ handler: some JobHandler) -> JobRunner {
    JobRunner(
      handlers: [handler],
      database: database,
      now: { [clock] in clock.now },
      logger: .silent
    )
  }

  private func enqueue(
    _ ids: ClosedRange<Int64>,
    kind: String = Parcel.kind,
    lane: String = "",
    after delay: Duration = .zero
  ) async throws {
    let time = clock.now + delay
    try await database.write { transaction in
      for id in ids {
        let job = Job(
          account: 1,
          id: id,
          kind: kind,
          key: "key \(id)",
          payload: "{\"id\":\(id)}",
          lane: lane
        )
        try JobQueue.enqueue(job, runAt: time, in: transaction)
      }
    }
  }

  private func report() async throws -> QueueReport {
    try await database.read { try QueueReport(in: $0) }
  }

  @Test func `a job is done once, with what was put in, and is gone`() async throws {
    let seen = Mutex<[Job]>([])
    let handler = Parcel { job in seen.withLock { $0.append(job) } }
    try await enqueue(1...1)

    try await runner(handler).drain()
    try await runner(handler).drain()

    let job = Job(
      account: 1,
      id: 1,
      kind: "parcel",
      key: "key 1",
      payload: "{\"id\":1}",
      attempts: 1
    )
    #expect(seen.withLock { $0 } == [job])
    #expect(try await report().waitingJobs == 0)
  }

  @Test func `a job waits for its time`() async throws {
    let seen = Seen()
    try await enqueue(1...1, after: .seconds(10))

    clock.advance(by: .milliseconds(9_999))
    try await runner(Parcel { seen.note($0.id) }).drain()
    #expect(seen.all == [])
    clock.advance(by: .milliseconds(1))
    try await runner(Parcel { seen.note($0.id) }).drain()
    #expect(seen.all == [1])
  }

  @Test func `two runners at once do each job once between them`() async throws {
    let seen = Seen()
    try await enqueue(1...40)

    async let one: Void = runner(Parcel { seen.note($0.id) }).drain()
    async let two: Void = runner(Parcel { seen.note($0.id) }).drain()
    _ = try await (one, two)

    #expect(seen.all.sorted() == Array(1...40))
    #expect(try await report().waitingJobs == 0)
  }

  @Test func `a job that fails is tried again after 2, 4, 8, 16 seconds`() async throws {
    let attempts = Seen()
    let runner = runner(
      Parcel { job in
        attempts.note(job.attempts)
        throw Trouble.Failed()
      }
    )
    try await enqueue(1...1)
    try await runner.drain()

    for (number, seconds) in zip(Int64(1)..., [Int64(2), 4, 8, 16]) {
      clock.advance(by: .seconds(seconds) - .milliseconds(1))
      try await runner.drain()
      #expect(attempts.all == Array(1...number))
      clock.advance(by: .milliseconds(1))
      try await runner.drain()
      #expect(attempts.all == Array(1...number + 1))
    }
  }

  @Test func `a job is dead after its last attempt, and kept; its handler is told once`()
    async throws
  {
    let attempts = Seen()
    let givenUp = Seen()
    let parcel = Parcel { job in
      attempts.note(job.attempts)
      throw Trouble.Failed()
    } givingUp: {
      givenUp.note($0.attempts)
    }
    try await enqueue(1...1)

    for _ in 0..<JobQueue.mostAttempts + 5 {
      try await runner(parcel).drain()
      clock.advance(by: .hours(6))
    }

    #expect(attempts.all == Array(1...JobQueue.mostAttempts))
    #expect(givenUp.all == [JobQueue.mostAttempts])
    let report = try await report()
    #expect(report.deadJobs == 1)
    #expect(report.waitingJobs == 0)
    let error = try await database.read { try $0.rows("SELECT last_error FROM job").first?.values }
    #expect(error == [.text("Failed()")])
  }

  @Test func `a job that takes its runner along each time is given up too`() async throws {
    let attempts = Seen()
    let givenUp = Seen()
    try await enqueue(1...1)
    // As many runners have begun it, and none has come back.
    try await database.write {
      _ = try $0.execute("UPDATE job SET attempts = \(JobQueue.mostAttempts), leased_until = 1")
    }
    let parcel = Parcel {
      attempts.note($0.attempts)
    } givingUp: {
      givenUp.note($0.id)
    }

    for _ in 0..<3 {
      try await runner(parcel).drain()
      clock.advance(by: .hours(6))
    }

    #expect(attempts.all == [])
    #expect(givenUp.all == [1])
    #expect(try await report().deadJobs == 1)
  }

  @Test func `a dead job that is wanted again has all its attempts`() async throws {
    let attempts = Seen()
    try await enqueue(1...1)
    try await database.write { _ = try $0.execute("UPDATE job SET state = 'dead', attempts = 25") }
    try await enqueue(1...1)
    try await runner(Parcel { attempts.note($0.attempts) }).drain()
    #expect(attempts.all == [1])
  }

  @Test func `jobs that hang keep no others from being done`() async throws {
    let seen = Seen()
    let (entered, entrance) = AsyncStream.makeStream(of: Void.self)
    let (released, release) = AsyncStream.makeStream(of: Void.self)
    let parcel = Parcel { job in
      if job.lane == "slow" {
        entrance.yield()
        await released.first { _ in true }
      }
      seen.note(job.id)
    }
    try await enqueue(1...40, lane: "slow")
    let running = Task { try await runner(parcel).run() }
    await entered.first { _ in true }

    // Also what comes later.
    for id in Int64(41)...43 {
      try await enqueue(id...id, lane: "other")
      while !seen.all.contains(id) { await Task.yield() }
    }
    #expect(seen.all == [41, 42, 43])

    release.finish()
    while seen.all.count < 43 { await Task.yield() }
    try await running.end()
    #expect(seen.all.sorted() == Array(1...43))
    entrance.finish()
  }

  @Test func `no more than a few of one lane are done at once, and of all together`() async throws {
    let seen = Mutex<(now: [String: Int], most: Int, mostOfLane: Int)>(([:], 0, 0))
    let parcel = Parcel { job in
      seen.withLock {
        $0.now[job.lane, default: 0] += 1
        $0.most = max($0.most, $0.now.values.reduce(0, +))
        $0.mostOfLane = max($0.mostOfLane, $0.now[job.lane] ?? 0)
      }
      // Lets the others begin.
      for _ in 0..<50 { await Task.yield() }
      seen.withLock { $0.now[job.lane, default: 0] -= 1 }
    }
    for lane in Int64(0)..<12 {
      try await enqueue(lane * 10 + 1...lane * 10 + 5, lane: "lane \(lane)")
    }
    try await runner(parcel).drain()
    #expect(seen.withLock { $0.mostOfLane } <= 2)
    #expect(seen.withLock { $0.most } <= 16)
    #expect(try await report().waitingJobs == 0)
  }

  @Test func `a job that takes longer than a lease stays its runner's`() async throws {
    let attempts = Seen()
    let (entered, entrance) = AsyncStream.makeStream(of: Void.self)
    let (released, release) = AsyncStream.makeStream(of: Void.self)
    let (beats, beat) = AsyncStream.makeStream(of: Void.self)
    let (paused, pausing) = AsyncStream.makeStream(of: Duration.self)
    let slow = JobRunner(
      handlers: [
        Parcel { job in
          attempts.note(job.attempts)
          entrance.yield()
          await released.first { _ in true }
        }
      ],
      database: database,
      now: { [clock] in clock.now },
      logger: .silent,
      pause: { duration in
        pausing.yield(duration)
        guard await beats.first(where: { _ in true }) != nil else { throw CancellationError() }
      }
    )
    let other = runner(Parcel { attempts.note($0.attempts) })
    try await enqueue(1...1)
    async let done: Void = slow.drain()
    await entered.first { _ in true }

    var pauses = paused.makeAsyncIterator()
    for _ in 0..<10 {
      let wait = try #require(await pauses.next())
      #expect(wait <= JobRunner.lease / 2)
      clock.advance(by: .seconds(100))
      beat.yield()
    }
    _ = await pauses.next()
    try await other.drain()
    #expect(attempts.all == [1])

    release.yield()
    try await done
    #expect(try await report().waitingJobs == 0)
  }

  @Test func `a job of a kind and key waits once`() async throws {
    let seen = Seen()
    try await enqueue(1...1)
    try await database.write { transaction in
      let again = Job(account: 1, id: 2, kind: Parcel.kind, key: "key 1", payload: "{}")
      let others = Job(account: 2, id: 3, kind: Parcel.kind, key: "key 1", payload: "{}")
      try JobQueue.enqueue(again, runAt: TestClock.start, in: transaction)
      try JobQueue.enqueue(others, runAt: TestClock.start, in: transaction)
    }

    try await runner(Parcel { seen.note($0.id) }).drain()

    #expect(seen.all.sorted() == [1, 3])
  }

  @Test func `a job exists exactly if its transaction does`() async throws {
    await #expect(throws: Trouble.Failed.self) {
      try await database.write { transaction in
        let job = Job(account: 1, id: 1, kind: Parcel.kind, key: "key", payload: "{}")
        try JobQueue.enqueue(job, runAt: TestClock.start, in: transaction)
        throw Trouble.Failed()
      }
    }
    #expect(try await report().waitingJobs == 0)
  }

  @Test func `a job of a kind that nobody here does stays for those who do`() async throws {
    try await enqueue(1...1, kind: "letter")

    try await runner(Parcel { _ in Issue.record("not its kind") }).drain()

    #expect(try await report().waitingJobs == 1)
  }

  @Test func `it runs by the bell until it is cancelled`() async throws {
    let seen = Seen()
    let running = Task { try await runner(Parcel { seen.note($0.id) }).run() }
    for id in Int64(1)...2 {
      try await enqueue(id...id)
      while seen.all.count < id { await Task.yield() }
    }

    try await running.end()
    #expect(seen.all == [1, 2])
  }

  @Test(arguments: [false, true])
  func `a job whose runner is lost is taken by another when the lease ends`(lateOneFails: Bool)
    async throws
  {
    let attempts = Seen()
    let (entered, released) = (
      AsyncStream.makeStream(of: Void.self), AsyncStream.makeStream(of: Void.self)
    )
    let stuck = runner(
      Parcel { job in
        attempts.note(job.attempts)
        entered.continuation.yield()
        await released.stream.first { _ in true }
        if lateOneFails { throw Trouble.Failed() }
      }
    )
    let other = runner(Parcel { attempts.note($0.attempts) })
    try await enqueue(1...1)
    async let late: Void = stuck.drain()
    await entered.stream.first { _ in true }

    clock.advance(by: .seconds(120))
    try await other.drain()
    #expect(attempts.all == [1])
    clock.advance(by: .milliseconds(1))
    try await other.drain()
    #expect(attempts.all == [1, 2])

    released.continuation.yield()
    try await late
    #expect(try await report().waitingJobs == 0, "the late one has put it back")
    #expect(attempts.all == [1, 2])
  }
}

/// Does the jobs of its kind as a test says.
private struct Parcel: JobHandler {
  static let kind = "parcel"

  let work: @Sendable (Job) async throws -> Void
  let end: @Sendable (Job) -> Void

  init(
    _ work: @escaping @Sendable (Job) async throws -> Void,
    givingUp end: @escaping @Sendable (Job) -> Void = { _ in }
  ) {
    self.work = work
    self.end = end
  }

  func perform(_ job: Job) async throws { try await work(job) }

  func giveUp(_ job: Job) async throws { end(job) }
}
