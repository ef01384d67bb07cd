/// Something that is to happen at a time: one of a kind for each subject, gone when it fires.
package struct DueTimer: Sendable, Equatable {
  package let account: Int64
  package let kind: String
  package let subject: Int64
  package let due: Timestamp
}

/// The timers that are set.
package enum TimerQueue {
  /// Sets the subject's timer of this kind, in place of one that is set already.
  package static func set(
    account: Int64,
    kind: String,
    subject: Int64,
    due: Timestamp,
    in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      INSERT INTO timer (account_id, kind, subject_id, due_at, failures)
      VALUES (\(account), \(kind), \(subject), \(due), 0)
      ON CONFLICT (account_id, kind, subject_id)
        DO UPDATE SET due_at = excluded.due_at, failures = 0
      """
    )
    transaction.signal(.timers)
  }

  /// Removes the timer if it is set.
  package static func clear(
    account: Int64,
    kind: String,
    subject: Int64,
    in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      DELETE FROM timer
      WHERE account_id = \(account) AND kind = \(kind) AND subject_id = \(subject)
      """
    )
  }

  /// The timers of these kinds that are due, the longest due first.
  static func due(
    kinds: [String],
    at time: Timestamp,
    limit: Int,
    in transaction: Transaction
  ) throws -> [DueTimer] {
    try transaction.rows(
      """
      SELECT account_id, kind, subject_id, due_at FROM timer
      WHERE due_at <= \(time) AND kind IN \(list: kinds)
      ORDER BY due_at LIMIT \(limit)
      """
    ).map {
      DueTimer(account: try $0[0], kind: try $0[1], subject: try $0[2], due: try $0[3])
    }
  }

  /// Takes the timer away, so that no one else fires it.
  ///
  /// - Returns: whether it was still set as it was read.
  static func take(_ timer: DueTimer, in transaction: Transaction) throws -> Bool {
    let taken = try transaction.execute(
      """
      DELETE FROM timer WHERE account_id = \(timer.account) AND kind = \(timer.kind)
        AND subject_id = \(timer.subject) AND due_at = \(timer.due)
      """
    )
    return taken > 0
  }

  /// Puts off a timer whose work failed, for 2, 4, 8, … seconds, at most an hour.
  static func postpone(
    _ timer: DueTimer,
    at time: Timestamp,
    in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      UPDATE timer SET failures = failures + 1,
        due_at = \(time) + CASE WHEN failures < 11 THEN 2000 * (1 << CAST(failures AS INTEGER))
          ELSE 3600000 END
      WHERE account_id = \(timer.account) AND kind = \(timer.kind)
        AND subject_id = \(timer.subject) AND due_at = \(timer.due)
      """
    )
  }
}
