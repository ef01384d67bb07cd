/// The table of timers.
package enum TimerSchema {
  package static let migrations = [
    Migration("2026-11-22-03-timer") { dialect in
      [
        """
        CREATE TABLE timer (
          account_id BIGINT NOT NULL,
          kind TEXT NOT NULL,
          subject_id BIGINT NOT NULL,
          due_at BIGINT NOT NULL,
          failures BIGINT NOT NULL,
          PRIMARY KEY (account_id, kind, subject_id)
        ) \(dialect.clustered)
        """,
        "CREATE INDEX timer_due ON timer (due_at)",
      ]
    }
  ]
}
