package import Storage

/// What is true of conversations.
package enum ConversationInvariants {
  package static let all = [
    Invariant(
      "every conversation that is not resolved or spam has an owner and a due time",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN due_at IS NULL
          OR (owner_agent_id IS NULL AND owner_team_id IS NULL) THEN 1 ELSE 0 END), 0)
        FROM conversation WHERE status NOT IN ('resolved', 'spam')
        """
    ),
    Invariant(
      "every conversation's owner is there",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN a.id IS NULL AND t.id IS NULL THEN 1 ELSE 0 END), 0)
        FROM conversation c
        LEFT JOIN agent a ON a.account_id = c.account_id AND a.id = c.owner_agent_id
        LEFT JOIN team t ON t.account_id = c.account_id AND t.id = c.owner_team_id
        """
    ),
    Invariant(
      "every snoozed conversation has its timer, and no other has one",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE
          WHEN (c.status = 'snoozed') <> (w.due_at IS NOT NULL) THEN 1
          WHEN c.status = 'snoozed' AND c.snoozed_until <> w.due_at AND w.failures = 0 THEN 1
          ELSE 0 END), 0)
        FROM conversation c
        LEFT JOIN timer w ON w.account_id = c.account_id AND w.kind = 'snooze'
          AND w.subject_id = c.id
        """
    ),
    Invariant(
      "every conversation's count of messages equals a recount",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN c.message_count <> COALESCE(m.number, 0)
          THEN 1 ELSE 0 END), 0)
        FROM conversation c
        LEFT JOIN (
          SELECT account_id, conversation_id, COUNT(*) AS number FROM message
          GROUP BY account_id, conversation_id
        ) m ON m.account_id = c.account_id AND m.conversation_id = c.id
        """
    ),
    Invariant(
      "every owner's count of conversations equals a recount",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN k.kept <> k.found THEN 1 ELSE 0 END), 0)
        FROM (
          SELECT SUM(count) AS kept, SUM(found) AS found FROM (
            SELECT account_id, owner_kind, owner_id, status, count, 0 AS found
            FROM conversation_count
            UNION ALL
            SELECT account_id, 'agent', owner_agent_id, status, 0, 1 FROM conversation
            WHERE owner_agent_id > 0
            UNION ALL
            SELECT account_id, 'team', owner_team_id, status, 0, 1 FROM conversation
            WHERE owner_team_id > 0
          ) b
          GROUP BY account_id, owner_kind, owner_id, status
        ) k
        """
    ),
    Invariant(
      "every account's last conversation number is its highest",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE
          WHEN a.last_conversation_number <> COALESCE(c.highest, 0) THEN 1 ELSE 0 END), 0)
        FROM account a
        LEFT JOIN (
          SELECT account_id, MAX(number) AS highest FROM conversation GROUP BY account_id
        ) c ON c.account_id = a.id
        """
    ),
    Invariant(
      "every message belongs to a conversation and its author is there",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE
          WHEN c.id IS NULL THEN 1
          WHEN m.author_kind = 'agent' AND a.id IS NULL THEN 1
          WHEN m.author_kind = 'customer' AND k.id IS NULL THEN 1
          ELSE 0 END), 0)
        FROM message m
        LEFT JOIN conversation c ON c.account_id = m.account_id AND c.id = m.conversation_id
        LEFT JOIN agent a ON a.account_id = m.account_id AND a.id = m.author_id
        LEFT JOIN customer k ON k.account_id = m.account_id AND k.id = m.author_id
        """
    ),
    Invariant(
      "every author of a message takes part in its conversation",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN p.person_id IS NULL THEN 1 ELSE 0 END), 0)
        FROM message m
        LEFT JOIN participant p ON p.account_id = m.account_id
          AND p.conversation_id = m.conversation_id AND p.kind = m.author_kind
          AND p.person_id = m.author_id
        WHERE m.author_kind <> 'system'
        """
    ),
    Invariant(
      "every conversation and message can be searched for",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN d.id IS NULL THEN 1 ELSE 0 END), 0)
        FROM (
          SELECT account_id, id FROM conversation
          UNION ALL SELECT account_id, id FROM message
        ) s
        LEFT JOIN search_document d ON d.account_id = s.account_id AND d.id = s.id
        """
    ),
    Invariant(
      "everything that can be searched for is there",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE
          WHEN d.kind = 'conversation' AND c.id IS NULL THEN 1
          WHEN d.kind = 'message' AND m.id IS NULL THEN 1
          WHEN d.kind = 'customer' AND k.id IS NULL THEN 1
          ELSE 0 END), 0)
        FROM search_document d
        LEFT JOIN conversation c ON c.account_id = d.account_id AND c.id = d.id
        LEFT JOIN message m ON m.account_id = d.account_id AND m.id = d.id
          AND m.conversation_id = d.conversation_id
        LEFT JOIN customer k ON k.account_id = d.account_id AND k.id = d.id
        """
    ),
  ]
}
