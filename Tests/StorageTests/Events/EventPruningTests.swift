import Storage
import TestSupport
import Testing

@Suite struct EventPruningTests {
  let database: Database

  init() async throws { database = try await TestDatabase.migrated() }

  /// Appends one event a day, with ids from 1.
  private func appendDays(_ days: Int64) async throws {
    for day in 1...days { try await database.append([day], at: time(day)) }
  }

  private func time(_ day: Int64) -> Timestamp { TestClock.start + .days(day) }

  /// Makes it so that a consumer has seen the log so far.
  private func consumer(_ name: String = "reader", at position: Int64) async throws {
    try await database.write {
      try $0.execute(
        """
        INSERT INTO consumer (name, position, node, leased_until, failures)
        VALUES (\(name), \(position), NULL, 0, 0)
        """
      )
    }
  }

  private func prune(before time: Timestamp, limit: Int = 1_000) async throws -> Int {
    try await database.write { try EventLog.prune(before: time, limit: limit, in: $0) }
  }

  private var kept: [Int64] {
    get async throws { try await database.events(after: 0).map(\.position) }
  }

  @Test func `what is older than the time goes, and what is not stays`() async throws {
    try await appendDays(5)
    try await consumer(at: 5)

    #expect(try await prune(before: time(3)) == 2)
    #expect(try await kept == [3, 4, 5])
  }

  @Test func `the newest event stays, so that positions go on from it`() async throws {
    try await appendDays(3)
    try await consumer(at: 3)

    #expect(try await prune(before: time(100)) == 2)
    #expect(try await kept == [3])
    try await database.append([4])
    #expect(try await kept == [3, 4])
  }

  @Test func `what a consumer has not seen stays`() async throws {
    try await appendDays(5)
    try await consumer("quick", at: 5)
    try await consumer("slow", at: 2)

    #expect(try await prune(before: time(100)) == 2)
    #expect(try await kept == [3, 4, 5])
  }

  @Test func `an old event behind a younger one stays, so that there is no gap`() async throws {
    try await database.append([1], at: time(1))
    try await database.append([2], at: time(9))
    try await database.append([3], at: time(1))
    try await database.append([4], at: time(9))
    try await consumer(at: 4)

    #expect(try await prune(before: time(5)) == 1)
    #expect(try await kept == [2, 3, 4])
  }

  @Test func `it removes a bounded number at a time`() async throws {
    try await appendDays(5)
    try await consumer(at: 5)

    #expect(try await prune(before: time(100), limit: 3) == 3)
    #expect(try await prune(before: time(100), limit: 3) == 1)
    #expect(try await prune(before: time(100), limit: 3) == 0)
  }

  @Test func `a reader whose place was pruned learns it, and one at the edge does not`()
    async throws
  {
    try await appendDays(5)
    try await consumer(at: 5)
    _ = try await prune(before: time(4))

    await #expect(throws: EventLogFailure.expired) { try await database.events(after: 2) }
    #expect(try await database.events(after: 3).map(\.position) == [4, 5])
    #expect(try await database.events(after: 0).map(\.position) == [4, 5])
  }
}
