import Storage
import TestSupport
import Testing

@Suite struct EventLogTests {
  private struct Refusal: Error {}

  let database: Database

  init() async throws { database = try await TestDatabase.migrated() }

  @Test func `an event comes back as it was appended`() async throws {
    let event = NewEvent(
      account: 7,
      id: 12,
      at: TestClock.start,
      kind: "parcel.sent",
      actor: Reference(kind: "agent", id: 3),
      subject: Reference(kind: "parcel", id: 4),
      conversation: 5,
      payload: #"{"weight":"12"}"#
    )
    try await database.write { try EventLog.append(event, in: $0) }
    try await database.numberEvents()

    let record = try #require(try await database.events(after: 0).first)

    #expect(record.position == 1)
    #expect(record.event.account == 7 && record.event.id == 12)
    #expect(record.event.at == TestClock.start)
    #expect(record.event.kind == "parcel.sent")
    #expect(record.event.actor == Reference(kind: "agent", id: 3))
    #expect(record.event.subject == Reference(kind: "parcel", id: 4))
    #expect(record.event.conversation == 5)
    #expect(record.event.payload == #"{"weight":"12"}"#)
  }

  @Test func `positions count up without a gap, whatever was undone`() async throws {
    try await database.append([10, 11])
    await #expect(throws: Refusal.self) {
      try await database.write { transaction in
        try transaction.append(12)
        throw Refusal()
      }
    }
    try await database.append([13])

    let events = try await database.events(after: 0)

    #expect(events.map(\.position) == [1, 2, 3])
    #expect(events.map(\.event.id) == [10, 11, 13])
  }

  @Test func `a reader goes on from where it stopped`() async throws {
    try await database.append([10, 11, 12])

    #expect(try await database.events(after: 0, limit: 2).map(\.event.id) == [10, 11])
    #expect(try await database.events(after: 2, limit: 2).map(\.event.id) == [12])
    #expect(try await database.events(after: 3).isEmpty)
    try await database.append([13])
    #expect(try await database.events(after: 3).map(\.event.id) == [13])
  }

  @Test func `an account reads its own events`() async throws {
    try await database.write { transaction in
      for id in Int64(1)...6 { try transaction.append(id, account: id % 2) }
    }
    try await database.numberEvents()

    #expect(try await database.events(after: 0, account: 0).map(\.event.id) == [2, 4, 6])
    #expect(try await database.events(after: 2, account: 1).map(\.event.id) == [3, 5])
    #expect(try await database.events(after: 0, account: 9).isEmpty)
  }

  @Test(arguments: [4, 1_000, -1] as [Int64])
  func `a position that the log never had is expired`(position: Int64) async throws {
    try await database.append([10, 11, 12])

    await #expect(throws: EventLogFailure.expired) {
      try await database.events(after: position)
    }
  }

  @Test func `any position but the start of an empty log is expired`() async throws {
    #expect(try await database.events(after: 0).isEmpty)
    await #expect(throws: EventLogFailure.expired) { try await database.events(after: 1) }
  }

  @Test func `the head is the newest event's position`() async throws {
    #expect(try await database.read { try EventLog.head(in: $0) } == 0)
    try await database.append([10, 11])
    #expect(try await database.read { try EventLog.head(in: $0) } == 2)
  }
}
