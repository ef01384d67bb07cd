import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct DraftTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private func save(_ kind: Draft.Kind, _ text: String, as viewer: Viewer? = nil) async throws {
    try await harness.desk.perform(
      SaveDraft(
        conversation: harness.anemone.conversation,
        kind: kind,
        text: Draft.Text(text)
      ),
      as: viewer ?? harness.amina
    )
  }

  private func drafts(of viewer: Viewer? = nil) async throws -> [Draft] {
    let query = FindDrafts(conversation: harness.anemone.conversation)
    return try await harness.desk.answer(query, as: viewer ?? harness.amina)
  }

  @Test func `a reply and a note are kept apart, the latest of each, white space and all`()
    async throws
  {
    let events = try await harness.events {
      try await save(.reply, "Dear")
      try await save(.note, "Third time!")
      harness.clock.advance(by: .minutes(1))
      try await save(.reply, "Dear Maria,\n")
    }
    let start = TestClock.start
    let drafts = try await drafts()
    #expect(drafts.map(\.kind) == [.note, .reply])
    #expect(drafts.map(\.text) == ["Third time!", "Dear Maria,\n"])
    #expect(drafts.map(\.updatedAt) == [start, start + .minutes(1)])
    #expect(events == [])
  }

  @Test(arguments: ["", " \n\t"])
  func `an empty draft is none`(text: String) async throws {
    try await save(.reply, "Dear")
    try await save(.note, "Hm")
    try await save(.reply, text)
    #expect(try await drafts().map(\.kind) == [.note])
  }

  @Test func `nobody sees another's draft`() async throws {
    try await save(.reply, "Dear")
    let ben = Viewer(account: harness.anemone.account, actor: .agent(harness.ben))
    #expect(try await drafts(of: ben) == [])
    try await save(.reply, "Hello", as: ben)
    #expect(try await drafts().map(\.text) == ["Dear"])
    await #expect(throws: AccessFailure.notAllowed) {
      try await save(.reply, "Dear", as: .system(of: harness.anemone.account))
    }
  }

  @Test func `what is sent is no draft any more`() async throws {
    let conversation = harness.anemone.conversation
    try await save(.reply, "Dear")
    try await save(.note, "Hm")
    try await harness.perform(Reply(conversation: conversation, text: Message.Body("Dear Maria")))
    #expect(try await drafts().map(\.kind) == [.note])
    try await harness.perform(AddNote(conversation: conversation, text: Message.Body("Hm")))
    #expect(try await drafts() == [])
  }

  @Test func `drafts are discarded together`() async throws {
    try await save(.reply, "Dear")
    try await save(.note, "Hm")
    for _ in 0..<2 {
      try await harness.perform(DiscardDrafts(conversation: harness.anemone.conversation))
    }
    #expect(try await drafts() == [])
  }

  @Test func `a draft is as long as a message may be`() throws {
    let most = String(repeating: "😀", count: 100_000)
    #expect(try Draft.Text(most).text == most)
    #expect(throws: TextFailure.tooLong(field: "text", most: 100_000)) {
      try Draft.Text(most + "x")
    }
    #expect(throws: TextFailure.holdsNUL(field: "text")) { try Draft.Text("a\0") }
  }
}
