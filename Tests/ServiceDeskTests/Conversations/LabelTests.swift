import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct LabelTests {
  let harness: DeskHarness
  let id: ID<Conversation>

  init() async throws {
    harness = try await DeskHarness()
    id = harness.anemone.conversation
  }

  private func label(_ names: [String]) async throws {
    try await harness.perform(
      LabelConversation(conversation: id, labels: names.map { try Label.Name($0) })
    )
  }

  private var labels: [String] {
    get async throws { try await harness.conversation(id).labels }
  }

  private var known: [String] {
    get async throws {
      try await harness.answer(ListLabels(window: Window())).items.map(\.name.text)
    }
  }

  @Test func `a conversation gets exactly these labels, and new ones are added to the account`()
    async throws
  {
    let events = try await harness.events {
      try await label(["vip", "late"])
      #expect(try await labels == ["late", "vip"])
      try await label(["late", "refund"])
      #expect(try await labels == ["late", "refund"])
      try await label([])
      #expect(try await labels == [])
    }

    #expect(
      events.filter { $0 == "conversation.labelled" }.count == 3
        && events.filter { $0 == "label.added" }.count == 3 && events.count == 6
    )
    #expect(try await Set(known) == ["vip", "late", "refund"])
  }

  @Test func `the same labels again are no change`() async throws {
    try await label(["vip", "late"])
    harness.clock.advance(by: .minutes(1))

    let events = try await harness.events {
      try await label(["late", "vip", "vip", " late "])
      try await harness.perform(AddLabel(name: .init("vip")))
    }

    #expect(events == [])
    #expect(try await harness.conversation(id).updatedAt == TestClock.start)
  }

  @Test func `a conversation has up to 30 labels`() async throws {
    let thirty = (0..<30).map { "l\($0)" }
    try await label(thirty)
    #expect(try await labels.count == 30)

    let events = try await harness.events {
      await #expect(throws: ConversationFailure.tooManyLabels) {
        try await label(thirty + ["one more"])
      }
    }

    #expect(events == [])
  }

  @Test func `a label that is removed is gone from all conversations`() async throws {
    try await label(["vip", "late"])
    let vip = try #require(
      try await harness.answer(ListLabels(window: Window())).items.first { $0.name.text == "vip" }
    )

    let events = try await harness.events {
      try await harness.perform(RemoveLabel(label: vip.id))
    }

    #expect(events == ["label.removed"])
    #expect(try await labels == ["late"])
    #expect(try await known == ["late"])
    await #expect(throws: AccessFailure.noSuchLabel) {
      try await harness.perform(RemoveLabel(label: vip.id))
    }
    try await harness.feedConsumers()
    #expect(try await harness.violations() == [], "its events have lost their subject")
    try await label(["vip"])
    #expect(try await labels == ["vip"])
  }
}
