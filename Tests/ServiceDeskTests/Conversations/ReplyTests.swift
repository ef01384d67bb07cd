import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct ReplyTests {
  let harness: DeskHarness
  let id: ID<Conversation>

  init() async throws {
    harness = try await DeskHarness()
    id = harness.anemone.conversation
  }

  @Test func `after a reply it is the customer's turn`() async throws {
    harness.clock.advance(by: .minutes(1))
    let events = try await harness.events {
      let reply = try await harness.perform(Reply(conversation: id, text: .init("On its way.")))
      #expect(reply.kind == .reply && reply.delivery == .sent)
      #expect(reply.author == .agent(harness.anemone.agent) && reply.authorName == "Amina")
      #expect(reply.channel == .api && reply.text == "On its way.")
    }

    #expect(events == ["reply.sent"])
    let conversation = try await harness.conversation(id)
    #expect(conversation.status == .waiting && conversation.messageCount == 2)
    #expect(conversation.dueAt == TestClock.start + .hours(4))
    #expect(conversation.updatedAt == harness.clock.now)
  }

  @Test(arguments: [Conversation.Status.waiting, .snoozed, .resolved, .spam])
  func `a reply changes no other state`(status: Conversation.Status) async throws {
    switch status {
    case .waiting: try await harness.perform(Reply(conversation: id, text: .init("Hm.")))
    case .snoozed:
      try await harness.perform(Snooze(conversation: id, until: harness.clock.now + .days(1)))
    case .resolved: try await harness.perform(Resolve(conversation: id))
    default: try await harness.perform(MarkSpam(conversation: id))
    }
    let before = try await harness.conversation(id)
    #expect(before.status == status)

    try await harness.perform(Reply(conversation: id, text: .init("One more thing.")))

    let after = try await harness.conversation(id)
    #expect(after.status == status && after.dueAt == before.dueAt)
    #expect(after.snoozedUntil == before.snoozedUntil)
  }

  @Test func `a note is the team's, and changes no state`() async throws {
    let events = try await harness.events {
      let note = try await harness.perform(AddNote(conversation: id, text: .init("Odd.")))
      #expect(note.kind == .note && note.delivery == nil)
      #expect(note.author == .agent(harness.anemone.agent))
    }

    #expect(events == ["note.added"])
    #expect(try await harness.conversation(id).status == .open)
  }

  @Test func `only an agent replies and notes`() async throws {
    let program = Viewer.system(of: harness.anemone.account)

    await #expect(throws: AccessFailure.notAllowed) {
      try await harness.desk.perform(Reply(conversation: id, text: .init("Hi")), as: program)
    }
    await #expect(throws: AccessFailure.notAllowed) {
      try await harness.desk.perform(AddNote(conversation: id, text: .init("Hi")), as: program)
    }
    #expect(try await harness.conversation(id).messageCount == 1)
  }

  @Test func `events say who, about what and in which conversation`() async throws {
    let reply = try await harness.perform(Reply(conversation: id, text: .init("Hi")))

    try await harness.numberEvents()
    let event = try #require(
      try await harness.answer(ReadEvents(after: 0, limit: 1_000)).last?.event
    )
    #expect(event.actor == Reference(kind: "agent", id: harness.anemone.agent.raw))
    #expect(event.subject == Reference(kind: "message", id: reply.id.raw))
    #expect(event.conversation == id.raw)
    #expect(!event.payload.contains("Hi"), "people's words are not for the log")
  }
}
