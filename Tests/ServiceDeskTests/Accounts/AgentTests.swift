import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct AgentTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  @Test func `a new agent is in the default team`() async throws {
    let events = try await harness.events {
      let agent = try await harness.perform(
        AddAgent(name: .init("Cleo"), email: .init("cleo@anemone.example"))
      )
      let team = try #require(try await harness.answer(ListTeams(window: Window())).items.first)
      #expect(team.members.contains(agent.id))
      #expect(try await harness.answer(ListAgents(window: Window())).items.last == agent)
    }

    #expect(events == ["agent.added", "team.joined"])
  }

  @Test func `an address belongs to one agent of an account, in whatever case`() async throws {
    await #expect(throws: AgentFailure.emailTaken) {
      try await harness.perform(AddAgent(name: .init("B"), email: .init("Ben@Anemone.example")))
    }
    _ = try await harness.desk.perform(
      AddAgent(name: .init("Ben"), email: .init("ben@anemone.example")),
      as: harness.stefan
    )
  }
}
