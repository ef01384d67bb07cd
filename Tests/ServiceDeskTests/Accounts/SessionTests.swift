import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct SessionTests {
  static let password = "correct horse"

  let harness: DeskHarness

  init() async throws {
    harness = try await DeskHarness()
    try await harness.desk.setPassword(of: harness.ben, to: Self.password, as: harness.amina)
  }

  private func signIn(
    _ email: String = "ben@anemone.example",
    _ password: String = password,
    device: String = "Firefox"
  ) async throws -> Session.Secret {
    try await harness.desk.signIn(email: email, password: password, device: device)
  }

  private func signedIn(_ secret: Session.Secret) async throws -> SignedIn {
    try #require(try await harness.desk.viewer(session: secret))
  }

  @Test func `who signs in is the agent, with the scopes of the role`() async throws {
    let secret = try await signIn(" BEN@anemone.example ")

    let read = try #require(Session.Secret(secret.text))
    let signedIn = try await signedIn(read)
    let viewer = Viewer(
      account: harness.anemone.account,
      actor: .agent(harness.ben),
      scopes: [.read, .write]
    )
    #expect(signedIn.viewer == viewer)
    #expect(signedIn.agent.name.text == "Ben" && signedIn.agent.role == .agent)
    try await harness.desk.setPassword(
      of: harness.anemone.agent,
      to: Self.password,
      as: harness.amina
    )
    let amina = try await self.signedIn(signIn("amina@anemone.example"))
    #expect(amina.viewer == harness.amina)
  }

  @Test(arguments: [
    ("ben@anemone.example", "wrong horse"), ("ben@anemone.example", ""),
    ("nobody@anemone.example", password), ("amina@anemone.example", password), ("ben", password),
    ("", ""),
  ])
  func `whatever is wrong, the answer is the same`(email: String, password: String) async throws {
    let events = try await harness.events {
      await #expect(throws: SignInFailure.wrongPassword) { try await signIn(email, password) }
    }
    #expect(events == [])
  }

  @Test func `of two agents with one address the password tells which`() async throws {
    let other = try await harness.desk.perform(
      AddAgent(name: .init("Ben"), email: .init("ben@anemone.example")),
      as: harness.stefan
    )
    try await harness.desk.setPassword(of: other.id, to: "another horse", as: harness.stefan)

    let here = try await signedIn(signIn())
    let there = try await signedIn(signIn("ben@anemone.example", "another horse"))
    #expect(here.viewer.account == harness.anemone.account)
    #expect(there.viewer.account == harness.basil.account)
    #expect(there.agent.id == other.id)
  }

  @Test func `a session lasts thirty days and no longer`() async throws {
    let secret = try await signIn()
    harness.clock.advance(by: .days(30) - .milliseconds(1))
    #expect(try await harness.desk.viewer(session: secret) != nil)
    #expect(try await harness.desk.answer(ListSessions(), as: ben).items.count == 1)

    harness.clock.advance(by: .milliseconds(1))
    #expect(try await harness.desk.viewer(session: secret) == nil)
    #expect(try await harness.desk.answer(ListSessions(), as: ben).items == [])
  }

  @Test func `who signs out is out, once and for all`() async throws {
    let secret = try await signIn()
    let events = try await harness.events {
      for _ in 0..<2 { try await harness.desk.signOut(secret) }
    }
    #expect(events == ["session.ended"])
    #expect(try await harness.desk.viewer(session: secret) == nil)
  }

  @Test func `one's own sessions are listed and ended, newest first`() async throws {
    let phone = try await signedIn(signIn(device: "Phone\0" + String(repeating: "x", count: 300)))
    harness.clock.advance(by: .minutes(1))
    let laptop = try await signedIn(signIn(device: "Laptop"))

    let sessions = try await harness.desk.answer(ListSessions(), as: laptop.viewer).items
    #expect(sessions.map(\.id) == [laptop.session, phone.session])
    #expect(sessions[0].device == "Laptop" && sessions[0].createdAt == harness.clock.now)
    #expect(sessions[1].device == "Phone" + String(repeating: "x", count: 195))
    let first = try await harness.desk.answer(
      ListSessions(window: Window(limit: 1)),
      as: laptop.viewer
    )
    let rest = ListSessions(window: Window(limit: 1, after: first.next))
    #expect(try await harness.desk.answer(rest, as: ben).items.map(\.id) == [phone.session])

    await #expect(throws: AccessFailure.noSuchSession) {
      try await harness.perform(EndSession(session: phone.session))
    }
    try await harness.desk.perform(EndSession(session: phone.session), as: laptop.viewer)
    #expect(try await harness.desk.answer(ListSessions(), as: ben).items == [sessions[0]])
  }

  @Test func `another password ends the other sessions`() async throws {
    let old = try await signIn()
    let current = try await signIn()
    let signedIn = try await signedIn(current)
    let events = try await harness.events {
      try await harness.desk.changePassword(
        from: Self.password,
        to: "a better horse",
        of: signedIn
      )
    }
    #expect(events == ["password.changed", "session.ended"])
    #expect(try await harness.desk.viewer(session: old) == nil)
    #expect(try await harness.desk.viewer(session: current) == signedIn)
    await #expect(throws: SignInFailure.wrongPassword) { try await signIn() }
    _ = try await signIn("ben@anemone.example", "a better horse")
  }

  @Test func `nobody changes a password without the old one, nor to a weak one`() async throws {
    let signedIn = try await signedIn(signIn())
    let events = try await harness.events {
      await #expect(throws: SignInFailure.wrongPassword) {
        try await harness.desk.changePassword(from: "wrong", to: "a better horse", of: signedIn)
      }
      await #expect(throws: PasswordFailure.tooShort) {
        try await harness.desk.changePassword(from: Self.password, to: "short", of: signedIn)
      }
      await #expect(throws: AccessFailure.notAllowed) {
        try await harness.desk.setPassword(of: harness.ben, to: Self.password, as: ben)
      }
    }
    #expect(events == [])
  }

  @Test func `a password that is set ends all sessions`() async throws {
    let secret = try await signIn()
    let events = try await harness.events {
      try await harness.desk.setPassword(of: harness.ben, to: "a new horse", as: harness.amina)
    }
    #expect(events == ["password.changed", "session.ended"])
    #expect(try await harness.desk.viewer(session: secret) == nil)
  }

  @Test func `each session has its own token for forms, which stays`() async throws {
    let secret = try await signIn()
    let first = try await signedIn(secret)
    let again = try await signedIn(secret)
    let other = try await signedIn(signIn())
    #expect(first.csrf == again.csrf && first.csrf != other.csrf)
    #expect(first.csrf.count == 64 && !secret.text.contains(first.csrf))
  }

  @Test func `the database does not know the secret`() async throws {
    let secret = try await signIn()
    let stored: [String] = try await harness.database.read {
      try $0.rows("SELECT hash FROM session").map { try $0[0] }
    }
    #expect(stored == [secret.hash.hex])
  }

  @Test func `a session of one account is worth nothing in another, nor as a token`() async throws {
    let text = try await signIn().text
    let forged = text.replacing("_\(harness.anemone.account)_", with: "_\(harness.basil.account)_")
    let secret = try #require(Session.Secret(forged))
    #expect(try await harness.desk.viewer(session: secret) == nil)
    #expect(TokenSecret(text) == nil)
    #expect(Session.Secret(harness.anemone.token) == nil)
  }

  private var ben: Viewer {
    Viewer(
      account: harness.anemone.account,
      actor: .agent(harness.ben),
      scopes: Agent.Role.agent.scopes
    )
  }
}
