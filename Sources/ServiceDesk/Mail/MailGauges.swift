package import Storage

/// How mail goes in the whole installation, for those who watch it.
package struct MailGauges: Sendable {
  /// How many mailboxes are failing, and how many are not.
  package let failingMailboxes: Int
  package let healthyMailboxes: Int
  /// How many messages lie unfetched on the servers.
  package let waiting: Int
  /// How many of them could not be fetched, and are tried again now and then.
  package let skipped: Int
  /// For how long nothing could be fetched from the mailbox that is worst off.
  package let silence: Duration
  /// Mails as they came that are no messages, by state.
  package let sources: [MailSource.State: Int]
  /// Mails from here that are not sent, by state.
  package let outgoing: [OutgoingMail.State: Int]

  package init(at time: Timestamp, in transaction: Transaction) throws {
    let mailboxes = try transaction.rows(
      """
      SELECT COUNT(failed_since), COUNT(*), CAST(COALESCE(SUM(waiting), 0) AS BIGINT),
        MIN(COALESCE(succeeded_at, created_at))
      FROM mailbox WHERE paused_at IS NULL AND checked_at IS NOT NULL
      """
    ).first
    let (failing, all): (Int, Int) = (try mailboxes?[0] ?? 0, try mailboxes?[1] ?? 0)
    let oldest: Timestamp? = try mailboxes?[3]
    failingMailboxes = failing
    healthyMailboxes = all - failing
    waiting = try mailboxes?[2] ?? 0
    silence = .milliseconds(oldest.map { max(time.milliseconds - $0.milliseconds, 0) } ?? 0)
    skipped = try transaction.rows("SELECT COUNT(*) FROM mailbox_skipped").first?[0] ?? 0
    sources = try Self.counts(
      """
      SELECT state, COUNT(*) FROM mail_source
      WHERE state IN ('waiting', 'set_aside', 'quarantined') GROUP BY state
      """,
      in: transaction
    )
    outgoing = try Self.counts(
      "SELECT state, COUNT(*) FROM outgoing_mail WHERE state <> 'sent' GROUP BY state",
      in: transaction
    )
  }

  private static func counts<State: SQLConvertible & Hashable>(
    _ query: SQL,
    in transaction: Transaction
  ) throws -> [State: Int] {
    try transaction.rows(query).reduce(into: [:]) { counts, row in
      let state: State = try row[0]
      counts[state] = try row[1]
    }
  }
}
