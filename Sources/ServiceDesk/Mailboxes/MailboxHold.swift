package import Storage

/// One node's hold on a mailbox, so that no two fetch from it at a time.
package struct MailboxHold: Sendable, Hashable {
  package let account: ID<Account>
  package let mailbox: ID<Mailbox>

  package init(account: ID<Account>, mailbox: ID<Mailbox>) {
    self.account = account
    self.mailbox = mailbox
  }

  /// For how long nobody else takes it; it is renewed while fetching goes on.
  static let lease = Duration.seconds(90)

  /// Whether a mailbox is free, or a hold of `node` has to be renewed; asked before anything is
  /// taken, so that an idle program writes nothing.
  package static func areAnyToTake(
    node: Int64,
    at time: Timestamp,
    in transaction: Transaction
  ) throws -> Bool {
    try !transaction.rows("SELECT 1 FROM mailbox WHERE \(isToTake(node, time)) LIMIT 1").isEmpty
  }

  /// Takes or renews the hold of `node` on each mailbox that is free and not paused; of all
  /// accounts.
  package static func take(node: Int64, at time: Timestamp, in transaction: Transaction) throws {
    try transaction.execute(
      """
      UPDATE mailbox SET node = \(node), leased_until = \(time + lease)
      WHERE \(isToTake(node, time))
      """
    )
  }

  /// What `node` holds; at most 10,000.
  package static func held(
    by node: Int64,
    at time: Timestamp,
    in transaction: Transaction
  ) throws -> [MailboxHold] {
    try transaction.rows(
      """
      SELECT account_id, id FROM mailbox
      WHERE paused_at IS NULL AND node = \(node) AND leased_until >= \(time)
      ORDER BY account_id, id LIMIT 10000
      """
    ).map { MailboxHold(account: try $0[0], mailbox: try $0[1]) }
  }

  private static func isToTake(_ node: Int64, _ time: Timestamp) -> SQL {
    """
    paused_at IS NULL AND (leased_until < \(time)
      OR (node = \(node) AND leased_until < \(time + lease / 2)))
    """
  }
}
