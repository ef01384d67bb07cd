package import Storage

/// What is true of customers.
package enum CustomerInvariants {
  package static let all = [
    Invariant(
      "every merged customer points to one that is there, and knows where the pointers end",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE
          WHEN s.id IS NULL OR e.id IS NULL THEN 1
          WHEN c.root_id <> s.root_id OR e.merged_into IS NOT NULL THEN 1
          ELSE 0 END), 0)
        FROM customer c
        LEFT JOIN customer s ON s.account_id = c.account_id AND s.id = c.merged_into
        LEFT JOIN customer e ON e.account_id = c.account_id AND e.id = c.root_id
        WHERE c.merged_into IS NOT NULL
        """
    ),
    Invariant(
      "every identity belongs to a customer",
      count: """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN c.id IS NULL THEN 1 ELSE 0 END), 0)
        FROM identity i
        LEFT JOIN customer c ON c.account_id = i.account_id AND c.id = i.customer_id
        """
    ),
  ]
}
