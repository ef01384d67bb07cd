import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct SavedReplyTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  @discardableResult
  private func add(_ name: String, _ text: String = "Hello", shortcut: String? = nil) async throws
    -> SavedReply
  {
    try await harness.perform(
      AddSavedReply(
        name: .init(name),
        text: .init(text),
        shortcut: shortcut.map { try .init($0) }
      )
    )
  }

  private func filled(_ text: String) async throws -> String {
    try await add("Some", text)
    let query = FillSavedReplies(conversation: harness.anemone.conversation, window: Window())
    return try await harness.answer(query).items.first?.text ?? ""
  }

  @Test func `it is added, changed, listed and removed`() async throws {
    let events = try await harness.events {
      let added = try await harness.perform(
        AddSavedReply(
          name: .init("Thanks"),
          text: .init("Thank you!"),
          language: LanguageTag("en"),
          shortcut: .init("thx")
        )
      )
      harness.clock.advance(by: .minutes(1))
      let changed = try await harness.perform(
        ChangeSavedReply(savedReply: added.id, text: .init("Thanks a lot!"), language: .some(nil))
      )
      #expect(changed.name == added.name && changed.shortcut?.text == "thx")
      #expect(changed.text.text == "Thanks a lot!" && changed.language == nil)
      #expect(changed.updatedAt == harness.clock.now && changed.createdAt == added.createdAt)
      let same = ChangeSavedReply(savedReply: added.id, name: .some(added.name))
      #expect(try await harness.perform(same) == changed)
      #expect(try await harness.answer(ListSavedReplies(window: Window())).items == [changed])
      try await harness.perform(RemoveSavedReply(savedReply: added.id))
      #expect(try await harness.answer(ListSavedReplies(window: Window())).items == [])
    }
    #expect(events == ["savedReply.added", "savedReply.changed", "savedReply.removed"])
    #expect(try await harness.violations() == [])
  }

  @Test func `names and shortcuts belong to one each, in an account`() async throws {
    let first = try await add("Thanks", shortcut: "thx")
    let second = try await add("Sorry", shortcut: "sry")
    await #expect(throws: SavedReplyFailure.nameTaken) { try await add("Thanks") }
    await #expect(throws: SavedReplyFailure.shortcutTaken) {
      try await add("Other", shortcut: "thx")
    }
    await #expect(throws: SavedReplyFailure.nameTaken) {
      try await harness.perform(ChangeSavedReply(savedReply: second.id, name: first.name))
    }
    await #expect(throws: SavedReplyFailure.shortcutTaken) {
      try await harness.perform(
        ChangeSavedReply(savedReply: second.id, shortcut: .some(first.shortcut))
      )
    }
    try await harness.desk.perform(
      AddSavedReply(name: first.name, text: first.text, shortcut: first.shortcut),
      as: harness.stefan
    )
  }

  @Test(arguments: [
    ("Dear {{customer.name}},", "Dear Maria Callas,"),
    ("Hi {{ customer.firstName }}!", "Hi Maria!"),
    ("{{agent.name}}, {{account.name}}", "Amina, Anemone"),
    ("#{{conversation.number}}: {{conversation.subject}}", "#1: First order"),
    ("{{customer.colour}}|{{nothing}}|{{no.thing}}", "||"),
    ("{{#customer.name}}Dear {{customer.name}}{{/customer.name}}", "Dear Maria Callas"),
    ("{{^customer.colour}}Hello{{/customer.colour}}", "Hello"),
    ("a & b < c \"d\"", "a & b < c \"d\""),
    ("{ {{! not said }}}", "{ }"),
  ])
  func `variables are filled, and what nobody knows is empty`(text: String, expected: String)
    async throws
  {
    try await harness.perform(
      ChangeCustomer(customer: harness.anemone.customer, name: Customer.Name("Maria Callas"))
    )
    #expect(try await filled(text) == expected)
  }

  @Test func `what is filled in is text as it stands`() async throws {
    try await harness.perform(
      ChangeCustomer(
        customer: harness.anemone.customer,
        name: Customer.Name("<b>{{agent.name}} & Co</b>")
      )
    )
    #expect(try await filled("{{customer.name}}") == "<b>{{agent.name}} & Co</b>")
  }

  @Test func `who has no name is called nothing`() async throws {
    let nameless = try await harness.open("Hello", from: "nikos")
    try await add("Some", "Dear {{customer.name}}{{^customer.name}}you{{/customer.name}}")
    let query = FillSavedReplies(conversation: nameless.id, window: Window())
    #expect(try await harness.answer(query).items.map(\.text) == ["Dear you"])
  }

  @Test(
    arguments: [
      ("{{customer.name", .variableNotClosed), ("{{customer.name}", .variableNotClosed),
      ("{{#customer.name}}Dear", .sectionNotClosed),
      ("{{#customer.name}}Dear{{/agent.name}}", .sectionNotClosed),
      ("Dear{{/customer.name}}", .sectionNotClosed), ("{{> header}}", .templateNotAllowed),
      ("{{< header}}{{/ header}}", .templateNotAllowed),
      ("{{$block}}{{/block}}", .templateNotAllowed),
      ("{{=<% %>=}}", .templateNotAllowed), ("{{% CONTENT_TYPE:HTML}}", .templateNotAllowed),
      (String(repeating: "{{#a}}", count: 51), .templateNotAllowed),
    ] as [(String, SavedReplyFailure)]
  )
  func `a template that does not parse is refused with what is wrong`(
    text: String,
    failure: SavedReplyFailure
  ) async throws {
    let reply = try await add("Thanks")
    await #expect(throws: failure) { try await add("Some", text) }
    await #expect(throws: failure) {
      try await harness.perform(ChangeSavedReply(savedReply: reply.id, text: .init(text)))
    }
  }

  @Test func `fifty sections may lie within each other`() async throws {
    let text =
      String(repeating: "{{#agent}}", count: 50) + "x" + String(repeating: "{{/agent}}", count: 50)
    #expect(try await filled(text) == "x")
  }

  @Test func `an account has at most a thousand`() async throws {
    let ids = harness.desk.ids
    try await harness.database.write { [account = harness.anemone.account] transaction in
      for number in 1...1_000 {
        try transaction.execute(
          """
          INSERT INTO saved_reply (account_id, id, name, text, created_at, updated_at)
          VALUES (\(account), \(ids.next()), \("Reply \(number)"), 'Hello', 1, 1)
          """
        )
      }
    }
    await #expect(throws: SavedReplyFailure.tooMany) { try await add("One more") }
  }

  @Test func `filling many takes two statements`() async throws {
    for number in 1...5 { try await add("Reply \(number)") }
    let query = FillSavedReplies(conversation: harness.anemone.conversation, window: Window())
    #expect(try await harness.statements(of: query, as: harness.amina) == 2)
  }
}
