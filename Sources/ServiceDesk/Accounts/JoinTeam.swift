package import Storage

/// Makes an agent a member of a team; nothing happens if the agent is one already.
///
/// - Throws: ``AccessFailure`` if either is unknown, ``TeamFailure/full``.
package struct JoinTeam: Command {
  package static let scopes = Scopes.admin

  package var team: ID<Team>
  package var agent: ID<Agent>

  package init(team: ID<Team>, agent: ID<Agent>) {
    self.team = team
    self.agent = agent
  }

  package func run(in work: Work) throws {
    try work.requireTeam(team)
    try work.requireAgent(agent)
    let joined = try work.execute(
      """
      INSERT INTO team_member (account_id, team_id, agent_id, joined_at)
      VALUES (\(work.account), \(team), \(agent), \(work.now))
      ON CONFLICT (account_id, team_id, agent_id) DO NOTHING
      """
    )
    guard joined > 0 else { return }
    guard try work.memberCount(of: team) <= Team.mostMembers else { throw TeamFailure.full }
    try work.record(TeamJoined(team: team, agent: agent))
  }
}

/// Ends an agent's membership of a team; nothing happens if there is none.
///
/// - Throws: ``AccessFailure`` if either is unknown.
package struct LeaveTeam: Command {
  package static let scopes = Scopes.admin

  package var team: ID<Team>
  package var agent: ID<Agent>

  package init(team: ID<Team>, agent: ID<Agent>) {
    self.team = team
    self.agent = agent
  }

  package func run(in work: Work) throws {
    try work.requireTeam(team)
    try work.requireAgent(agent)
    let left = try work.execute(
      """
      DELETE FROM team_member
      WHERE account_id = \(work.account) AND team_id = \(team) AND agent_id = \(agent)
      """
    )
    guard left > 0 else { return }
    try work.record(TeamLeft(team: team, agent: agent))
  }
}

/// An agent became a member of a team.
package struct TeamJoined: Event {
  package static let kind = "team.joined"

  package let team: ID<Team>
  package let agent: ID<Agent>

  package var subject: Reference { team.reference }
}

/// An agent is no longer a member of a team.
package struct TeamLeft: Event {
  package static let kind = "team.left"

  package let team: ID<Team>
  package let agent: ID<Agent>

  package var subject: Reference { team.reference }
}

extension Team {
  static let mostMembers = 500
}

extension Work {
  fileprivate func memberCount(of team: ID<Team>) throws -> Int {
    let counted = try rows(
      """
      SELECT COUNT(*) FROM team_member WHERE account_id = \(account) AND team_id = \(team)
      """
    )
    return try counted.first.map { try $0[0] } ?? 0
  }
}
