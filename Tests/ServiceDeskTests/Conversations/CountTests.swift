import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct CountTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private var counts: ConversationCounts {
    get async throws { try await harness.answer(CountConversations()) }
  }

  /// Where Maria's conversation is counted after the command; it is the only one.
  private func standing(after command: some Command) async throws -> [String] {
    try await harness.perform(command)
    return try await counts.counts.flatMap { owner, statuses in
      statuses.map { "\(owner == .team(harness.anemone.team) ? "team" : "agent") \($0) \($1)" }
    }
  }

  @Test func `a conversation is counted where it stands, and only there`() async throws {
    let id = harness.anemone.conversation
    let until = harness.clock.now + .days(1)
    let again = try ContinueConversation(conversation: id, text: Message.Body("Hello?"))

    #expect(try await standing(after: again) == ["team open 1"])
    #expect(
      try await standing(after: Assign(conversation: id, owner: .agent(harness.ben)))
        == ["agent open 1"]
    )
    #expect(
      try await standing(after: Reply(conversation: id, text: Message.Body("Hi")))
        == ["agent waiting 1"]
    )
    #expect(
      try await standing(after: AddNote(conversation: id, text: Message.Body("Hm")))
        == ["agent waiting 1"]
    )
    #expect(try await standing(after: again) == ["agent open 1"])
    #expect(
      try await standing(after: Snooze(conversation: id, until: until)) == ["agent snoozed 1"]
    )
    #expect(
      try await standing(after: Snooze(conversation: id, until: until)) == ["agent snoozed 1"]
    )
    #expect(try await standing(after: Wake(conversation: id)) == ["agent open 1"])
    #expect(try await standing(after: MarkSpam(conversation: id)) == ["agent spam 1"])
    #expect(try await standing(after: again) == ["agent spam 1"])
    #expect(try await standing(after: UnmarkSpam(conversation: id)) == ["agent open 1"])
    #expect(try await standing(after: Resolve(conversation: id)) == ["agent resolved 1"])
    #expect(
      try await standing(after: Assign(conversation: id, owner: nil)) == ["team resolved 1"]
    )
    #expect(try await standing(after: Reopen(conversation: id)) == ["team open 1"])
    #expect(try await harness.violations() == [])
  }

  @Test func `many are counted by owner and in all`() async throws {
    for number in 1...20 {
      let conversation = try await harness.open("Hello", from: "customer\(number)").id
      if number <= 5 {
        try await harness.perform(Assign(conversation: conversation, owner: .agent(harness.ben)))
      }
      if number <= 2 { try await harness.perform(Resolve(conversation: conversation)) }
    }
    let counts = try await counts
    #expect(counts[.agent(harness.ben), .open] == 3)
    #expect(counts[.agent(harness.ben), .resolved] == 2)
    #expect(counts[.team(harness.anemone.team), .open] == 16)
    #expect(counts.all(.open) == 19 && counts.unassigned(.open) == 16)
    #expect(counts.all(.spam) == 0)
    let others = try await harness.desk.answer(CountConversations(), as: harness.stefan)
    #expect(others.all(.open) == 1)
    #expect(try await harness.violations() == [])
  }

  @Test func `counting is one statement`() async throws {
    #expect(try await harness.statements(of: CountConversations(), as: harness.amina) == 1)
  }

  @Test func `a snooze that ends by itself is counted`() async throws {
    let id = harness.anemone.conversation
    try await harness.perform(Snooze(conversation: id, until: harness.clock.now + .hours(1)))
    harness.clock.advance(by: .hours(2))
    try await harness.fireTimers()
    #expect(try await counts.all(.open) == 1)
    #expect(try await harness.violations() == [])
  }

  @Test func `those who work at once are all counted`() async throws {
    var conversations: [ID<Conversation>] = []
    for number in 1...8 {
      conversations.append(try await harness.open("Hello", from: "customer\(number)").id)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for conversation in conversations {
        group.addTask {
          try await harness.perform(Assign(conversation: conversation, owner: .agent(harness.ben)))
          try await harness.perform(
            Reply(conversation: conversation, text: Message.Body("Hi"))
          )
          try await harness.perform(Resolve(conversation: conversation))
        }
      }
      try await group.waitForAll()
    }
    #expect(try await counts[.agent(harness.ben), .resolved] == 8)
    #expect(try await harness.violations() == [])
  }
}
