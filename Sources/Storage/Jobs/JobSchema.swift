/// The table of jobs.
package enum JobSchema {
  package static let migrations = [
    Migration("2026-11-22-02-job") { _ in
      [
        """
        CREATE TABLE job (
          account_id BIGINT NOT NULL,
          id BIGINT NOT NULL,
          kind TEXT NOT NULL,
          key TEXT NOT NULL,
          payload TEXT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('waiting', 'dead')),
          run_at BIGINT NOT NULL,
          leased_until BIGINT NOT NULL,
          attempts BIGINT NOT NULL,
          last_error TEXT,
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          UNIQUE (account_id, kind, key)
        )
        """,
        "CREATE INDEX job_due ON job (run_at, id) WHERE state = 'waiting'",
      ]
    },
    Migration("2026-11-23-41-job-lane") { _ in
      ["ALTER TABLE job ADD COLUMN lane TEXT NOT NULL DEFAULT ''"]
    },
  ]
}
