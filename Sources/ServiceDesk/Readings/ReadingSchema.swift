package import Storage

/// The table of what an account has taught the reading of its texts.
package enum ReadingSchema {
  package static let migrations = [
    Migration("2026-11-23-20-reading") { dialect in
      [
        // A trace holds hashes, from which no word can be read.
        """
        CREATE TABLE reading_correction (
          account_id BIGINT NOT NULL REFERENCES account (id),
          id BIGINT NOT NULL,
          label TEXT NOT NULL,
          is_true BIGINT NOT NULL CHECK (is_true IN (0, 1)),
          trace TEXT NOT NULL,
          agent_id BIGINT,
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id)
        ) \(dialect.clustered)
        """
      ]
    }
  ]
}
