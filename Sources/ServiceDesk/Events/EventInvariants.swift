package import Storage

/// What is true of the event log.
package enum EventInvariants {
  package static let all = [
    Invariant(
      "every event has its subject, or a tombstone stands for it",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN s.id IS NULL AND t.id IS NULL THEN 1 ELSE 0 END), 0)
        FROM event e
        LEFT JOIN (
          SELECT id AS account_id, 'account' AS kind, id FROM account
          UNION ALL SELECT account_id, 'agent', id FROM agent
          UNION ALL SELECT account_id, 'attachment', id FROM attachment
          UNION ALL SELECT account_id, 'conversation', id FROM conversation
          UNION ALL SELECT account_id, 'customer', id FROM customer
          UNION ALL SELECT account_id, 'inbox', id FROM inbox
          UNION ALL SELECT account_id, 'label', id FROM label
          UNION ALL SELECT account_id, 'mail', id FROM mail_source
          UNION ALL SELECT account_id, 'mailbox', id FROM mailbox
          UNION ALL SELECT account_id, 'message', id FROM message
          UNION ALL SELECT account_id, 'savedReply', id FROM saved_reply
          UNION ALL SELECT account_id, 'team', id FROM team
          UNION ALL SELECT account_id, 'token', id FROM token
          UNION ALL SELECT account_id, 'visitor', id FROM visitor
        ) s ON s.account_id = e.account_id AND s.kind = e.subject_kind AND s.id = e.subject_id
        LEFT JOIN tombstone t
          ON t.account_id = e.account_id AND t.kind = e.subject_kind AND t.id = e.subject_id
        """
    ),
    Invariant(
      "every conversation has the event that opened it, unless the log begins later",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN e.id IS NULL THEN 1 ELSE 0 END), 0)
        FROM conversation c
        LEFT JOIN (
          SELECT account_id, subject_id AS id FROM event
          WHERE subject_kind = 'conversation' AND kind = 'conversation.opened'
          GROUP BY account_id, subject_id
        ) e ON e.account_id = c.account_id AND e.id = c.id
        WHERE c.created_at > (SELECT COALESCE(MIN(at), 0) FROM event)
        """
    ),
    Invariant(
      "positions in the log have no gap",
      count: """
        SELECT COUNT(position), COALESCE(MAX(position) - MIN(position) + 1, 0) - COUNT(position)
        FROM event
        """
    ),
    Invariant(
      "the count of each day's events equals a recount, so far as the counter has read",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN d.count <> e.number THEN 1 ELSE 0 END), 0)
        FROM daily_activity d
        JOIN (
          SELECT account_id, at / 86400000 AS day, kind, COUNT(*) AS number FROM event
          WHERE position <= (SELECT position FROM consumer WHERE name = 'daily-activity')
            AND (at / 86400000 > (SELECT MIN(at) / 86400000 FROM event)
              OR (SELECT MIN(position) FROM event) = 1)
          GROUP BY account_id, at / 86400000, kind
        ) e ON e.account_id = d.account_id AND e.day = d.day AND e.kind = d.kind
        """
    ),
    Invariant(
      "no event is parked",
      count: "SELECT COUNT(*), COUNT(*) FROM parked_event"
    ),
    Invariant(
      "no job is dead",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN state = 'dead' THEN 1 ELSE 0 END), 0) FROM job
        """
    ),
  ]
}
