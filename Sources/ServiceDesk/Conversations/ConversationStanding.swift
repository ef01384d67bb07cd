package import Storage

/// What decides where a conversation is counted.
struct ConversationStanding: Equatable {
  var owner: Conversation.Owner
  var status: Conversation.Status

  // A conversation is always counted in the same slot, so that those of one team do not all wait
  // for one row; a person's are few.
  fileprivate func slot(of conversation: ID<Conversation>) -> Int {
    switch owner {
    case .agent: 0
    // Fibonacci hashing: of an identifier neither the highest nor the lowest bits vary enough.
    case .team: Int((UInt64(bitPattern: conversation.raw) &* 0x9E37_79B9_7F4A_7C15) >> 61)
    }
  }

  /// Rows are always changed in this order, so that two transactions cannot wait for each other.
  fileprivate static func precedes(_ one: Self, _ two: Self) -> Bool {
    (one.owner.reference.kind, one.owner.reference.id, one.status.rawValue)
      < (two.owner.reference.kind, two.owner.reference.id, two.status.rawValue)
  }
}

extension Conversation.Owner {
  var reference: Reference {
    switch self {
    case .agent(let agent): agent.reference
    case .team(let team): team.reference
    }
  }
}

extension Work {
  /// Counts the conversation where it stands now, and no longer where it stood before.
  ///
  /// Whatever gives a conversation another owner or status calls it, in the same transaction.
  func count(
    _ conversation: ID<Conversation>,
    from old: ConversationStanding?,
    to new: ConversationStanding
  ) throws {
    guard old != new else { return }
    let changes = [(standing: new, by: 1)] + (old.map { [(standing: $0, by: -1)] } ?? [])
    let rows = changes.sorted { ConversationStanding.precedes($0.standing, $1.standing) }
      .map { standing, change -> SQL in
        """
        (\(account), \(standing.owner.reference.kind), \(standing.owner.reference.id),
          \(standing.status), \(standing.slot(of: conversation)), \(change))
        """
      }
    try execute(
      """
      INSERT INTO conversation_count (account_id, owner_kind, owner_id, status, slot, count)
      VALUES \(.joined(rows, by: ", "))
      ON CONFLICT (account_id, owner_kind, owner_id, status, slot)
        DO UPDATE SET count = conversation_count.count + excluded.count
      """
    )
  }
}

/// The table of how many conversations each owner has.
package enum ConversationCountSchema {
  package static let migrations = [
    Migration("2026-11-22-31-conversation-count") { dialect in
      [
        """
        CREATE TABLE conversation_count (
          account_id BIGINT NOT NULL REFERENCES account (id),
          owner_kind TEXT NOT NULL CHECK (owner_kind IN ('agent', 'team')),
          owner_id BIGINT NOT NULL,
          status TEXT NOT NULL
            CHECK (status IN ('open', 'waiting', 'snoozed', 'resolved', 'spam')),
          slot BIGINT NOT NULL,
          count BIGINT NOT NULL,
          PRIMARY KEY (account_id, owner_kind, owner_id, status, slot)
        ) \(dialect.clustered)
        """,
        """
        INSERT INTO conversation_count (account_id, owner_kind, owner_id, status, slot, count)
        SELECT account_id, 'agent', owner_agent_id, status, 0, COUNT(*) FROM conversation
        WHERE owner_agent_id > 0 GROUP BY account_id, owner_agent_id, status
        UNION ALL
        SELECT account_id, 'team', owner_team_id, status, 0, COUNT(*) FROM conversation
        WHERE owner_team_id > 0 GROUP BY account_id, owner_team_id, status
        """,
      ]
    }
  ]
}
