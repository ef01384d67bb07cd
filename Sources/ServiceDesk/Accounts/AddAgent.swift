package import Storage

/// Adds a person to the account and to its default team.
///
/// - Throws: ``AgentFailure/emailTaken``.
package struct AddAgent: Command {
  package static let scopes = Scopes.admin

  package var name: Agent.Name
  package var email: EmailAddress
  package var role: Agent.Role

  package init(name: Agent.Name, email: EmailAddress, role: Agent.Role = .agent) {
    self.name = name
    self.email = email
    self.role = role
  }

  package func run(in work: Work) throws -> Agent {
    let added = try work.rows(
      """
      INSERT INTO agent (account_id, id, name, email, role, calendar, created_at)
      VALUES (\(work.account), \(work.newID(Agent.self)), \(name), \(email), \(role),
        \(Agent.Calendar.gregorian), \(work.now))
      ON CONFLICT (account_id, email) DO NOTHING
      RETURNING \(Agent.columns)
      """
    )
    guard let row = added.first else { throw AgentFailure.emailTaken }
    let agent = try Agent(row)
    try work.record(AgentAdded(agent: agent.id))
    try JoinTeam(team: work.defaultTeam(), agent: agent.id).run(in: work)
    return agent
  }
}

/// A person was added to the account.
package struct AgentAdded: Event {
  package static let kind = "agent.added"

  package let agent: ID<Agent>

  package var subject: Reference { agent.reference }
}

/// The account's agents, in the order in which they were added.
package struct ListAgents: Query {
  package var window: Window

  package init(window: Window) { self.window = window }

  package func run(in work: Work) throws -> Page<Agent> {
    try window.after?.require(order: "agents")
    let rows = try work.rows(
      """
      SELECT \(Agent.columns) FROM agent
      WHERE account_id = \(work.account) AND id > \(window.after?.id ?? 0)
      ORDER BY id LIMIT \(window.limit + 1)
      """
    )
    return Page(rows: try rows.map(Agent.init), limit: window.limit) {
      Cursor(order: "agents", key: 0, id: $0.id.raw)
    }
  }
}
