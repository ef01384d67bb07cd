import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct ProveIdentityTests {
  let harness: DeskHarness
  let inbox: Inbox

  init() async throws {
    harness = try await DeskHarness()
    inbox = try await harness.inbox()
  }

  @Test func `who is proved takes along what was written, and finds it in another browser`()
    async throws
  {
    var first = try await harness.browser(at: inbox)
    try await first.write("Hello")
    let old = first.token

    #expect(try await first.prove("17", email: "eleni@shop.example", name: "Eleni"))

    #expect(try await harness.desk.visit(holding: old) == nil)
    #expect(try await first.texts == ["Hello"])
    let customer = try await harness.customer(harness.customer(of: first))
    #expect(customer.name == "Eleni")
    #expect(customer.identities.map(\.value) == ["eleni@shop.example", "17"])
    #expect(customer.merged.count == 1)

    var second = try await harness.browser(at: inbox)
    try await second.prove("17")
    #expect(try await second.texts == ["Hello"])
    try await second.write("From the phone")
    #expect(try await first.texts == ["Hello", "From the phone"])
    #expect(try await first.history().conversations.count == 1)
    #expect(try await harness.violations() == [])
  }

  @Test func `proving the same again changes nothing`() async throws {
    var browser = try await harness.browser(at: inbox)
    try await browser.prove("17", name: "Eleni")

    let events = try await harness.events {
      let isFresh = try await browser.prove("17", name: "Eleni")
      #expect(!isFresh)
    }

    #expect(events == [])
  }

  @Test func `a wrong signature proves nothing`() async throws {
    let browser = try await harness.browser(at: inbox)
    let identity = SignedIdentity(id: "17", email: "a@b.example", name: "A")
    let right = inbox.secret.signature(of: identity)
    let other = try await harness.inbox("Other")
    let wrong: [(SignedIdentity, String)] = [
      (SignedIdentity(id: "18", email: "a@b.example", name: "A"), right),
      (SignedIdentity(id: "17", email: "c@b.example", name: "A"), right),
      (SignedIdentity(id: "17", email: "a@b.example", name: "B"), right),
      (identity, other.secret.signature(of: identity)),
      (identity, String(repeating: "0", count: 64)),
      (identity, ""),
    ]

    let events = try await harness.events {
      for (identity, signature) in wrong {
        await #expect(throws: ChatFailure.signatureWrong) {
          try await harness.desk.perform(
            ProveIdentity(identity: identity, signature: signature),
            as: browser.viewer
          )
        }
      }
    }

    #expect(events == [])
    #expect(try await !browser.visitor.isProved)
  }

  @Test func `an address that is somebody else's stays there`() async throws {
    var browser = try await harness.browser(at: inbox)

    try await browser.prove("17", email: "maria@anemone.example", name: "Not Maria")

    let customer = try await harness.customer(of: browser)
    #expect(customer != harness.anemone.customer)
    #expect(try await harness.customer(customer).identities.map(\.value) == ["17"])
  }

  @Test func `who is proved goes on where the customer's other channels are`() async throws {
    let known = try await harness.perform(
      ReceiveMessage(
        customer: CustomerHandle(identities: [Identity(kind: .external, value: "17")]),
        text: Message.Body("I called"),
        channel: .phone
      )
    ).conversation
    var browser = try await harness.browser(at: inbox)
    try await browser.prove("17")

    let message = try await browser.write("And now I write")
    try await harness.reply("Fine", in: known.id)

    #expect(message.conversation == known.id)
    #expect(try await browser.texts == ["And now I write", "Fine"])
  }

  @Test func `another person at the same browser takes nothing along`() async throws {
    var browser = try await harness.browser(at: inbox)
    try await browser.prove("17", name: "Eleni")
    try await browser.write("Eleni's")
    let elenis = browser.token

    #expect(try await browser.prove("18", name: "Nikos"))

    #expect(try await browser.texts == [])
    #expect(try await harness.desk.visit(holding: elenis) == nil)
    try await browser.write("Nikos's")
    #expect(try await browser.texts == ["Nikos's"])
    var again = try await harness.browser(at: inbox)
    try await again.prove("17")
    #expect(try await again.texts == ["Eleni's"])
    #expect(try await harness.violations() == [])
  }

  @Test func `a customer whom an agent has merged already is not merged again`() async throws {
    var browser = try await harness.browser(at: inbox)
    try await browser.write("Hello")
    try await harness.perform(
      MergeCustomers(survivor: harness.anemone.customer, other: harness.customer(of: browser))
    )

    try await browser.prove("17")

    #expect(try await harness.customer(of: browser) != harness.anemone.customer)
    #expect(try await harness.customer(harness.anemone.customer).mergedInto == nil)
    #expect(try await browser.texts == ["Hello"])
  }

  @Test func `who is proved cannot claim to be somebody else`() async throws {
    var browser = try await harness.browser(at: inbox)
    try await browser.prove("17")

    let visitor = try await browser.claim(name: "Maria", attributes: ["a": .flag(true)])

    #expect(visitor.claims.name == nil && visitor.claims.attributes.values["a"] == .flag(true))
    #expect(try await harness.customer(harness.customer(of: browser)).name == nil)
  }

  @Test func `a proof and a claim come together or not at all`() async throws {
    let browser = try await harness.browser(at: inbox)
    let identity = SignedIdentity(id: "17")
    let claim = ClaimIdentity(attributes: ["plan": .text("gold")])
    func identify(_ signature: String) -> IdentifyVisitor {
      IdentifyVisitor(proof: .init(identity: identity, signature: signature), claim: claim)
    }
    let viewer = try await browser.viewer

    await #expect(throws: ChatFailure.signatureWrong) {
      try await harness.desk.perform(identify("x"), as: viewer)
    }
    #expect(try await browser.visitor.claims.attributes == Attributes())

    let identified = try await harness.desk.perform(
      identify(inbox.secret.signature(of: identity)),
      as: viewer
    )
    let token = try #require(identified.token)
    let visitor = try #require(try await harness.desk.visit(holding: token)).visitor
    #expect(identified.isProved && visitor.externalID == "17")
    #expect(visitor.claims.attributes.values["plan"] == .text("gold"))
  }
}
