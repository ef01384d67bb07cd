import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct TeamTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private func team(_ id: ID<Team>) async throws -> Team? {
    try await harness.answer(ListTeams(window: Window())).items.first { $0.id == id }
  }

  @Test func `a new team has no members and is not the default`() async throws {
    let events = try await harness.events {
      let added = try await harness.perform(AddTeam(name: .init("Returns")))
      #expect(!added.isDefault && added.members == [])
      #expect(try await team(added.id) == added)
    }

    #expect(events == ["team.added"])
  }

  @Test func `a name belongs to one team of an account`() async throws {
    _ = try await harness.perform(AddTeam(name: .init("Returns")))

    await #expect(throws: TeamFailure.nameTaken) {
      try await harness.perform(AddTeam(name: .init("Returns")))
    }
    _ = try await harness.desk.perform(AddTeam(name: .init("Returns")), as: harness.stefan)
  }

  @Test func `agents join and leave, and doing so again does nothing`() async throws {
    let returns = try await harness.perform(AddTeam(name: .init("Returns"))).id
    let events = try await harness.events {
      for _ in 0..<2 { try await harness.perform(JoinTeam(team: returns, agent: harness.ben)) }
      #expect(try await team(returns)?.members == [harness.ben])
      for _ in 0..<2 { try await harness.perform(LeaveTeam(team: returns, agent: harness.ben)) }
      #expect(try await team(returns)?.members == [])
    }

    #expect(events == ["team.joined", "team.left"])
  }

  @Test func `a team has at most 500 members`() async throws {
    let returns = try await harness.perform(AddTeam(name: .init("Returns"))).id
    let (account, ids, now) = (harness.anemone.account, harness.desk.ids, harness.clock.now)
    let agents = try await harness.database.write { transaction in
      try (0..<501).map { number in
        let agent = try ids.next()
        try transaction.execute(
          """
          INSERT INTO agent (account_id, id, name, email, created_at)
          VALUES (\(account), \(agent), 'Extra', \("extra\(number)@anemone.example"), \(now))
          """
        )
        if number < 499 {
          try transaction.execute(
            """
            INSERT INTO team_member (account_id, team_id, agent_id, joined_at)
            VALUES (\(account), \(returns), \(agent), \(now))
            """
          )
        }
        return ID<Agent>(agent)
      }
    }

    try await harness.perform(JoinTeam(team: returns, agent: agents[499]))
    await #expect(throws: TeamFailure.full) {
      try await harness.perform(JoinTeam(team: returns, agent: agents[500]))
    }
    #expect(try await team(returns)?.members.count == 500)
    // Who is in it already is not refused.
    try await harness.perform(JoinTeam(team: returns, agent: agents[0]))
  }
}
