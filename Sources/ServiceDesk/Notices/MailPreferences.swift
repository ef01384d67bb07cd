import Storage

/// What an agent wants to be told by mail, and how the agent's answers are signed.
package struct MailPreferences: Sendable, Equatable {
  /// When the agent is told what happens.
  package enum Notices: String, Sendable, CaseIterable, SQLConvertible {
    case none
    /// While not there for customers.
    case away
    case always
  }

  package var notices: Notices
  /// Whether the agent is told each morning what waits.
  package var digest: Bool
  /// Templates by language; where a language has none, the mailbox's is used.
  package var signatures: [String: String]

  package init(
    notices: Notices = .away,
    digest: Bool = true,
    signatures: [String: String] = [:]
  ) {
    self.notices = notices
    self.digest = digest
    self.signatures = signatures
  }

  /// A template of 1 to 2,000 Unicode scalars.
  package typealias Signature = BoundedText<SignatureLimits>

  /// The most languages in which one agent signs.
  package static let mostSignatures = 20
}

package enum SignatureLimits: TextLimits {
  package static let range = 1...2_000
  package static let field = "signature"
}

/// The viewer's own preferences.
package struct FindMailPreferences: Query {
  package init() {}

  package func run(in work: Work) throws -> MailPreferences {
    let agent = try work.requireAgent()
    var found = try work.mailPreferences(of: agent)
    found.signatures = try work.signatures(of: agent)
    return found
  }
}

/// Changes the viewer's own preferences; what is `nil` stays, and an empty signature goes.
///
/// - Throws: ``MailTextFailure``, `TextFailure`, ``LanguageTagFailure``.
package struct ChangeMailPreferences: Command {
  package var notices: MailPreferences.Notices?
  package var digest: Bool?
  /// By language; languages that are not named keep theirs.
  package var signatures: [String: String]

  package init(
    notices: MailPreferences.Notices? = nil,
    digest: Bool? = nil,
    signatures: [String: String] = [:]
  ) {
    self.notices = notices
    self.digest = digest
    self.signatures = signatures
  }

  package func run(in work: Work) throws -> MailPreferences {
    let agent = try work.requireAgent()
    let old = try FindMailPreferences().run(in: work)
    try work.execute(
      """
      INSERT INTO mail_preference (account_id, agent_id, notices, digest)
      VALUES (\(work.account), \(agent), \(notices ?? old.notices), \(digest ?? old.digest))
      ON CONFLICT (account_id, agent_id) DO UPDATE
        SET notices = excluded.notices, digest = excluded.digest
      """
    )
    for (language, text) in signatures.sorted(by: { $0.key < $1.key }) {
      try sign(text, in: LanguageTag(language), of: agent, work: work)
    }
    let new = try FindMailPreferences().run(in: work)
    guard new.signatures.count <= MailPreferences.mostSignatures else {
      throw MailTextFailure.tooMany
    }
    if new != old { try work.record(AgentChanged(agent: agent)) }
    return new
  }

  private func sign(
    _ text: String,
    in language: LanguageTag,
    of agent: ID<Agent>,
    work: Work
  ) throws {
    guard !text.trimmed.isEmpty else {
      try work.execute(
        """
        DELETE FROM agent_signature WHERE account_id = \(work.account)
          AND agent_id = \(agent) AND language = \(language)
        """
      )
      return
    }
    let signature = try MailPreferences.Signature(text)
    _ = try MailTemplate(
      signature.text,
      speakingOf: MailTemplate.signatureVariables,
      field: "signature"
    )
    try work.execute(
      """
      INSERT INTO agent_signature (account_id, agent_id, language, text)
      VALUES (\(work.account), \(agent), \(language), \(signature))
      ON CONFLICT (account_id, agent_id, language) DO UPDATE SET text = excluded.text
      """
    )
  }
}

extension Work {
  /// What the agent wants to be told, without the signatures.
  func mailPreferences(of agent: ID<Agent>) throws -> MailPreferences {
    let found = try rows(
      """
      SELECT notices, digest FROM mail_preference
      WHERE account_id = \(account) AND agent_id = \(agent)
      """
    )
    return try found.first.map { MailPreferences(notices: try $0[0], digest: try $0[1]) }
      ?? MailPreferences()
  }

  func signatures(of agent: ID<Agent>) throws -> [String: String] {
    let found = try rows(
      """
      SELECT language, text FROM agent_signature
      WHERE account_id = \(account) AND agent_id = \(agent)
      ORDER BY language LIMIT \(MailPreferences.mostSignatures + 1)
      """
    )
    return Dictionary(try found.map { (try $0[0], try $0[1]) }) { first, _ in first }
  }
}
