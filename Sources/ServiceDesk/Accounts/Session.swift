package import Storage

/// One signed-in browser of an agent.
package struct Session: Sendable, Equatable {
  package let id: ID<Session>
  /// As the browser calls itself; at most 200 Unicode scalars, maybe none.
  package let device: String
  package let createdAt: Timestamp
  package let expiresAt: Timestamp

  /// For how long one is signed in.
  package static let lifetime = Duration.days(30)

  /// The text in the browser's cookie.
  package struct Secret: Sendable, Equatable {
    private static let purpose = "session"

    let secret: AccountSecret

    /// Makes a new one.
    init(account: ID<Account>) { secret = AccountSecret(Self.purpose, account: account) }

    /// Reads what ``text`` gives; `nil` for anything that cannot be a session's.
    package init?(_ text: String) {
      guard let secret = AccountSecret(text, purpose: Self.purpose) else { return nil }
      self.secret = secret
    }

    package var account: ID<Account> { secret.account }
    package var text: String { secret.text }
    package var hash: BlobHash { secret.hash }

    /// What each form of the session carries, so that no other site can send one in its name.
    package var csrf: String { secret.derived(for: "csrf") }
  }
}

extension Session {
  /// The columns ``init(_:)`` reads, in its order.
  static let columns: SQL = "id, device, created_at, expires_at"

  init(_ row: Row) throws {
    id = try row[0]
    device = try row[1]
    createdAt = try row[2]
    expiresAt = try row[3]
  }
}

/// Who is signed in.
package struct SignedIn: Sendable, Equatable {
  package let viewer: Viewer
  package let agent: Agent
  package let session: ID<Session>
  package let csrf: String
}

extension Desk {
  /// Who holds the session.
  ///
  /// - Returns: `nil` if there is none such, or it has ended or expired.
  package func viewer(session secret: Session.Secret) async throws -> SignedIn? {
    let time = now()
    return try await database.read { transaction in
      let found = try transaction.rows(
        """
        SELECT \(Agent.columns), (
          SELECT s.id FROM session s WHERE s.account_id = \(secret.account)
            AND s.hash = \(secret.hash) AND s.expires_at > \(time)
        )
        FROM agent WHERE account_id = \(secret.account) AND id = (
          SELECT s.agent_id FROM session s WHERE s.account_id = \(secret.account)
            AND s.hash = \(secret.hash) AND s.expires_at > \(time)
        )
        """
      )
      guard let row = found.first else { return nil }
      let agent = try Agent(row)
      return SignedIn(
        viewer: Viewer(
          account: secret.account,
          actor: .agent(agent.id),
          scopes: agent.role.scopes
        ),
        agent: agent,
        session: try row[10],
        csrf: secret.csrf
      )
    }
  }
}
