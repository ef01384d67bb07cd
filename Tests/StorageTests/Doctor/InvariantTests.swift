import Storage
import TestSupport
import Testing

@Suite struct InvariantTests {
  private let invariant = Invariant(
    "every note says something",
    count: """
      SELECT COUNT(*), COALESCE(SUM(CASE WHEN body = '' THEN 1 ELSE 0 END), 0) FROM note
      """
  )

  @Test func `it counts what it looked at and what is wrong`() async throws {
    let database = try await Database.withNotes()

    let empty = try await database.read { try invariant.examine(in: $0) }
    try await database.addNote(1, "hello")
    try await database.addNote(2, "")
    let broken = try await database.read { try invariant.examine(in: $0) }

    #expect(empty == Finding(name: invariant.name, examined: 0, violations: 0))
    #expect(empty.holds)
    #expect(broken == Finding(name: invariant.name, examined: 2, violations: 1))
    #expect(!broken.holds)
  }

  @Test func `the report of the queues counts what waits`() async throws {
    let database = try await TestDatabase.migrated()
    try await database.append([1, 2])
    try await database.write { transaction in
      let job = Job(account: 1, id: 1, kind: "parcel", key: "key", payload: "{}")
      try JobQueue.enqueue(job, runAt: TestClock.start, in: transaction)
      try TimerQueue.set(
        account: 1,
        kind: "egg",
        subject: 1,
        due: TestClock.start,
        in: transaction
      )
      try transaction.execute(
        """
        INSERT INTO consumer (name, position, node, leased_until, failures)
        VALUES ('reader', 1, NULL, 0, 0)
        """
      )
    }

    let report = try await database.read { try QueueReport(in: $0) }

    #expect(report.head == 2)
    #expect(report.consumers.map(\.name) == ["reader"])
    #expect(report.consumers.map(\.position) == [1])
    #expect(
      [report.waitingJobs, report.deadJobs, report.timers, report.parkedEvents] == [1, 0, 1, 0]
    )
  }
}
