import Storage

/// How much about mail waits for people.
package struct MailAttention: Sendable, Equatable {
  /// How many mailboxes have failed for a while.
  package let failing: Int
  /// How many mails could not be taken in.
  package let quarantined: Int
  /// How many mails could not be sent.
  package let unsent: Int

  /// Beyond this many, nobody counts on.
  package static let most = 1_000

  package init(failing: Int = 0, quarantined: Int = 0, unsent: Int = 0) {
    self.failing = failing
    self.quarantined = quarantined
    self.unsent = unsent
  }

  package var isNeeded: Bool { failing + quarantined + unsent > 0 }
}

/// How much about mail waits for people in this account.
package struct CountMailAttention: Query {
  package init() {}

  package func run(in work: Work) throws -> MailAttention {
    // Each part goes by its own index and ends at the bound.
    let found = try work.rows(
      """
      SELECT
        (SELECT COUNT(*) FROM mailbox
          WHERE account_id = \(work.account) AND alerted_at IS NOT NULL AND paused_at IS NULL),
        (SELECT COUNT(*) FROM (
          SELECT 1 AS one FROM mail_source WHERE account_id = \(work.account)
            AND state IN ('waiting', 'set_aside', 'quarantined') AND state = 'quarantined'
          LIMIT \(MailAttention.most)) q),
        (SELECT COUNT(*) FROM (
          SELECT 1 AS one FROM outgoing_mail WHERE account_id = \(work.account)
            AND state <> 'sent' AND state = 'failed'
          LIMIT \(MailAttention.most)) o)
      """
    )
    guard let row = found.first else { return MailAttention() }
    return MailAttention(failing: try row[0], quarantined: try row[1], unsent: try row[2])
  }
}
