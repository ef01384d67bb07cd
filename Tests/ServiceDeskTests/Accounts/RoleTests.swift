import ServiceDesk
import TestSupport
import Testing

/// Who may manage the account.
@Suite struct RoleTests {
  private let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private func change(_ agent: ID<Agent>, to role: Agent.Role) async throws -> Agent {
    try await harness.desk.perform(ChangeRole(agent: agent, role: role), as: harness.amina)
  }

  @Test func `a role is given and taken, and the same again is no event`() async throws {
    #expect(try await change(harness.ben, to: .administrator).role == .administrator)
    let before = try await harness.log(of: harness.amina)
    #expect(try await change(harness.ben, to: .administrator).role == .administrator)
    #expect(try await harness.log(of: harness.amina) == before)
    #expect(try await change(harness.ben, to: .agent).role == .agent)
  }

  @Test func `the last administrator stays one`() async throws {
    let owner = harness.anemone.agent
    await #expect(throws: AgentFailure.lastAdministrator) { try await change(owner, to: .agent) }
    _ = try await change(harness.ben, to: .administrator)
    #expect(try await change(owner, to: .agent).role == .agent)
  }

  @Test func `tokens that allow more than the new role go with the old one`() async throws {
    _ = try await change(harness.ben, to: .administrator)
    for (name, grants) in [("all", Scopes.all), ("read", .read)] {
      _ = try await harness.desk.perform(
        IssueToken(agent: harness.ben, name: Token.Name(name), grants: grants),
        as: harness.amina
      )
    }
    _ = try await change(harness.ben, to: .agent)
    let tokens = try await harness.desk.answer(ListTokens(window: Window()), as: harness.amina)
    #expect(tokens.items.filter { $0.agent == harness.ben }.map(\.name.text) == ["read"])
  }
}
