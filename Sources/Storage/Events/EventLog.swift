/// The truth of what happened: appended in the transaction of each change, read by position.
package enum EventLog {
  /// Appends `event`: it exists exactly if the rest of the transaction does.
  package static func append(_ event: NewEvent, in transaction: Transaction) throws {
    let dialect = transaction.dialect
    try transaction.execute(
      """
      INSERT INTO event (account_id, id, position, at, kind, actor_kind, actor_id,
        subject_kind, subject_id, conversation_id, payload)
      VALUES (\(event.account), \(event.id), \(dialect.positionAtInsert), \(event.at),
        \(event.kind), \(event.actor?.kind), \(event.actor?.id), \(event.subject.kind),
        \(event.subject.id), \(event.conversation), \(event.payload))
      """
    )
    transaction.signal(dialect.numbersAfterCommit ? .appended : .events)
  }

  /// The events after `position`, in order.
  ///
  /// A reader that takes each answer's last position for its next question sees every event once,
  /// however late its transaction committed.
  ///
  /// Position 0 is the start of what is kept. Of all accounts where `account` is `nil`. Throws
  /// ``EventLogFailure/expired`` if events after `position` are no longer kept, or if the log has
  /// never been so far.
  package static func read(
    after position: Int64,
    account: Int64?,
    limit: Int,
    in transaction: Transaction
  ) throws -> [EventRecord] {
    if position != 0 {
      let bounds = try bounds(in: transaction)
      guard bounds.contains(position) else { throw EventLogFailure.expired }
    }
    let ownEvents: SQL = account.map { "AND account_id = \($0)" } ?? ""
    return try transaction.rows(
      """
      SELECT position, account_id, id, at, kind, actor_kind, actor_id, subject_kind, subject_id,
        conversation_id, payload
      FROM event WHERE position > \(position) \(ownEvents)
      ORDER BY position LIMIT \(limit)
      """
    ).map(EventRecord.init)
  }

  /// The position of the newest event, 0 where there is none.
  package static func head(in transaction: Transaction) throws -> Int64 {
    try bounds(in: transaction).upperBound
  }

  /// From the last position that was pruned to the last one that was given.
  private static func bounds(in transaction: Transaction) throws -> ClosedRange<Int64> {
    let row = try transaction.rows(
      """
      SELECT COALESCE((SELECT MIN(position) FROM event) - 1, 0),
        COALESCE((SELECT MAX(position) FROM event), 0)
      """
    )
    guard let row = row.first else { return 0...0 }
    let (first, last): (Int64, Int64) = (try row[0], try row[1])
    return first...max(first, last)
  }

  /// Removes the oldest events, up to the first that is not older than `time`, so far as every
  /// consumer has seen them.
  ///
  /// The newest event always stays, because positions go on from it.
  ///
  /// - Returns: how many it removed, at most `limit`.
  package static func prune(
    before time: Timestamp,
    limit: Int,
    in transaction: Transaction
  ) throws -> Int {
    let oldest: [(position: Int64, at: Timestamp)] = try transaction.rows(
      """
      SELECT position, at FROM event
      WHERE position <= (SELECT COALESCE(MIN(position), 0) FROM consumer)
        AND position < (SELECT MAX(position) FROM event)
      ORDER BY position LIMIT \(limit)
      """
    ).map { (try $0[0], try $0[1]) }
    guard let last = oldest.prefix(while: { $0.at < time }).last else { return 0 }
    return try transaction.execute("DELETE FROM event WHERE position <= \(last.position)")
  }
}

/// Why events were not read.
package enum EventLogFailure: Error, Equatable {
  /// The position lies outside what the log keeps: the reader must start from a fresh state.
  case expired
}

extension EventRecord {
  init(_ row: Row) throws {
    position = try row[0]
    event = NewEvent(
      account: try row[1],
      id: try row[2],
      at: try row[3],
      kind: try row[4],
      actor: try Reference(kind: row[5], id: row[6]),
      subject: Reference(kind: try row[7], id: try row[8]),
      conversation: try row[9],
      payload: try row[10]
    )
  }
}

extension Reference {
  fileprivate init?(kind: String?, id: Int64?) {
    guard let kind, let id else { return nil }
    self.init(kind: kind, id: id)
  }
}
