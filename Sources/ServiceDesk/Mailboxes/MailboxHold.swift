package import Storage

/// One node's hold on a mailbox, so that no two fetch from it at a time.
package struct MailboxHold: Sendable, Equatable {
  package let account: ID<Account>
  package let mailbox: ID<Mailbox>

  /// For how long nobody else takes it; it is renewed while fetching goes on.
  static let lease = Duration.seconds(90)

  /// Takes or renews the hold of `node` on each mailbox that is free, not paused, and fetched
  /// from; of all accounts.
  package static func take(
    node: Int64,
    at time: Timestamp,
    limit: Int = 1_000,
    in transaction: Transaction
  ) throws -> [MailboxHold] {
    // Renewed only when half of it is over, so that an idle program writes little.
    try transaction.execute(
      """
      UPDATE mailbox SET node = \(node), leased_until = \(time + lease)
      WHERE paused_at IS NULL AND (leased_until < \(time)
        OR (node = \(node) AND leased_until < \(time + .seconds(45))))
      """
    )
    return try transaction.rows(
      """
      SELECT account_id, id FROM mailbox
      WHERE paused_at IS NULL AND node = \(node) AND leased_until >= \(time)
      ORDER BY account_id, id LIMIT \(limit)
      """
    ).map { MailboxHold(account: try $0[0], mailbox: try $0[1]) }
  }
}
