package import Storage

/// The tables of visitors, and what other tables have because of them.
package enum VisitorSchema {
  package static let migrations = [
    Migration("2026-11-22-22-visitor") { dialect in
      [
        // external_id is the number under which the account's own server vouched for the visitor;
        // until then all that is known are claims.
        """
        CREATE TABLE visitor (
          account_id BIGINT NOT NULL,
          id BIGINT NOT NULL,
          inbox_id BIGINT NOT NULL,
          customer_id BIGINT,
          hash TEXT NOT NULL,
          external_id TEXT,
          language TEXT NOT NULL CHECK (length(language) BETWEEN 1 AND 35),
          page TEXT,
          claimed_name TEXT,
          claimed_email TEXT,
          claimed_attributes TEXT NOT NULL,
          created_at BIGINT NOT NULL,
          last_seen_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          UNIQUE (account_id, hash),
          FOREIGN KEY (account_id, inbox_id) REFERENCES inbox (account_id, id),
          FOREIGN KEY (account_id, customer_id) REFERENCES customer (account_id, id),
          CHECK (external_id IS NULL OR customer_id IS NOT NULL)
        ) \(dialect.clustered)
        """,
        """
        CREATE INDEX visitor_customer ON visitor (account_id, customer_id) WHERE customer_id > 0
        """,
        """
        CREATE TABLE visitor_conversation (
          account_id BIGINT NOT NULL,
          visitor_id BIGINT NOT NULL,
          conversation_id BIGINT NOT NULL,
          PRIMARY KEY (account_id, visitor_id, conversation_id),
          FOREIGN KEY (account_id, visitor_id) REFERENCES visitor (account_id, id),
          FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id)
        ) \(dialect.clustered)
        """,
        "ALTER TABLE conversation ADD COLUMN inbox_id BIGINT",
        "ALTER TABLE customer ADD COLUMN blocked_at BIGINT",
        "ALTER TABLE attachment ADD COLUMN visitor_id BIGINT",
        "ALTER TABLE message ADD COLUMN client_key TEXT",
        """
        CREATE UNIQUE INDEX message_client_key ON message (account_id, conversation_id, client_key)
          WHERE client_key IS NOT NULL
        """,
      ]
    },
    Migration("2026-11-22-23-read-mark") { dialect in
      [
        """
        CREATE TABLE read_mark (
          account_id BIGINT NOT NULL,
          conversation_id BIGINT NOT NULL,
          reader_kind TEXT NOT NULL CHECK (reader_kind IN ('customer', 'agent')),
          reader_id BIGINT NOT NULL,
          message_id BIGINT NOT NULL,
          PRIMARY KEY (account_id, conversation_id, reader_kind, reader_id),
          FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id)
        ) \(dialect.clustered)
        """
      ]
    },
    Migration("2026-11-22-40-blocked-customer") { _ in
      [
        """
        CREATE INDEX customer_blocked ON customer (account_id, id) WHERE blocked_at IS NOT NULL
        """
      ]
    },
  ]
}
