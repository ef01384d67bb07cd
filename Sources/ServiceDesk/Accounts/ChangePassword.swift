package import Storage

extension Desk {
  /// Gives the signed-in agent another password, and ends the agent's other sessions.
  ///
  /// - Throws: ``SignInFailure/wrongPassword`` unless `old` is the agent's password;
  ///   ``PasswordFailure``, ``PasswordQueueFull``.
  package func changePassword(
    from old: String,
    to new: String,
    of signedIn: SignedIn
  ) async throws {
    let kept = try await answer(FindPassword(), as: signedIn.viewer)
    guard try await match(old, kept.map { [$0] } ?? []) != nil else {
      throw SignInFailure.wrongPassword
    }
    let change = ChangePassword(old: kept, new: try await hash(new), kept: signedIn.session)
    try await perform(change, as: signedIn.viewer)
  }

  /// Gives an agent a password in the name of an administrator, and ends all the agent's sessions.
  ///
  /// - Throws: ``AccessFailure``, ``PasswordFailure``, ``PasswordQueueFull``.
  package func setPassword(
    of agent: ID<Agent>,
    to password: String,
    as viewer: Viewer
  ) async throws {
    guard viewer.scopes.contains(SetPassword.scopes) else { throw AccessFailure.notAllowed }
    try await perform(SetPassword(agent: agent, password: try await hash(password)), as: viewer)
  }
}

/// The viewer's own password, as it is kept.
private struct FindPassword: Query {
  func run(in work: Work) throws -> PasswordHash? {
    try work.rows(
      """
      SELECT password FROM agent
      WHERE account_id = \(work.account) AND id = \(work.requireAgent())
      """
    ).first.flatMap { try $0[0] }
  }
}

/// Puts a password in place of the one that was checked.
private struct ChangePassword: Command {
  let old: PasswordHash?
  let new: PasswordHash
  let kept: ID<Session>

  func run(in work: Work) throws {
    let agent = try work.requireAgent()
    let changed = try work.execute(
      """
      UPDATE agent SET password = \(new)
      WHERE account_id = \(work.account) AND id = \(agent) AND password = \(old)
      """
    )
    guard changed > 0 else { throw SignInFailure.wrongPassword }
    try work.record(PasswordChanged(agent: agent))
    try work.endSessions(of: agent, but: kept)
  }
}

/// Gives an agent a password, whatever it was, and ends the agent's sessions.
///
/// - Throws: ``AccessFailure/noSuchAgent``.
package struct SetPassword: Command {
  package static let scopes = Scopes.admin

  package var agent: ID<Agent>
  package var password: PasswordHash

  package init(agent: ID<Agent>, password: PasswordHash) {
    self.agent = agent
    self.password = password
  }

  package func run(in work: Work) throws {
    let changed = try work.execute(
      """
      UPDATE agent SET password = \(password) WHERE account_id = \(work.account) AND id = \(agent)
      """
    )
    guard changed > 0 else { throw AccessFailure.noSuchAgent }
    try work.record(PasswordChanged(agent: agent))
    try work.endSessions(of: agent)
  }
}

/// An agent got another password.
package struct PasswordChanged: Event {
  package static let kind = "password.changed"

  package let agent: ID<Agent>

  package var subject: Reference { agent.reference }
}
