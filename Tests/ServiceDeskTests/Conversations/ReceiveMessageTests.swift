import ServiceDesk
import Storage
import TestSupport
import Testing

/// Where a customer's message comes to lie.
@Suite struct ReceiveMessageTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  /// A conversation by telephone with somebody new.
  private func begin() async throws -> Conversation {
    try await harness.call("one", from: "nikos").conversation
  }

  @Test func `on a channel without threads the first message opens a conversation`() async throws {
    let events = try await harness.events {
      let received = try await harness.call("Hello?", from: "nikos")
      #expect(received.opened)
      #expect(received.conversation.channel == .phone)
      #expect(received.conversation.subject == "Hello?")
    }

    #expect(events == ["customer.created", "conversation.opened"])
  }

  @Test func `the next joins it, and the promise stays`() async throws {
    let first = try await begin()
    harness.clock.advance(by: .hours(1))

    let events = try await harness.events {
      let received = try await harness.call("two", from: "nikos")
      #expect(!received.opened)
      #expect(received.conversation.id == first.id)
      #expect(received.conversation.messageCount == 2)
      #expect(received.conversation.dueAt == first.dueAt)
      #expect(received.conversation.updatedAt == harness.clock.now)
    }

    #expect(events == ["message.received"])
  }

  @Test func `a channel with threads opens its own`() async throws {
    let received = try await harness.perform(
      ReceiveMessage(customer: .address("maria"), text: .init("Hello"), channel: .api)
    )

    #expect(received.opened)
    #expect(received.conversation.id != harness.anemone.conversation)
  }

  @Test func `it joins what was last spoken of, on whatever channel`() async throws {
    let (first, second) = (try await begin(), try await harness.open(from: "nikos"))
    harness.clock.advance(by: .seconds(1))
    try await harness.perform(AddNote(conversation: first.id, text: .init("hm")))
    #expect(try await harness.call("two", from: "nikos").conversation.id == first.id)

    harness.clock.advance(by: .seconds(1))
    try await harness.perform(AddNote(conversation: second.id, text: .init("hm")))
    #expect(try await harness.call("three", from: "nikos").conversation.id == second.id)
  }

  @Test func `it does not join another customer's`() async throws {
    _ = try await begin()

    #expect(try await harness.call("Hello", from: "eleni").opened)
  }

  @Test(arguments: [Conversation.Status.waiting, .snoozed])
  func `it brings a conversation back that waits or is laid aside, with a new promise`(
    status: Conversation.Status
  ) async throws {
    let first = try await begin()
    if status == .waiting {
      try await harness.perform(Reply(conversation: first.id, text: .init("Yes?")))
    } else {
      try await harness.perform(
        Snooze(conversation: first.id, until: harness.clock.now + .days(3))
      )
    }
    harness.clock.advance(by: .hours(1))
    #expect(try await harness.conversation(first.id).status == status)

    let received = try await harness.call("two", from: "nikos").conversation

    #expect(received.id == first.id)
    #expect(received.status == .open && received.snoozedUntil == nil)
    #expect(received.dueAt == harness.clock.now + .hours(4))
    #expect(try await harness.violations() == [], "its timer is still set")
  }

  @Test(arguments: [(Duration.days(14), false), (.days(14) + .milliseconds(1), true)])
  func `it reopens what was resolved within 14 days, and opens another after that`(
    passed: Duration,
    opened: Bool
  ) async throws {
    let first = try await begin()
    try await harness.perform(Resolve(conversation: first.id))
    harness.clock.advance(by: passed)

    let events = try await harness.events {
      let received = try await harness.call("two", from: "nikos")
      #expect(received.opened == opened)
      #expect((received.conversation.id == first.id) == !opened)
      #expect(received.conversation.status == .open)
      #expect(received.conversation.dueAt == harness.clock.now + .hours(4))
    }

    #expect(events == [opened ? "conversation.opened" : "message.received"])
  }

  @Test(arguments: [(Duration.days(3), false), (.days(3) + .milliseconds(1), true)])
  func `the time for reopening is the account's`(passed: Duration, opened: Bool) async throws {
    try await harness.perform(ChangeAccount(reopenDays: 3))
    let first = try await begin()
    try await harness.perform(Resolve(conversation: first.id))
    harness.clock.advance(by: passed)

    #expect(try await harness.call("two", from: "nikos").opened == opened)
  }

  @Test func `an unresolved one is joined before one that was resolved later`() async throws {
    let (open, resolved) = (try await begin(), try await harness.open(from: "nikos"))
    harness.clock.advance(by: .seconds(1))
    try await harness.perform(Resolve(conversation: resolved.id))

    #expect(try await harness.call("two", from: "nikos").conversation.id == open.id)
  }

  @Test func `spam is not joined`() async throws {
    let first = try await begin()
    try await harness.perform(MarkSpam(conversation: first.id))

    let received = try await harness.call("two", from: "nikos")

    #expect(received.opened)
    #expect(received.conversation.id != first.id)
  }

  @Test func `the log tells whether a message reopened its conversation`() async throws {
    let first = try await begin()
    try await harness.call("two", from: "nikos")
    try await harness.perform(Resolve(conversation: first.id))
    try await harness.call("three", from: "nikos")

    try await harness.numberEvents()
    let payloads = try await harness.answer(ReadEvents(after: 0, limit: 1_000))
      .filter { $0.event.kind == "message.received" }.map(\.event.payload)
    #expect(payloads.map { $0.contains(#""reopened":true"#) } == [false, true])
  }
}
