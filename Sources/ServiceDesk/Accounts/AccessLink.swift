package import Storage

/// A link that lets somebody choose a password once: an invitation, or the way back for who has
/// forgotten it.
package struct AccessLink: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable, Codable, SQLConvertible {
    case invitation
    case reset

    /// For how long the link works.
    package var lifetime: Duration { self == .invitation ? .days(7) : .hours(1) }

    /// Where it leads, below the program's address.
    package var path: String { self == .invitation ? "/invitation/" : "/password/reset/" }
  }

  package let kind: Kind
  package let agent: Agent
  package let account: String
}

/// What a link holds: the secret whose hash alone is kept.
package struct AccessLinkSecret: Sendable, Equatable {
  package let kind: AccessLink.Kind
  let secret: AccountSecret

  /// Makes a new one.
  init(_ kind: AccessLink.Kind, account: ID<Account>) {
    self.kind = kind
    secret = AccountSecret(kind.rawValue, account: account)
  }

  /// Reads what a link ends with; `nil` for anything that cannot be one.
  package init?(_ text: String, kind: AccessLink.Kind) {
    guard let secret = AccountSecret(text, purpose: kind.rawValue) else { return nil }
    self.kind = kind
    self.secret = secret
  }

  /// The whole link, below the address where the program is reached, without a slash at its end.
  func link(at address: String) -> String { address + kind.path + secret.text }
}

/// Why a link lets nobody in.
package enum AccessLinkFailure: String, Failure, CaseIterable {
  /// It was used, has run out, or never was one.
  case noSuchLink

  package var kind: FailureKind { .gone }
}

extension Work {
  /// Keeps the link's hash, and mails the link if a mailbox can send.
  ///
  /// - Returns: whether it is on its way.
  func issue(
    _ secret: AccessLinkSecret,
    to agent: Agent,
    sealed: SealedSecret,
    by inviter: ID<Agent>?
  ) throws -> Bool {
    try execute(
      """
      INSERT INTO access_link (account_id, id, hash, kind, agent_id, expires_at, created_at)
      VALUES (\(account), \(newID(AccessLink.self)), \(secret.secret.hash), \(secret.kind),
        \(agent.id), \(now + secret.kind.lifetime), \(now))
      """
    )
    guard let mailbox = try sendingMailbox() else { return false }
    var letter = Letter(recipients: MailRecipients(to: [agent.correspondent]), subject: "")
    letter.content = .access(secret.kind, link: sealed, by: inviter)
    try PostMail(kind: .access, letter: letter, mailbox: mailbox.id, agent: agent.id)
      .post(in: self)
    return true
  }
}

/// The table of links that let people in.
package enum AccessLinkSchema {
  package static let migrations = [
    Migration("2026-11-23-06-access-link") { dialect in
      [
        """
        CREATE TABLE access_link (
          account_id BIGINT NOT NULL,
          id BIGINT NOT NULL,
          hash TEXT NOT NULL CHECK (length(hash) = 64),
          kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reset')),
          agent_id BIGINT NOT NULL,
          expires_at BIGINT NOT NULL,
          used_at BIGINT,
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          UNIQUE (account_id, hash),
          FOREIGN KEY (account_id, agent_id) REFERENCES agent (account_id, id)
        ) \(dialect.clustered)
        """,
        "CREATE INDEX access_link_agent ON access_link (account_id, agent_id, created_at)",
        "CREATE INDEX access_link_age ON access_link (expires_at)",
      ]
    }
  ]
}
