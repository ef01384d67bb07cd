import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct AccessTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  @Test(arguments: Deed.all)
  func `another account's ids answer exactly as those that nobody has`(deed: Deed) async throws {
    let (own, foreign) = (
      try await harness.records(of: harness.basil), try await harness.records(of: harness.anemone)
    )
    let before = (
      try await harness.log(of: harness.amina), try await harness.log(of: harness.stefan)
    )

    let hidden = await #expect(throws: AccessFailure.self) {
      try await deed.run(harness.desk, harness.stefan, own, foreign)
    }
    let absent = await #expect(throws: AccessFailure.self) {
      try await deed.run(harness.desk, harness.stefan, own, .absent)
    }

    #expect(hidden == absent)
    #expect(hidden?.kind == .missing)
    #expect(try await harness.log(of: harness.amina) == before.0)
    #expect(try await harness.log(of: harness.stefan) == before.1)
  }

  @Test(arguments: Deed.all)
  func `a viewer needs the scope, and no other`(deed: Deed) async throws {
    let own = try await harness.records(of: harness.anemone)
    let actor = harness.amina.actor
    let account = harness.anemone.account
    let (able, unable) = (
      Viewer(account: account, actor: actor, scopes: deed.scopes),
      Viewer(account: account, actor: actor, scopes: Scopes.all.subtracting(deed.scopes))
    )

    let events = try await harness.events {
      await #expect(throws: AccessFailure.notAllowed) {
        try await deed.run(harness.desk, unable, own, own)
      }
    }

    #expect(events == [])
    try await deed.run(harness.desk, able, own, own)
  }

  @Test func `only an administrator may open accounts, add people and change settings`()
    async throws
  {
    let viewer = Viewer(
      account: harness.anemone.account,
      actor: harness.amina.actor,
      scopes: [.read, .write]
    )
    let email = try EmailAddress("a@b.example")
    let name = try Agent.Name("A")

    #expect(try await isRefused(CreateAccount(name: .init("New")), as: viewer))
    #expect(
      try await isRefused(
        CreateAdministrator(account: .init("New"), name: name, email: email),
        as: viewer
      )
    )
    #expect(try await isRefused(AddAgent(name: name, email: email), as: viewer))
    #expect(try await isRefused(AddTeam(name: .init("Returns")), as: viewer))
    #expect(try await isRefused(ChangeAccount(replyMinutes: 5), as: viewer))
    await #expect(throws: AccessFailure.notAllowed) {
      try await harness.desk.answer(ListTokens(window: Window()), as: viewer)
    }
  }

  private func isRefused(_ command: some Command, as viewer: Viewer) async throws -> Bool {
    do {
      _ = try await harness.desk.perform(command, as: viewer)
      return false
    } catch AccessFailure.notAllowed {
      return true
    }
  }

  @Test func `lists and searches show the viewer's own account alone`() async throws {
    let own = try await harness.records(of: harness.anemone)
    let desk = harness.desk
    let stefan = harness.stefan

    let conversations = try await desk.answer(ListConversations(), as: stefan)
    #expect(conversations.items.map(\.id) == [harness.basil.conversation])
    let ofForeign = try await desk.answer(ListConversations(customer: own.customer), as: stefan)
    #expect(ofForeign.items.isEmpty)
    let customers = try await desk.answer(ListCustomers(window: Window()), as: stefan)
    #expect(customers.items.map(\.id) == [harness.basil.customer])
    let agents = try await desk.answer(ListAgents(window: Window()), as: stefan)
    #expect(agents.items.map(\.id) == [harness.basil.agent])
    let teams = try await desk.answer(ListTeams(window: Window()), as: stefan)
    #expect(teams.items.map(\.id) == [harness.basil.team])
    let labels = try await desk.answer(ListLabels(window: Window()), as: stefan)
    #expect(labels.items.isEmpty)
    let tokens = try await desk.answer(ListTokens(window: Window()), as: stefan)
    #expect(tokens.items.count == 1)
    let found = try await desk.answer(SearchDesk(text: "parcel", window: Window()), as: stefan)
    #expect(Set(found.items.compactMap(\.conversation)) == [harness.basil.conversation])
    try await harness.numberEvents()
    let events = try await desk.answer(ReadEvents(after: 0, limit: 1_000), as: stefan)
    #expect(Set(events.map(\.event.account)) == [harness.basil.account.raw])
  }
}
