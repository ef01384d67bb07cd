import Storage

/// How many open conversations have an upset customer; counted to ``most``.
package struct CountUpset: Query {
  /// Beyond it the number says no more.
  package static let most = 1_000

  package init() {}

  package func run(in work: Work) throws -> Int {
    // Both conditions on the status: the first is the partial index's, the second the question.
    let counted = try work.rows(
      """
      SELECT COUNT(*) FROM (
        SELECT 1 FROM conversation c
        WHERE c.account_id = \(work.account) AND c.status IN ('open', 'waiting', 'snoozed')
          AND c.status = 'open' AND c.mood <= \(Mood.upset)
        LIMIT \(Self.most)) upset
      """
    )
    return try counted.first.map { try $0[0] } ?? 0
  }
}
