import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct SearchDeskTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private func find(_ text: String, _ kind: SearchDesk.Kind? = nil) async throws
    -> [SearchDesk.Hit]
  {
    try await harness.answer(SearchDesk(text: text, kind: kind, window: Window())).items
  }

  @Test func `conversations, messages and customers are found by what stands in them`()
    async throws
  {
    let (conversation, customer) = (harness.anemone.conversation, harness.anemone.customer)

    let subject = try #require(try await find("first order").first)
    #expect(subject.kind == "conversation" && subject.id == conversation.raw)
    #expect(subject.conversation == conversation && subject.snippet == "First order")
    let message = try #require(try await find("parcel").first)
    #expect(message.kind == "message" && message.conversation == conversation)
    #expect(message.snippet == "Where is my parcel?")
    let person = try #require(try await find("maria").first)
    #expect(person.kind == "customer" && person.id == customer.raw)
    #expect(person.conversation == nil && person.snippet == "Maria")
  }

  @Test func `one kind alone is found where it is asked for`() async throws {
    let maria = try await harness.open("maria")

    #expect(
      try await find("maria").map(\.kind)
        == ["conversation", "message", "customer"].sorted(
          by: { a, b in Self.rank(a, in: maria) < Self.rank(b, in: maria) })
    )
    #expect(try await find("maria", .customers).map(\.kind) == ["customer"])
    #expect(try await find("maria", .messages).map(\.kind) == ["message"])
    #expect(try await find("maria", .conversations).map(\.kind) == ["conversation"])
    #expect(try await find("maria", .articles).isEmpty)
  }

  /// The message was made after its conversation, and both after the customer.
  private static func rank(_ kind: String, in conversation: Conversation) -> Int {
    ["message": 0, "conversation": 1][kind] ?? 2
  }

  @Test(arguments: ["", " ", "?!", "\u{200C}"])
  func `where nothing is asked nothing is found`(text: String) async throws {
    #expect(try await find(text).isEmpty)
  }

  @Test func `replies and notes are found too`() async throws {
    let id = harness.anemone.conversation
    try await harness.perform(Reply(conversation: id, text: .init("Your tandem is here")))
    try await harness.perform(AddNote(conversation: id, text: .init("Their unicycle is not")))

    #expect(try await find("tandem").count == 1)
    #expect(try await find("unicycle").count == 1)
  }

  @Test func `a long text is cut about the word that was found`() async throws {
    let filling = String(repeating: "so it goes ", count: 100)
    try await harness.open(filling + "bicycle " + filling)

    let snippet = try #require(try await find("bicycles", .messages).first).snippet

    #expect(snippet.contains("bicycle"))
    #expect(snippet.hasPrefix("…") && snippet.hasSuffix("…"))
    #expect(snippet.count <= 162)
  }

  @Test func `what another account has written is not found, even if it holds our mark`()
    async throws
  {
    let mark = "\u{E000}account\(harness.anemone.account)"
    _ = try await harness.desk.perform(
      OpenConversation(customer: .address("x"), text: .init("bicycle \(mark)")),
      as: harness.stefan
    )

    #expect(try await find("bicycle").isEmpty)
    #expect(try await find(mark).isEmpty)
  }

  @Test func `people are found in their own writing`() async throws {
    try await harness.open("Η παραγγελία μου δεν ήρθε ποτέ", from: "eleni")
    try await harness.open("سفارش من هنوز نرسیده است", from: "sara")

    #expect(try await find("παραγγελιεσ", .messages).count == 1)
    #expect(try await find("سفارش", .messages).count == 1)
  }
}
