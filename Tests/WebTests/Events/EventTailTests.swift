import ServiceDesk
import Storage
import TestSupport
import Testing

@testable import Web

/// The newest end of the log in memory: what followers get, and when they are woken.
@Suite(.timeLimit(.minutes(15))) struct EventTailTests {
  let world: DeskHarness
  let tail: EventTail
  /// The log's end before the tail begins.
  let head: Int64

  init() async throws {
    world = try await DeskHarness()
    try await world.numberEvents()
    tail = EventTail(database: world.database)
    head = try await world.desk.answer(LastPosition(), as: world.amina)
  }

  @Test func `a follower gets its own account's events, and how far that goes`() async throws {
    try await whileFollowing {
      try await label("a", as: world.amina)
      try await label("b", as: world.stefan)
      await reach(head + 2)
      let own = try #require(news(after: head))
      #expect(own.entries.map(\.position) == [head + 1] && own.end == head + 2)
      #expect(try #require(news(after: head + 1)).entries.isEmpty)
      let theirs = try #require(news(after: head, account: world.basil.account))
      #expect(theirs.entries.map(\.position) == [head + 2])
    }
  }

  @Test func `what came before the tail began is in the database`() async throws {
    try await whileFollowing {
      #expect(news(after: head - 1) == nil)
      #expect(news(after: head)?.end == head)
    }
  }

  @Test func `it keeps the newest 2,000 events`() async throws {
    try await whileFollowing {
      try await append(2_001)
      await reach(head + 2_001)
      #expect(news(after: head) == nil)
      #expect(try #require(news(after: head + 1)).entries.count == 2_000)
    }
  }

  @Test func `a follower who waits is woken by an event`() async throws {
    try await whileFollowing {
      async let woken: Void = tail.wait(after: head)
      try await label("a", as: world.amina)
      await woken
      #expect(try #require(news(after: head)).end == head + 1)
    }
  }

  @Test func `a follower from before the tail began is woken when it begins`() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await tail.wait(after: head - 1) }
      group.addTask { try await tail.run() }
      // The tail runs on: the follower comes first.
      try await group.next()
      group.cancelAll()
    }
  }

  @Test func `a follower who waits is released when the task is cancelled`() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await tail.wait(after: head) }
      group.cancelAll()
    }
  }

  @Test func `when it ends, followers are released and told`() async throws {
    async let released: Void = tail.wait(after: .max)
    try await whileFollowing {}
    await released
    #expect(news(after: head) == nil)
    await tail.wait(after: .max)
  }

  /// Runs the tail, and the body once the tail has begun.
  private func whileFollowing(_ body: () async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await tail.run() }
      await tail.wait(after: head - 1)
      try await body()
      group.cancelAll()
    }
  }

  /// What a follower at `position` gets; `nil` if the memory does not go back so far.
  private func news(
    after position: Int64,
    account: ID<Account>? = nil
  ) -> (entries: [EventTail.Entry], end: Int64)? {
    let next = tail.next(after: position, account: account ?? world.anemone.account)
    guard case .entries(let entries, let end) = next else { return nil }
    return (entries, end)
  }

  /// Waits until the tail goes as far as `position`.
  private func reach(_ position: Int64) async {
    var end = head
    while end < position {
      await tail.wait(after: end)
      end = news(after: end)?.end ?? position
    }
  }

  private func label(_ name: String, as viewer: Viewer) async throws {
    try await world.desk.perform(AddLabel(name: .init(name)), as: viewer)
    try await world.numberEvents()
  }

  private func append(_ count: Int) async throws {
    let account = world.anemone.account
    try await world.database.write { transaction in
      for number in 1...count {
        try EventLog.append(
          NewEvent(
            account: account.raw,
            id: Int64(number),
            at: TestClock.start,
            kind: "test.happened",
            actor: nil,
            subject: account.reference,
            conversation: nil,
            payload: "{}"
          ),
          in: transaction
        )
      }
    }
    try await world.numberEvents()
  }
}
