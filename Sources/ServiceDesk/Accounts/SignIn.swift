package import Storage

/// Why somebody was not signed in, or a password not changed.
package enum SignInFailure: String, Failure, CaseIterable {
  /// The password is not that of an agent with this address, whether there is one or not.
  case wrongPassword

  package var kind: FailureKind { .invalid }
  package var field: String? { "password" }
}

extension Desk {
  /// An address may belong to agents of several accounts; more than so many are not tried.
  private static let mostAccounts = 10

  /// Signs in the agent with this address and password, whichever the account.
  ///
  /// The device is what the browser calls itself; it is cut to 200 scalars.
  ///
  /// - Returns: what goes into the cookie.
  /// - Throws: ``SignInFailure/wrongPassword``, ``PasswordQueueFull``.
  package func signIn(
    email: String,
    password: String,
    device: String
  ) async throws -> Session.Secret {
    // What is no address is nobody's, and takes as long to find out.
    let email = try? EmailAddress(email)
    let candidates = try await candidates(email)
    guard let index = try await match(password, candidates.map(\.hash)) else {
      throw SignInFailure.wrongPassword
    }
    let candidate = candidates[index]
    return try await perform(
      StartSession(agent: candidate.agent, password: candidate.hash, device: device),
      as: Viewer(account: candidate.account, actor: .agent(candidate.agent))
    )
  }

  /// Ends the session; nothing happens if it has ended already.
  package func signOut(_ secret: Session.Secret) async throws {
    guard let signedIn = try await viewer(session: secret) else { return }
    try await perform(EndSession(session: signedIn.session), as: signedIn.viewer)
  }

  private struct Candidate: Sendable {
    let account: ID<Account>
    let agent: ID<Agent>
    let hash: PasswordHash
  }

  private func candidates(_ email: EmailAddress?) async throws -> [Candidate] {
    try await database.read { transaction in
      try transaction.rows(
        """
        SELECT account_id, id, password FROM agent
        WHERE email = \(email) AND password IS NOT NULL
        ORDER BY account_id LIMIT \(Self.mostAccounts)
        """
      ).map { Candidate(account: try $0[0], agent: try $0[1], hash: try $0[2]) }
    }
  }
}

/// Starts a session of an agent whose password was checked; it must be the agent's still.
struct StartSession: Command {
  let agent: ID<Agent>
  let password: PasswordHash
  let device: String

  func run(in work: Work) throws -> Session.Secret {
    let secret = Session.Secret(account: work.account)
    let id = try work.newID(Session.self)
    let device = String(
      String.UnicodeScalarView(
        device.unicodeScalars.filter { $0 != "\0" }
          .prefix(200)
      )
    )
    let started = try work.execute(
      """
      INSERT INTO session (account_id, id, agent_id, hash, device, created_at, expires_at)
      SELECT account_id, \(id), id, \(secret.hash), \(device), \(work.now),
        \(work.now + Session.lifetime)
      FROM agent
      WHERE account_id = \(work.account) AND id = \(agent) AND password = \(password)
      """
    )
    guard started > 0 else { throw SignInFailure.wrongPassword }
    try work.record(SessionStarted(agent: agent, session: id))
    return secret
  }
}

/// An agent signed in.
package struct SessionStarted: Event {
  package static let kind = "session.started"

  package let agent: ID<Agent>
  package let session: ID<Session>

  // Sessions expire without a trace; their agent stays.
  package var subject: Reference { agent.reference }
}
