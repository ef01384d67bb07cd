package import Storage

extension Desk {
  /// Mails a link to choose another password to whoever has the address, in each account.
  ///
  /// The same happens to the eye whether somebody has it or not. The link leads below `address`,
  /// where the program is reached, without a slash at the end.
  package func requestReset(email: String, address: String) async throws {
    // What is no address is nobody's.
    guard let email = try? EmailAddress(email) else { return }
    for (account, agent) in try await agents(at: email) {
      let secret = AccessLinkSecret(.reset, account: account)
      let sealed = try secrets.seal(secret.link(at: address), of: account)
      try await perform(
        RequestReset(agent: agent, secret: secret, sealed: sealed),
        as: .system(of: account)
      )
    }
  }

  /// What a link is for; `nil` if it lets nobody in.
  package func accessLink(_ secret: AccessLinkSecret) async throws -> AccessLink? {
    try await answer(FindAccessLink(secret: secret), as: .system(of: secret.secret.account))
  }

  /// Gives the link's agent a password, ends the agent's sessions and signs in; the agent's other
  /// links work no more.
  ///
  /// - Returns: what goes into the cookie.
  /// - Throws: ``AccessLinkFailure``, ``PasswordFailure``, ``PasswordQueueFull``.
  package func useLink(
    _ secret: AccessLinkSecret,
    password: String,
    device: String
  ) async throws -> Session.Secret {
    guard try await accessLink(secret) != nil else { throw AccessLinkFailure.noSuchLink }
    let hash = try await hash(password)
    let account = secret.secret.account
    let agent = try await perform(
      UseAccessLink(secret: secret, password: hash),
      as: .system(of: account)
    )
    return try await perform(
      StartSession(agent: agent, password: hash, device: device),
      as: Viewer(account: account, actor: .agent(agent))
    )
  }

  // As many accounts as are tried when somebody signs in.
  private func agents(at email: EmailAddress) async throws -> [(ID<Account>, ID<Agent>)] {
    try await database.read { transaction in
      try transaction.rows(
        "SELECT account_id, id FROM agent WHERE email = \(email) ORDER BY account_id LIMIT 10"
      ).map { (try $0[0], try $0[1]) }
    }
  }
}

/// Issues a link, but not more than so many an hour.
private struct RequestReset: Command {
  private static let mostAnHour = 3

  let agent: ID<Agent>
  let secret: AccessLinkSecret
  let sealed: SealedSecret

  func run(in work: Work) throws {
    let person = try work.agent(agent)
    let issued = try work.rows(
      """
      SELECT COUNT(*) FROM access_link
      WHERE account_id = \(work.account) AND agent_id = \(agent) AND kind = 'reset'
        AND created_at > \(work.now - .hours(1))
      """
    )
    // A link that nobody can get is not made.
    guard try issued.first.map({ try $0[0] }) ?? 0 < Self.mostAnHour,
      try work.sendingMailbox() != nil
    else { return }
    _ = try work.issue(secret, to: person, sealed: sealed, by: nil)
    try work.record(PasswordResetRequested(agent: agent))
  }
}

/// What a link is for.
private struct FindAccessLink: Query {
  let secret: AccessLinkSecret

  func run(in work: Work) throws -> AccessLink? {
    let found = try work.rows(
      """
      SELECT agent_id FROM access_link
      WHERE account_id = \(work.account) AND hash = \(secret.secret.hash)
        AND kind = \(secret.kind) AND used_at IS NULL AND expires_at > \(work.now)
      """
    )
    guard let row = found.first else { return nil }
    let agent: ID<Agent> = try row[0]
    let people = try work.rows(
      "SELECT \(Agent.columns) FROM agent WHERE account_id = \(work.account) AND id = \(agent)"
    )
    guard let person = people.first else { return nil }
    return AccessLink(
      kind: secret.kind,
      agent: try Agent(person),
      account: try work.currentAccount().name.text
    )
  }
}

/// Uses a link up; only one of two who use it at once does.
private struct UseAccessLink: Command {
  let secret: AccessLinkSecret
  let password: PasswordHash

  func run(in work: Work) throws -> ID<Agent> {
    let used = try work.rows(
      """
      UPDATE access_link SET used_at = \(work.now)
      WHERE account_id = \(work.account) AND hash = \(secret.secret.hash)
        AND kind = \(secret.kind) AND used_at IS NULL AND expires_at > \(work.now)
      RETURNING agent_id
      """
    )
    guard let row = used.first else { throw AccessLinkFailure.noSuchLink }
    let agent: ID<Agent> = try row[0]
    try SetPassword(agent: agent, password: password).run(in: work)
    try work.execute(
      """
      UPDATE access_link SET used_at = \(work.now)
      WHERE account_id = \(work.account) AND agent_id = \(agent) AND used_at IS NULL
      """
    )
    return agent
  }
}

/// Somebody asked for a link to choose another password.
package struct PasswordResetRequested: Event {
  package static let kind = "password.resetRequested"

  package let agent: ID<Agent>

  package var subject: Reference { agent.reference }
}
