import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct SnoozeTests {
  let harness: DeskHarness
  let id: ID<Conversation>

  init() async throws {
    harness = try await DeskHarness()
    id = harness.anemone.conversation
  }

  private func snooze(for time: Duration) async throws {
    try await harness.perform(Snooze(conversation: id, until: harness.clock.now + time))
  }

  private var status: Conversation.Status {
    get async throws { try await harness.conversation(id).status }
  }

  @Test func `its timer wakes it, once, at its time and not before`() async throws {
    try await snooze(for: .hours(1))
    harness.clock.advance(by: .hours(1) - .milliseconds(1))
    try await harness.fireTimers()
    #expect(try await status == .snoozed)

    harness.clock.advance(by: .milliseconds(1))
    let events = try await harness.events {
      try await harness.fireTimers()
      try await harness.fireTimers()
    }

    #expect(events == ["conversation.woken"])
    let woken = try await harness.conversation(id)
    #expect(woken.status == .open && woken.snoozedUntil == nil)
    #expect(woken.dueAt == harness.clock.now + .hours(4))
    try await harness.numberEvents()
    let event = try await harness.answer(ReadEvents(after: 0, limit: 1_000)).last?.event
    #expect(event?.actor == nil, "the program woke it, no one else")
  }

  @Test func `laid aside again, it sleeps until the new time`() async throws {
    try await snooze(for: .hours(1))
    try await snooze(for: .hours(2))

    harness.clock.advance(by: .hours(1))
    try await harness.fireTimers()
    #expect(try await status == .snoozed)
    harness.clock.advance(by: .hours(1))
    try await harness.fireTimers()
    #expect(try await status == .open)
  }

  @Test func `what was resolved meanwhile is not woken`() async throws {
    try await snooze(for: .hours(1))
    try await harness.perform(Resolve(conversation: id))

    harness.clock.advance(by: .hours(2))
    let events = try await harness.events { try await harness.fireTimers() }

    #expect(events == [])
    #expect(try await status == .resolved)
  }

  @Test(arguments: [Duration.milliseconds(1), .days(366)])
  func `it can be laid aside for a moment up to a year`(time: Duration) async throws {
    try await snooze(for: time)
    #expect(try await harness.conversation(id).snoozedUntil == harness.clock.now + time)
    #expect(try await harness.conversation(id).dueAt == harness.clock.now + time)
  }

  @Test(arguments: [Duration.days(-1), .zero, .days(366) + .milliseconds(1)])
  func `no other time is taken`(time: Duration) async throws {
    let events = try await harness.events {
      await #expect(throws: ConversationFailure.snoozeTimeOutOfRange) {
        try await snooze(for: time)
      }
    }

    #expect(events == [])
    #expect(try await status == .open)
  }
}
