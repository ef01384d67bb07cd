import Storage
import TestSupport
import Testing

@Suite struct NodeLeaseTests {
  let database: Database
  let clock = TestClock()

  init() async throws { database = try await TestDatabase.migrated() }

  private func acquire() async throws -> NodeLease {
    try await NodeLease.acquire(in: database) { [clock] in clock.now }
  }

  @Test func `two who hold at the same time have different numbers`() async throws {
    let (one, two) = (try await acquire(), try await acquire())

    #expect(one.ids.node != two.ids.node)
  }

  @Test func `many who come at once have different numbers`() async throws {
    let nodes = try await withThrowingTaskGroup(of: Int64.self) { group in
      for _ in 0..<16 { group.addTask { try await acquire().ids.node } }
      return try await group.reduce(into: []) { $0.append($1) }
    }

    #expect(Set(nodes).count == 16)
  }

  @Test func `a number that was given back is used again, and goes on above`() async throws {
    let first = try await acquire()
    let made = try (0..<10).map { _ in try first.ids.next() }
    try await first.release()

    let second = try await acquire()

    #expect(second.ids.node == first.ids.node)
    #expect(try second.ids.next() > made[9])
    #expect(throws: IDFailure.leaseExpired) { try first.ids.next() }
  }

  @Test func `what ran ahead of the clock is not made again by later holders`() async throws {
    let first = try await acquire()
    let made = Set(try (0..<50_000).map { _ in try first.ids.next() })
    try await first.release()

    for _ in 0..<3 {
      let later = try await acquire()
      #expect(!made.contains(try later.ids.next()))
      clock.advance(by: .milliseconds(20))
    }
  }

  @Test func `a number whose holder was lost is free when the lease ends, and not before`()
    async throws
  {
    let lost = try await acquire()
    clock.advance(by: .milliseconds(59_999))
    let last = try lost.ids.next()
    let other = try await acquire()
    #expect(other.ids.node != lost.ids.node)

    clock.advance(by: .milliseconds(1))
    let heir = try await acquire()

    #expect(heir.ids.node == lost.ids.node)
    #expect(try heir.ids.next() > last)
    #expect(throws: IDFailure.leaseExpired) { try lost.ids.next() }
  }

  @Test func `no one gets a number when all are held`() async throws {
    let until = clock.now + .seconds(1)
    try await database.write { transaction in
      for number in Int64(0)..<1_024 {
        try transaction.execute(
          "INSERT INTO node (number, leased_until, free_from) VALUES (\(number), \(until), 0)"
        )
      }
    }

    await #expect(throws: IDFailure.noFreeNode) { try await acquire() }
    clock.advance(by: .seconds(1))
    _ = try await acquire()
  }

  @Test func `the hold is renewed while it runs, and given back at its end`() async throws {
    let lease = try await acquire()
    clock.advance(by: .seconds(50))
    let running = Task { try await lease.run() }

    while try await leasedUntil != clock.now + .seconds(60) { await Task.yield() }
    clock.advance(by: .seconds(20))
    _ = try lease.ids.next()
    running.cancel()
    try await running.value

    #expect(try await leasedUntil == clock.now)
  }

  private var leasedUntil: Timestamp {
    get async throws {
      try await database.read {
        try #require($0.rows("SELECT leased_until FROM node").first)[0]
      }
    }
  }
}
