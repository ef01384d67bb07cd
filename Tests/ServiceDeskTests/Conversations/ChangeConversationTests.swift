import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct ChangeConversationTests {
  let harness: DeskHarness
  let id: ID<Conversation>

  init() async throws {
    harness = try await DeskHarness()
    id = harness.anemone.conversation
    harness.clock.advance(by: .minutes(1))
  }

  @Test func `what is changed is changed, and the rest stays`() async throws {
    let events = try await harness.events {
      let changed = try await harness.perform(
        ChangeConversation(
          conversation: id,
          subject: .init("Second order"),
          priority: .urgent,
          attributes: ["order": .number(17)]
        )
      )
      #expect(changed.subject == "Second order" && changed.priority == .urgent)
      #expect(changed.attributes.values == ["order": .number(17)])
      #expect(changed.status == .open && changed.labels == [])
      #expect(changed.updatedAt == harness.clock.now)
    }

    #expect(events == ["conversation.changed"])
    let low = try await harness.perform(ChangeConversation(conversation: id, priority: .low))
    #expect(low.subject == "Second order" && low.attributes.values.count == 1)
  }

  @Test func `labels are an event of their own`() async throws {
    let events = try await harness.events {
      let changed = try await harness.perform(
        ChangeConversation(conversation: id, labels: [.init("vip")])
      )
      #expect(changed.labels == ["vip"])
    }

    #expect(events == ["label.added", "conversation.labelled"])
  }

  @Test func `what is as it was is no change`() async throws {
    let events = try await harness.events {
      try await harness.perform(ChangeConversation(conversation: id))
      try await harness.perform(
        ChangeConversation(
          conversation: id,
          subject: .init("First order"),
          priority: .normal,
          labels: [],
          attributes: ["none": nil]
        )
      )
    }

    #expect(events == [])
    #expect(try await harness.conversation(id).updatedAt == TestClock.start)
  }

  @Test func `a conversation has up to 50 attributes`() async throws {
    let fifty = Dictionary(
      uniqueKeysWithValues: (0..<50).map { ("a\($0)", Attributes.Value?.some(.text("x"))) }
    )
    try await harness.perform(ChangeConversation(conversation: id, attributes: fifty))

    let events = try await harness.events {
      await #expect(throws: AttributesFailure.tooMany) {
        try await harness.perform(
          ChangeConversation(
            conversation: id,
            labels: [.init("vip")],
            attributes: ["more": .flag(true)]
          )
        )
      }
    }

    #expect(events == [], "the labels have stayed")
  }

  @Test func `it is found by the new subject and not by the old one`() async throws {
    try await harness.perform(ChangeConversation(conversation: id, subject: .init("Bicycle")))

    func found(_ text: String) async throws -> [Int64] {
      try await harness.answer(SearchDesk(text: text, kind: .conversations, window: Window()))
        .items.map(\.id)
    }
    #expect(try await found("bicycle") == [id.raw])
    #expect(try await found("order") == [])
  }
}
