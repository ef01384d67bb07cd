package import Storage

/// The account's events after a position, in the order of the log.
///
/// - Throws: `EventLogFailure/expired`.
package struct ReadEvents: Query {
  package var after: Int64
  package var limit: Int

  package init(after: Int64, limit: Int) {
    self.after = after
    self.limit = limit
  }

  package func run(in work: Work) throws -> [EventRecord] {
    try EventLog.read(
      after: after,
      account: work.account.raw,
      limit: limit,
      in: work.transaction
    )
  }
}

/// The position of the newest event of all accounts: from there on is from now on.
package struct LastPosition: Query {
  package init() {}

  package func run(in work: Work) throws -> Int64 { try EventLog.head(in: work.transaction) }
}
