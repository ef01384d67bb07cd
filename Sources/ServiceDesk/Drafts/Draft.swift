package import Storage

/// What an agent has begun to write into a conversation, kept across the agent's devices.
///
/// Nobody else sees it, so there are no events about it.
package struct Draft: Sendable, Equatable {
  /// What it is to become.
  package enum Kind: String, Sendable, CaseIterable, SQLConvertible {
    case reply, note
  }

  package let kind: Kind
  package let text: String
  package let updatedAt: Timestamp

  /// A text of at most 100,000 Unicode scalars, as it is being typed: with its white space.
  package struct Text: Sendable, Equatable {
    package let text: String

    /// - Throws: ``TextFailure``.
    package init(_ text: String) throws(TextFailure) {
      guard !text.unicodeScalars.contains("\0") else { throw .holdsNUL(field: "text") }
      let most = MessageLimits.range.upperBound
      guard text.unicodeScalars.count <= most else { throw .tooLong(field: "text", most: most) }
      self.text = text
    }
  }
}

/// Keeps the viewer's draft in place of the one before; an empty one removes it.
///
/// - Throws: ``AccessFailure``.
package struct SaveDraft: Command {
  package var conversation: ID<Conversation>
  package var kind: Draft.Kind
  package var text: Draft.Text

  package init(conversation: ID<Conversation>, kind: Draft.Kind, text: Draft.Text) {
    self.conversation = conversation
    self.kind = kind
    self.text = text
  }

  package func run(in work: Work) throws {
    let agent = try work.requireAgent()
    _ = try work.requireVisible(conversation)
    guard !text.text.trimmed.isEmpty else {
      return try work.discardDraft(kind, of: conversation)
    }
    try work.execute(
      """
      INSERT INTO draft (account_id, agent_id, conversation_id, kind, text, updated_at)
      VALUES (\(work.account), \(agent), \(conversation), \(kind), \(text.text), \(work.now))
      ON CONFLICT (account_id, agent_id, conversation_id, kind)
        DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at
      """
    )
  }
}

/// Removes the viewer's drafts in a conversation.
///
/// - Throws: ``AccessFailure``.
package struct DiscardDrafts: Command {
  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  package func run(in work: Work) throws {
    _ = try work.requireVisible(conversation)
    for kind in Draft.Kind.allCases { try work.discardDraft(kind, of: conversation) }
  }
}

/// The viewer's drafts in a conversation: of each kind one at most.
///
/// - Throws: ``AccessFailure``.
package struct FindDrafts: Query {
  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  package func run(in work: Work) throws -> [Draft] {
    _ = try work.requireVisible(conversation)
    return try work.rows(
      """
      SELECT kind, text, updated_at FROM draft
      WHERE account_id = \(work.account) AND agent_id = \(work.requireAgent())
        AND conversation_id = \(conversation)
      ORDER BY kind LIMIT 2
      """
    ).map { Draft(kind: try $0[0], text: try $0[1], updatedAt: try $0[2]) }
  }
}

extension Work {
  /// Removes the viewer's draft: it was sent, or is not wanted any more.
  func discardDraft(_ kind: Draft.Kind, of conversation: ID<Conversation>) throws {
    guard case .agent(let agent) = viewer.actor else { return }
    try execute(
      """
      DELETE FROM draft
      WHERE account_id = \(account) AND agent_id = \(agent)
        AND conversation_id = \(conversation) AND kind = \(kind)
      """
    )
  }
}

/// The table of drafts.
package enum DraftSchema {
  package static let migrations = [
    Migration("2026-11-22-32-draft") { dialect in
      [
        """
        CREATE TABLE draft (
          account_id BIGINT NOT NULL,
          agent_id BIGINT NOT NULL,
          conversation_id BIGINT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('reply', 'note')),
          text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 100000),
          updated_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, agent_id, conversation_id, kind),
          FOREIGN KEY (account_id, agent_id) REFERENCES agent (account_id, id),
          FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id)
        ) \(dialect.clustered)
        """
      ]
    }
  ]
}
