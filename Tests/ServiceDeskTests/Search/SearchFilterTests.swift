import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct SearchFilterTests {
  let harness: DeskHarness
  /// Of Nikos, a day after Maria's, labelled and Ben's, with an answer by Amina.
  let lamp: ID<Conversation>

  init() async throws {
    harness = try await DeskHarness()
    harness.clock.advance(by: .days(1))
    lamp = try await harness.perform(
      OpenConversation(
        customer: CustomerHandle(
          identities: [.address("nikos")],
          name: Customer.Name("Nikos Papas")
        ),
        subject: .init("A lamp"),
        text: Message.Body("The parcel holds half a lamp")
      )
    ).id
    try await harness.perform(LabelConversation(conversation: lamp, labels: [.init("refund")]))
    try await harness.perform(Assign(conversation: lamp, owner: .agent(harness.ben)))
    try await harness.perform(
      Reply(conversation: lamp, text: Message.Body("The other parcel is late"))
    )
  }

  private func find(
    _ text: String,
    _ kind: SearchDesk.Kind? = nil,
    as viewer: Viewer? = nil
  ) async throws -> [SearchDesk.Hit] {
    let query = SearchDesk(text: text, kind: kind, window: Window())
    return try await harness.desk.answer(query, as: viewer ?? harness.amina).items
  }

  /// What the messages found begin with, newest first.
  private func messages(_ text: String) async throws -> [String] {
    try await find(text, .messages).map { String($0.snippet.prefix(9)) }
  }

  private static let (first, second, answer) = ("Where is ", "The parce", "The other")

  @Test(arguments: [
    ("parcel", [answer, second, first]),
    ("parcel from:nikos", [second]), ("parcel from:pap", [second]),
    ("parcel from:nikos@anemone.example", [second]), ("parcel from:amina", [answer]),
    (#"parcel from:"Nikos Papas""#, [second]), ("parcel from:nobody", []),
    ("parcel label:refund", [answer, second]), ("parcel label:none", []),
    ("parcel is:open", [first]), ("parcel is:waiting", [answer, second]), ("parcel is:spam", []),
    ("parcel is:unassigned", [first]), ("parcel is:mine", []),
    ("parcel before:2027-01-16", [first]), ("parcel after:2027-01-16", [answer, second]),
    ("parcel before:2027-01-15", []), ("parcel after:2027-01-17", []),
    ("parcel label:refund from:nikos is:waiting after:2027-01-16", [second]),
    ("parcel from:nikos from:amina", []),
  ])
  func `filters leave what they say`(text: String, expected: [String]) async throws {
    #expect(try await messages(text) == expected)
  }

  @Test(arguments: [
    ("label:refund", ["A lamp"]), ("from:nikos", ["A lamp"]), ("from:maria", ["First order"]),
    ("from:amina", ["A lamp"]), ("is:waiting", ["A lamp"]),
    ("after:2027-01-15", ["A lamp", "First order"]), ("before:2027-01-16", ["First order"]),
    ("is:resolved", []), ("from:nobody", []), ("from:?", []),
  ])
  func `filters alone find conversations`(text: String, subjects: [String]) async throws {
    let found = try await find(text)
    #expect(found.map(\.snippet) == subjects)
    #expect(found.allSatisfy { $0.kind == "conversation" && $0.id == $0.conversation?.raw })
    #expect(try await find(text, .messages) == [])
  }

  @Test func `mine are the viewer's`() async throws {
    let ben = Viewer(account: harness.anemone.account, actor: .agent(harness.ben))
    #expect(try await find("is:mine", as: ben).map(\.id) == [lamp.raw])
    #expect(try await find("is:mine") == [])
  }

  @Test func `whoever is merged with somebody is found with them`() async throws {
    let nikos = try await harness.conversation(lamp).customer.id
    try await harness.perform(
      MergeCustomers(survivor: harness.anemone.customer, other: nikos)
    )
    #expect(try await messages("parcel from:maria") == [Self.second, Self.first])
  }

  @Test func `another account's people and labels are none`() async throws {
    for text in ["parcel label:refund", "parcel from:nikos", "label:refund", "from:amina"] {
      #expect(try await find(text, as: harness.stefan) == [], "\(text)")
    }
  }

  @Test(arguments: ["parcel after:2027-01-15", "is:open"])
  func `pages follow each other without gap`(text: String) async throws {
    for number in 1...4 { try await harness.open("One more parcel", from: "customer\(number)") }
    let all = try await find(text)
    #expect(all.count >= 5)
    var paged: [SearchDesk.Hit] = []
    var next: Cursor?
    repeat {
      let query = SearchDesk(text: text, window: Window(limit: 2, after: next))
      let page = try await harness.answer(query)
      paged += page.items
      next = page.next
    } while next != nil
    #expect(paged == all)
  }

  @Test func `filtering takes a few statements, however much is found`() async throws {
    for number in 1...10 { try await harness.open("One more parcel", from: "customer\(number)") }
    func statements(_ text: String) async throws -> Int {
      try await harness.statements(of: SearchDesk(text: text, window: Window()), as: harness.amina)
    }
    #expect(try await statements("parcel is:open") <= 6)
    #expect(try await statements("from:nikos is:waiting") <= 8)
  }
}
