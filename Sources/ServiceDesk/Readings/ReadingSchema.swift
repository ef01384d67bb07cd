package import Storage

/// The tables of what an account has taught the reading of its texts.
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
        """,
        """
        CREATE TABLE intent_example (
          account_id BIGINT NOT NULL REFERENCES account (id),
          id BIGINT NOT NULL,
          intent TEXT CHECK (length(intent) BETWEEN 1 AND 100),
          text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 5000),
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id)
        ) \(dialect.clustered)
        """,
      ]
    }
  ]
}
