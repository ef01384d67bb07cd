import Storage

/// Gives an agent another role; nothing happens if it is the agent's already.
///
/// The agent's tokens that allow more than the role are revoked with it.
///
/// - Throws: ``AccessFailure/noSuchAgent``, ``AgentFailure/lastAdministrator``.
package struct ChangeRole: Command {
  package static let scopes = Scopes.admin

  package var agent: ID<Agent>
  package var role: Agent.Role

  package init(agent: ID<Agent>, role: Agent.Role) {
    self.agent = agent
    self.role = role
  }

  package func run(in work: Work) throws -> Agent {
    // All of them are locked, so that two cannot take the role from each other at once.
    let administrators = try work.administrators()
    let old = try work.agent(agent)
    guard old.role != role else { return old }
    guard role == .administrator || administrators != [agent] else {
      throw AgentFailure.lastAdministrator
    }
    try work.execute(
      """
      UPDATE agent SET role = \(role) WHERE account_id = \(work.account) AND id = \(agent)
      """
    )
    try work.record(AgentChanged(agent: agent))
    for token in try work.tokens(of: agent) where !role.scopes.isSuperset(of: token.scopes) {
      try RevokeToken(token: token.id).run(in: work)
    }
    return try work.agent(agent)
  }
}

extension Work {
  fileprivate func administrators() throws -> [ID<Agent>] {
    try rows(
      """
      SELECT id FROM agent
      WHERE account_id = \(account) AND role = \(Agent.Role.administrator)
      ORDER BY id \(forUpdate)
      """
    ).map { try $0[0] }
  }

  fileprivate func tokens(of agent: ID<Agent>) throws -> [Token] {
    try rows(
      """
      SELECT \(Token.columns) FROM token
      WHERE account_id = \(account) AND agent_id = \(agent) AND revoked_at IS NULL ORDER BY id
      """
    ).map(Token.init)
  }
}
