package import Storage

/// What is true of visitors.
package enum VisitorInvariants {
  package static let all = [
    Invariant(
      "every visitor's inbox and customer are there",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE
          WHEN i.id IS NULL THEN 1
          WHEN v.customer_id IS NOT NULL AND c.id IS NULL THEN 1
          ELSE 0 END), 0)
        FROM visitor v
        LEFT JOIN inbox i ON i.account_id = v.account_id AND i.id = v.inbox_id
        LEFT JOIN customer c ON c.account_id = v.account_id AND c.id = v.customer_id
        """
    ),
    Invariant(
      "every conversation's inbox is there",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN i.id IS NULL THEN 1 ELSE 0 END), 0)
        FROM conversation c
        LEFT JOIN inbox i ON i.account_id = c.account_id AND i.id = c.inbox_id
        WHERE c.inbox_id IS NOT NULL
        """
    ),
    Invariant(
      "every uploaded file's visitor is there",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN v.id IS NULL THEN 1 ELSE 0 END), 0)
        FROM attachment a
        LEFT JOIN visitor v ON v.account_id = a.account_id AND v.id = a.visitor_id
        WHERE a.visitor_id IS NOT NULL
        """
    ),
    Invariant(
      "every read mark is at a message of its conversation",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN m.id IS NULL THEN 1 ELSE 0 END), 0)
        FROM read_mark r
        LEFT JOIN message m ON m.account_id = r.account_id
          AND m.conversation_id = r.conversation_id AND m.id = r.message_id
        """
    ),
  ]
}
