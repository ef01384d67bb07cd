import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct PreviewTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private var preview: PreviewConversations.Preview? {
    get async throws {
      let id = harness.anemone.conversation
      return try await harness.answer(PreviewConversations(of: [id]))[id]
    }
  }

  @Test func `the newest message shows, of whatever kind but the program's`() async throws {
    let id = harness.anemone.conversation
    #expect(try await preview?.text == "Where is my parcel?")
    #expect(try await preview?.kind == .incoming)
    harness.clock.advance(by: .minutes(1))
    let note = try await harness.perform(AddNote(conversation: id, text: Message.Body("Lost?")))
    let shown = try #require(try await preview)
    #expect(shown.message == note.id && shown.kind == .note && shown.text == "Lost?")
    #expect(shown.createdAt == harness.clock.now)
    try await harness.database.write { [ids = harness.desk.ids, harness] transaction in
      try transaction.execute(
        """
        INSERT INTO message (account_id, conversation_id, id, kind, channel, author_kind, text,
          created_at)
        VALUES (\(harness.anemone.account), \(id), \(ids.next()), 'system', 'api', 'system',
          'Moved', 1)
        """
      )
    }
    #expect(try await preview == shown)
  }

  @Test func `a long text is cut to 200 scalars`() async throws {
    let text = String(repeating: "👍🏽", count: 200)
    try await harness.perform(
      AddNote(conversation: harness.anemone.conversation, text: Message.Body(text))
    )
    #expect(try await preview?.text == String(repeating: "👍🏽", count: 100))
  }

  @Test func `a list takes one statement, and shows the viewer's own account alone`() async throws {
    var ids = [harness.anemone.conversation, harness.basil.conversation, ID(1)]
    for number in 1...5 { ids.append(try await harness.open("Hello \(number)").id) }
    let query = PreviewConversations(of: ids)
    let previews = try await harness.answer(query)
    #expect(Set(previews.keys) == Set(ids).subtracting([harness.basil.conversation, ID(1)]))
    #expect(previews[ids[7]]?.text == "Hello 5")
    #expect(try await harness.statements(of: query, as: harness.amina) == 1)
    #expect(try await harness.answer(PreviewConversations(of: [])).isEmpty)
  }
}
