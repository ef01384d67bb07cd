import Storage
import TestSupport

extension Transaction {
  /// Appends an event that is told by its id alone.
  func append(
    _ id: Int64,
    account: Int64 = 1,
    at time: Timestamp = TestClock.start
  ) throws {
    try EventLog.append(
      NewEvent(
        account: account,
        id: id,
        at: time,
        kind: "note.added",
        actor: nil,
        subject: Reference(kind: "note", id: id),
        conversation: nil,
        payload: "{}"
      ),
      in: self
    )
  }
}

extension Database {
  /// Appends one event for each id, in one transaction, and has it numbered.
  func append(_ ids: [Int64], at time: Timestamp = TestClock.start) async throws {
    try await write { for id in ids { try $0.append(id, at: time) } }
    try await numberEvents()
  }

  func numberEvents() async throws {
    while try await EventSequencer(database: self).number() > 0 {}
  }

  func events(
    after position: Int64,
    account: Int64? = nil,
    limit: Int = 1_000
  ) async throws -> [EventRecord] {
    try await read {
      try EventLog.read(after: position, account: account, limit: limit, in: $0)
    }
  }
}
