import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct InboxTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private func add(_ name: String) async throws -> Inbox {
    try await harness.perform(AddInbox(settings: .init(name: Inbox.Name(name))))
  }

  @Test func `an inbox is found by its key, and by no other`() async throws {
    let inbox = try await add("Shop")

    #expect(try await harness.desk.inbox(inbox.key) == inbox)
    #expect(InboxKey(inbox.key.text) == inbox.key)
    await #expect(throws: AccessFailure.noSuchInbox) {
      try await harness.desk.inbox(InboxKey(account: harness.anemone.account))
    }
    let foreign = inbox.key.text.replacing(
      "\(harness.anemone.account)",
      with: "\(harness.basil.account)"
    )
    let key = try #require(InboxKey(foreign))
    await #expect(throws: AccessFailure.noSuchInbox) { try await harness.desk.inbox(key) }
  }

  @Test(arguments: ["", "inbox_1", "inbox_0_\(zeros)", "token_1_\(zeros)", "inbox_1_\(zeros)0"])
  func `what cannot be a key is none`(text: String) { #expect(InboxKey(text) == nil) }

  private static let zeros = String(repeating: "0", count: 32)

  @Test func `names are unique`() async throws {
    let shop = try await add("Shop")
    let help = try await add("Help")

    let events = try await harness.events {
      await #expect(throws: InboxFailure.nameTaken) { try await add("Shop") }
      await #expect(throws: InboxFailure.nameTaken) {
        try await harness.perform(ChangeInbox(inbox: help.id, name: shop.settings.name))
      }
    }

    #expect(events == [])
  }

  @Test func `what is changed is kept, and no change is no event`() async throws {
    let inbox = try await add("Shop")
    let change = ChangeInbox(
      inbox: inbox.id,
      origins: try OriginList([Origin("https://shop.example")]),
      greeting: try Inbox.Greeting("Hello!"),
      colour: try Colour("#AA3300"),
      form: InboxForm(when: .before, name: .required, email: .hidden),
      away: try Inbox.AwayText("Back at nine.")
    )

    let events = try await harness.events {
      let changed = try await harness.perform(change)
      #expect(try await harness.perform(change) == changed)
      #expect(changed.settings.greeting?.text == "Hello!")
      #expect(changed.settings.colour.text == "#aa3300")
      #expect(changed.secret == inbox.secret)
      let listed = try await harness.answer(ListInboxes(window: Window())).items
      #expect(listed == [changed])
    }

    #expect(events == ["inbox.changed"])
  }

  @Test func `an empty greeting takes it away`() async throws {
    let inbox = try await add("Shop")
    try await harness.perform(
      ChangeInbox(inbox: inbox.id, greeting: Inbox.Greeting("Hi"), away: Inbox.AwayText("Gone"))
    )

    let changed = try await harness.perform(
      ChangeInbox(inbox: inbox.id, greeting: Inbox.Greeting(""), away: Inbox.AwayText(" "))
    )

    #expect(changed.settings == inbox.settings)
  }

  @Test func `a renewed secret makes the old one worthless`() async throws {
    let inbox = try await add("Shop")
    let identity = SignedIdentity(id: "17", email: "maria@shop.example")

    let renewed = try await harness.perform(RenewInboxSecret(inbox: inbox.id))

    let old = inbox.secret.signature(of: identity)
    #expect(inbox.secret.isRight(old, for: identity))
    #expect(!renewed.secret.isRight(old, for: identity))
    #expect(renewed.key == inbox.key)
  }

  @Test func `a signature is the HMAC-SHA256 of id, address and name`() throws {
    let secret = try #require(InboxSecret(sqlValue: .text("key")))
    let identity = SignedIdentity(id: "17", email: "a@b.example", name: "Άννα")

    // printf '17\na@b.example\nΆννα' | openssl dgst -sha256 -hmac key
    let expected = "9c81e60215dbdde1628e1fe348533edf96e0740aa5d1ed8c2f3ff32b9a802c6d"
    #expect(secret.signature(of: identity) == expected)
    #expect(secret.isRight(expected.uppercased(), for: identity))
    #expect(!secret.isRight(expected, for: SignedIdentity(id: "17", email: "a@b.example")))
    #expect(!secret.isRight(String(expected.dropLast()), for: identity))
    #expect(!secret.isRight("", for: identity))
    #expect(!secret.isRight(String(repeating: "g", count: 64), for: identity))
  }

  @Test func `an account has at most 100 inboxes`() async throws {
    for number in 1...Inbox.most { _ = try await add("Inbox \(number)") }

    await #expect(throws: InboxFailure.tooMany) { try await add("One more") }
  }
}
