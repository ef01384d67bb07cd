/// The jobs that wait: one table, leases, exponential back-off, dead letters kept.
package enum JobQueue {
  /// After so many attempts a job is dead: kept and shown, not tried again by itself.
  ///
  /// The waits between them add up to two days and a half.
  package static let mostAttempts: Int64 = 24

  /// Lets `job` be done once this transaction is committed; a job of its kind and key that waits
  /// already stands for both, and a dead one gets another chance.
  package static func enqueue(
    _ job: Job,
    runAt: Timestamp,
    in transaction: Transaction
  ) throws {
    try transaction.execute(
      """
      INSERT INTO job (account_id, id, kind, key, payload, lane, state, run_at, leased_until,
        attempts, created_at)
      VALUES (\(job.account), \(job.id), \(job.kind), \(job.key), \(job.payload), \(job.lane),
        'waiting', \(runAt), 0, 0, \(runAt))
      ON CONFLICT (account_id, kind, key) DO UPDATE
        SET state = 'waiting', run_at = excluded.run_at, leased_until = 0, attempts = 0,
          payload = excluded.payload, lane = excluded.lane
        WHERE job.state = 'dead'
      """
    )
    transaction.signal(.jobs)
  }

  /// Which jobs may be begun: of these kinds, due, held by nobody, in no lane that is full.
  struct Choice {
    let kinds: [String]
    let full: [JobLane]
    let time: Timestamp

    fileprivate var condition: SQL {
      let others = full.map { lane -> SQL in
        "AND NOT (kind = \(lane.kind) AND lane = \(lane.name))"
      }
      return """
        state = 'waiting' AND run_at <= \(time) AND leased_until < \(time)
          AND kind IN \(list: kinds) \(.joined(others, by: " "))
        """
    }
  }

  static func isAnyDue(of choice: Choice, in transaction: Transaction) throws -> Bool {
    try !transaction.rows("SELECT 1 FROM job WHERE \(choice.condition) LIMIT 1").isEmpty
  }

  /// Takes the job that has been due longest and marks it as begun.
  ///
  /// For the time of the lease no one else takes it; a job whose holder died is taken again after
  /// that. One whose holders died in all its attempts is taken once more, as dead: to be given up.
  static func claim(
    of choice: Choice,
    lease: Duration,
    in transaction: Transaction
  ) throws -> Job? {
    try transaction.rows(
      """
      UPDATE job SET leased_until = \(choice.time + lease), attempts = attempts + 1,
        state = CASE WHEN attempts >= \(mostAttempts) THEN 'dead' ELSE 'waiting' END
      WHERE (account_id, id) = (
        SELECT account_id, id FROM job WHERE \(choice.condition)
        ORDER BY run_at, id LIMIT 1
        \(transaction.dialect.forUpdateSkipLocked)
      )
      RETURNING account_id, id, kind, key, payload, lane, attempts
      """
    ).first.map {
      Job(
        account: try $0[0],
        id: try $0[1],
        kind: try $0[2],
        key: try $0[3],
        payload: try $0[4],
        lane: try $0[5],
        attempts: try $0[6]
      )
    }
  }

  /// Holds a job for longer, unless somebody else has taken it.
  static func renew(_ job: Job, until end: Timestamp, in transaction: Transaction) throws {
    try transaction.execute(
      """
      UPDATE job SET leased_until = \(end)
      WHERE account_id = \(job.account) AND id = \(job.id) AND attempts = \(job.attempts)
        AND state = 'waiting'
      """
    )
  }

  static func remove(_ job: Job, in transaction: Transaction) throws {
    // Only if still this attempt's: after an expired lease another attempt may be under way.
    try transaction.execute(
      """
      DELETE FROM job
      WHERE account_id = \(job.account) AND id = \(job.id) AND attempts = \(job.attempts)
      """
    )
  }

  /// Puts a failed job back, to be tried after 2, 4, 8, … seconds, at most every 6 hours.
  static func postpone(
    _ job: Job,
    error: String,
    at time: Timestamp,
    in transaction: Transaction
  ) throws {
    let wait = Duration.seconds(min(1 << min(job.attempts, 20), 21_600))
    let state = job.attempts >= mostAttempts ? "dead" : "waiting"
    try transaction.execute(
      """
      UPDATE job SET state = \(state), run_at = \(time + wait), leased_until = 0,
        last_error = \(String(error.prefix(500)))
      WHERE account_id = \(job.account) AND id = \(job.id) AND attempts = \(job.attempts)
      """
    )
  }
}
