import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct TrackingTests {
  let world: MailWorld

  init() async throws { world = try await MailWorld(acknowledges: true) }

  private var harness: DeskHarness { world.harness }

  /// The link that the acknowledgement of a conversation's first mail brings.
  private func link(of conversation: ID<Conversation>) async throws -> TrackingLink {
    let mail: ID<OutgoingMail>? = try await harness.database.read { transaction in
      try transaction.rows(
        """
        SELECT id FROM outgoing_mail
        WHERE conversation_id = \(conversation) AND kind = 'acknowledgement'
        """
      ).first.map { try $0[0] }
    }
    let letter = try await harness.desk.answer(FindLetter(mail: #require(mail)), as: world.program)
    return try #require(letter.tracking)
  }

  private func track(_ link: TrackingLink) async throws -> TrackedConversation {
    try await harness.desk.answer(TrackConversation(link: link), as: .system(of: link.account))
  }

  private func write(_ text: String, by link: TrackingLink, key: String? = nil) async throws {
    try await harness.desk.perform(
      WriteTracked(
        link: link,
        text: Message.Body(text),
        key: key.map { try Message.ClientKey($0) }
      ),
      as: .system(of: link.account)
    )
  }

  @Test func `its holder sees what both sides wrote, and no note`() async throws {
    let conversation = try await world.correspondence()
    let link = try await link(of: conversation)
    try await harness.perform(AddNote(conversation: conversation, text: .init("He is cross")))
    try await harness.perform(Assign(conversation: conversation, owner: .agent(harness.ben)))
    let asked = try await track(link)
    #expect(asked.messages.map(\.text) == ["Where is my lamp?"] && asked.status == .open)
    #expect(asked.dueAt != nil && asked.accountName == "Anemone")
    let held = try await harness.perform(Reply(conversation: conversation, text: .init("Soon.")))
    #expect(try await track(link).messages.count == 1, "what can be taken back is not said yet")
    harness.clock.advance(by: OutgoingMail.undoTime)
    try await world.release()
    let answered = try await track(link)
    #expect(answered.messages.last?.id == held.id && answered.status == .waiting)
    #expect(answered.owner == "Ben")
  }

  @Test func `what its holder writes is the customer's, and reopens`() async throws {
    let conversation = try await world.correspondence()
    let link = try await link(of: conversation)
    try await harness.perform(Resolve(conversation: conversation))
    try await write("It is still not here", by: link, key: "k")
    try await write("It is still not here", by: link, key: "k")
    let found = try await harness.conversation(conversation)
    #expect(found.status == .open && found.messageCount == 2)
    let message = try #require(try await world.messages(of: conversation).last)
    #expect(message.kind == .incoming && message.author == .customer(found.customer.id))
    #expect(try await harness.violations().isEmpty)
  }

  @Test func `nobody else's link opens anything`() async throws {
    let conversation = try await world.correspondence()
    let link = try await link(of: conversation)
    let parts = link.text.split(separator: ".").map(String.init)
    let other = String(harness.anemone.conversation.raw, radix: 36)
    let basil = String(harness.basil.account.raw, radix: 36)
    let forged = [
      "\(parts[0]).\(other).\(parts[2])", "\(basil).\(parts[1]).\(parts[2])",
      "\(parts[0]).\(parts[1]).\(String(repeating: "0", count: 32))",
      "\(parts[0]).\(parts[1]).",
    ]
    for text in forged {
      let link = try #require(TrackingLink(text))
      await #expect(throws: AccessFailure.noSuchConversation) { try await track(link) }
      await #expect(throws: AccessFailure.noSuchConversation) { try await write("Hi", by: link) }
    }
    for text in ["", "..", "a.b", "a.b.c.d", "ä.b.c", String(repeating: "a.", count: 60)] {
      #expect(TrackingLink(text) == nil, "\(text)")
    }
  }

  @Test func `who is blocked writes nothing`() async throws {
    let conversation = try await world.correspondence()
    let link = try await link(of: conversation)
    let customer = try await harness.conversation(conversation).customer.id
    try await harness.perform(BlockCustomer(customer: customer))
    await #expect(throws: ChatFailure.blocked) { try await write("Hi", by: link) }
    #expect(try await track(link).messages.count == 1)
  }
}
