import Storage

/// Whether anybody is there to answer in the account's inboxes.
package struct InboxAvailability: Query {
  package init() {}

  package func run(in work: Work) throws -> Bool {
    try !work.rows(
      """
      SELECT 1 FROM agent WHERE account_id = \(work.account) AND available_since IS NOT NULL
      LIMIT 1
      """
    ).isEmpty
  }
}
