import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct TokenTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  @Test func `a token is its agent, with its scopes, until it is revoked`() async throws {
    let events = try await harness.events {
      let issued = try await harness.perform(
        IssueToken(agent: harness.ben, name: .init("Robot"), grants: [.read, .write])
      )
      let secret = try #require(TokenSecret(issued.secret.text))
      #expect(
        try await harness.desk.viewer(holding: secret)
          == Viewer(
            account: harness.anemone.account,
            actor: .agent(harness.ben),
            scopes: [.read, .write]
          )
      )
      for _ in 0..<2 { try await harness.perform(RevokeToken(token: issued.token.id)) }
      #expect(try await harness.desk.viewer(holding: secret) == nil)
    }

    #expect(events == ["token.issued", "token.revoked"])
  }

  @Test func `without an agent the token is the viewer's own`() async throws {
    let issued = try await harness.perform(IssueToken(name: .init("Mine"), grants: .read))

    #expect(issued.token.agent == harness.anemone.agent)
    await #expect(throws: AccessFailure.notAllowed) {
      try await harness.desk.perform(
        IssueToken(name: .init("Nobody's"), grants: .read),
        as: .system(of: harness.anemone.account)
      )
    }
  }

  @Test func `the database does not know the secret`() async throws {
    let issued = try await harness.perform(IssueToken(name: .init("Mine"), grants: .read))
    let stored: [String] = try await harness.database.read {
      try $0.rows("SELECT hash FROM token").map { try $0[0] }
    }

    #expect(stored.contains(issued.secret.hash.hex))
    let secret = issued.secret.text.split(separator: "_")[2]
    #expect(!stored.contains { $0.contains(secret) })
  }

  @Test func `a token of one account is worth nothing in another`() async throws {
    let text = harness.anemone.token
    let forged = text.replacing(
      "_\(harness.anemone.account)_",
      with: "_\(harness.basil.account)_"
    )

    let secret = try #require(TokenSecret(forged))
    #expect(forged != text)
    #expect(try await harness.desk.viewer(holding: secret) == nil)
  }

  @Test func `revoked tokens are not listed`() async throws {
    let issued = try await harness.perform(IssueToken(name: .init("Mine"), grants: .read))
    #expect(try await harness.answer(ListTokens(window: Window())).items.last == issued.token)

    try await harness.perform(RevokeToken(token: issued.token.id))

    let listed = try await harness.answer(ListTokens(window: Window())).items
    #expect(!listed.contains(issued.token))
    #expect(listed.count == 1)
  }

  @Test(arguments: [
    "", "rapport", "rapport__", "rapport_1_short", "other_1_" + String(repeating: "a", count: 64),
    "rapport_x_" + String(repeating: "a", count: 64),
    "rapport_-1_" + String(repeating: "a", count: 64),
    "rapport_1_" + String(repeating: "a", count: 65),
    "rapport_1_" + String(repeating: "a", count: 64) + "_",
  ])
  func `what cannot be a token is none`(text: String) {
    #expect(TokenSecret(text) == nil)
  }
}
