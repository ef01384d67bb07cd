import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct VisitorTests {
  let harness: DeskHarness
  let inbox: Inbox

  init() async throws {
    harness = try await DeskHarness()
    inbox = try await harness.inbox()
  }

  @Test func `a browser is admitted without a customer coming of it`() async throws {
    let customers = try await harness.answer(ListCustomers(window: Window())).items.count

    let events = try await harness.events {
      let visitor = try await harness.browser(at: inbox).visitor
      #expect(visitor.inbox == inbox.id && visitor.customer == nil && !visitor.isProved)
      #expect(visitor.page?.text == "https://shop.example/help")
      #expect(visitor.language.text == "el")
    }

    #expect(events == ["visitor.admitted"])
    #expect(try await harness.answer(ListCustomers(window: Window())).items.count == customers)
  }

  @Test func `only the whole token is the visitor's`() async throws {
    let browser = try await harness.browser(at: inbox)
    let text = browser.token.text
    let last = text.last == "0" ? "1" : "0"
    let foreign = text.replacing("\(harness.anemone.account)", with: "\(harness.basil.account)")

    for guess in [String(text.dropLast()) + last, foreign] {
      let secret = try #require(VisitorSecret(guess))
      #expect(try await harness.desk.visit(holding: secret) == nil)
    }
    for nonsense in [
      "", "vis", "vis_0_x", String(text.dropLast()), text + "0", harness.anemone.token,
    ] {
      #expect(VisitorSecret(nonsense) == nil)
    }
  }

  @Test func `a visitor may do nothing that agents do, and an agent nothing that visitors do`()
    async throws
  {
    let browser = try await harness.browser(at: inbox)
    let viewer = try await browser.viewer

    await #expect(throws: AccessFailure.notAllowed) {
      try await harness.desk.answer(ListConversations(), as: viewer)
    }
    await #expect(throws: AccessFailure.notAllowed) {
      try await harness.desk.perform(
        Resolve(conversation: harness.anemone.conversation),
        as: viewer
      )
    }
    await #expect(throws: AccessFailure.notAllowed) {
      try await harness.answer(ChatMessages(window: Window()))
    }
    await #expect(throws: AccessFailure.notAllowed) {
      try await harness.perform(WriteChatMessage(text: Message.Body("Hello")))
    }
    await #expect(throws: AccessFailure.notAllowed) { try await harness.perform(ClaimIdentity()) }
  }

  @Test(arguments: [
    "javascript:alert(1)", "file:///etc/passwd", "https://a b", "", "https://a\nb",
    "https://\(String(repeating: "a", count: 2_000))",
  ])
  func `only an address of the web is a page`(text: String) {
    #expect(WebPage(text) == nil)
  }

  @Test func `a claim is shown to agents and changes nothing else`() async throws {
    let browser = try await harness.browser(at: inbox)
    try await browser.claim(name: "Maria", email: "maria@anemone.example")
    try await browser.write("Where is my order?")

    let customer = try await harness.customer(of: browser)
    #expect(customer != harness.anemone.customer)
    let found = try await harness.customer(customer)
    #expect(found.name == "Maria" && found.identities.isEmpty)
    let visitors = try await harness.answer(ListVisitors(customer: customer))
    #expect(visitors.map(\.claims.email?.text) == ["maria@anemone.example"])
    #expect(try await browser.texts == ["Where is my order?"])
  }

  @Test func `a name that is claimed later names the customer once`() async throws {
    let browser = try await harness.browser(at: inbox)
    try await browser.write("Hello")
    let customer = try await harness.customer(of: browser)

    let events = try await harness.events {
      try await browser.claim(name: "Nikos", attributes: ["plan": .text("gold")])
      try await browser.claim(name: "Nikos", attributes: ["plan": .text("gold")])
      try await browser.claim(name: "Eleni")
    }

    #expect(try await harness.customer(customer).name == "Nikos")
    #expect(try await browser.visitor.claims.name?.text == "Eleni")
    #expect(events == ["customer.changed", "identity.claimed", "identity.claimed"])
  }

  @Test func `a blocked customer is heard no more, until unblocked`() async throws {
    let browser = try await harness.browser(at: inbox)
    try await browser.write("Hello")
    let customer = try await harness.customer(of: browser)

    let events = try await harness.events {
      let blocked = try await harness.perform(BlockCustomer(customer: customer))
      #expect(blocked.blockedAt == harness.clock.now)
      try await harness.perform(BlockCustomer(customer: customer))
      await #expect(throws: ChatFailure.blocked) { try await browser.write("Hello?") }
      await #expect(throws: ChatFailure.blocked) { try await browser.history() }
      await #expect(throws: ChatFailure.blocked) { try await browser.claim(name: "X") }
      #expect(try await browser.visitor.isBlocked)
      try await harness.perform(UnblockCustomer(customer: customer))
      try await harness.perform(UnblockCustomer(customer: customer))
    }

    #expect(events == ["customer.blocked", "customer.unblocked"])
    try await browser.write("Hello again")
    #expect(try await browser.texts == ["Hello", "Hello again"])
  }

  @Test func `a block goes along with a merge`() async throws {
    let browser = try await harness.browser(at: inbox)
    try await browser.write("Hello")
    let customer = try await harness.customer(of: browser)
    let survivor = harness.anemone.customer
    try await harness.perform(BlockCustomer(customer: customer))
    try await harness.perform(MergeCustomers(survivor: survivor, other: customer))

    await #expect(throws: ChatFailure.blocked) { try await browser.write("Hello?") }
    try await harness.perform(UnblockCustomer(customer: survivor))
    try await browser.write("Hello?")
    try await harness.perform(BlockCustomer(customer: survivor))
    await #expect(throws: ChatFailure.blocked) { try await browser.write("Hello??") }
  }
}
