package import Storage

/// The tables of what customers' messages were read to say, and of what accounts put right of it.
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
    },
    Migration("2026-11-23-31-message-reading") { dialect in
      [
        """
        CREATE TABLE message_reading (
          account_id BIGINT NOT NULL,
          conversation_id BIGINT NOT NULL,
          message_id BIGINT NOT NULL,
          language TEXT NOT NULL,
          polarity TEXT NOT NULL CHECK (polarity IN ('negative', 'neutral', 'positive')),
          score BIGINT NOT NULL CHECK (score BETWEEN -100 AND 100),
          feelings TEXT NOT NULL,
          urgent BIGINT NOT NULL CHECK (urgent IN (0, 1)),
          churn BIGINT NOT NULL CHECK (churn IN (0, 1)),
          barriers TEXT NOT NULL,
          root TEXT,
          evidence TEXT NOT NULL,
          read_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, conversation_id, message_id),
          FOREIGN KEY (account_id, conversation_id, message_id)
            REFERENCES message (account_id, conversation_id, id)
        ) \(dialect.clustered)
        """,
        """
        CREATE TABLE conversation_barrier (
          account_id BIGINT NOT NULL,
          conversation_id BIGINT NOT NULL,
          barrier TEXT NOT NULL,
          noted_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, conversation_id, barrier),
          FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id)
        ) \(dialect.clustered)
        """,
        """
        CREATE INDEX conversation_barrier_barrier
          ON conversation_barrier (account_id, barrier, conversation_id)
        """,
        "ALTER TABLE conversation ADD COLUMN mood BIGINT",
        "ALTER TABLE conversation ADD COLUMN feeling TEXT",
        "ALTER TABLE conversation ADD COLUMN urgent BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE conversation ADD COLUMN churn BIGINT NOT NULL DEFAULT 0",
        """
        CREATE INDEX conversation_mood ON conversation (account_id, mood, id)
          WHERE status IN ('open', 'waiting', 'snoozed')
        """,
      ]
    },
  ]
}
