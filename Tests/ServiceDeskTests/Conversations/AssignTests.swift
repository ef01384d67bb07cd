import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct AssignTests {
  let harness: DeskHarness
  let id: ID<Conversation>

  init() async throws {
    harness = try await DeskHarness()
    id = harness.anemone.conversation
  }

  @discardableResult
  private func assign(_ owner: Conversation.Owner?) async throws
    -> Conversation.Named<
      Conversation.Owner
    >
  {
    try await harness.perform(Assign(conversation: id, owner: owner)).owner
  }

  @Test func `a conversation has one owner: an agent or a team`() async throws {
    let returns = try await harness.perform(AddTeam(name: .init("Returns"))).id
    let events = try await harness.events {
      let agent = try await assign(.agent(harness.ben))
      #expect(agent.id == .agent(harness.ben) && agent.name == "Ben")
      let team = try await assign(.team(returns))
      #expect(team.id == .team(returns) && team.name == "Returns")
      #expect(try await assign(nil).id == .team(harness.anemone.team))
    }

    #expect(events == Array(repeating: "conversation.assigned", count: 3))
  }

  @Test func `to whom it is already, it is not assigned again`() async throws {
    try await assign(.agent(harness.ben))
    harness.clock.advance(by: .minutes(1))

    let events = try await harness.events { try await assign(.agent(harness.ben)) }

    #expect(events == [])
    #expect(try await harness.conversation(id).updatedAt == TestClock.start)
  }
}
