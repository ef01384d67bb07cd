package import Storage

/// The tables of conversations.
package enum ConversationSchema {
  package static let migrations = [
    Migration("2026-11-22-08-conversation") { dialect in
      [
        """
        CREATE TABLE conversation (
          account_id BIGINT NOT NULL REFERENCES account (id),
          id BIGINT NOT NULL,
          number BIGINT NOT NULL,
          customer_id BIGINT NOT NULL,
          subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 250),
          status TEXT NOT NULL
            CHECK (status IN ('open', 'waiting', 'snoozed', 'resolved', 'spam')),
          priority TEXT NOT NULL CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
          channel TEXT NOT NULL,
          owner_agent_id BIGINT,
          owner_team_id BIGINT,
          due_at BIGINT,
          snoozed_until BIGINT,
          resolved_at BIGINT,
          attributes TEXT NOT NULL,
          message_count BIGINT NOT NULL,
          created_at BIGINT NOT NULL,
          updated_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          UNIQUE (account_id, number),
          FOREIGN KEY (account_id, customer_id) REFERENCES customer (account_id, id),
          FOREIGN KEY (account_id, owner_agent_id) REFERENCES agent (account_id, id),
          FOREIGN KEY (account_id, owner_team_id) REFERENCES team (account_id, id),
          CHECK ((owner_agent_id IS NULL) <> (owner_team_id IS NULL)),
          CHECK (due_at IS NOT NULL OR status IN ('resolved', 'spam')),
          CHECK ((snoozed_until IS NOT NULL) = (status = 'snoozed')),
          CHECK ((resolved_at IS NOT NULL) = (status = 'resolved'))
        ) \(dialect.clustered)
        """,
        """
        CREATE INDEX conversation_unresolved ON conversation (account_id, updated_at, id)
          WHERE status IN ('open', 'waiting', 'snoozed')
        """,
        "CREATE INDEX conversation_status ON conversation (account_id, status, updated_at, id)",
        "CREATE INDEX conversation_customer ON conversation (account_id, customer_id, id)",
        """
        CREATE INDEX conversation_agent ON conversation (account_id, owner_agent_id, updated_at, id)
          WHERE owner_agent_id > 0
        """,
        """
        CREATE INDEX conversation_team ON conversation (account_id, owner_team_id, updated_at, id)
          WHERE owner_team_id > 0
        """,
        """
        CREATE INDEX conversation_due ON conversation (account_id, due_at, id)
          WHERE status IN ('open', 'waiting', 'snoozed')
        """,
        """
        CREATE TABLE participant (
          account_id BIGINT NOT NULL,
          conversation_id BIGINT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('customer', 'agent')),
          person_id BIGINT NOT NULL,
          joined_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, conversation_id, kind, person_id),
          FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id)
        ) \(dialect.clustered)
        """,
        """
        CREATE TABLE label (
          account_id BIGINT NOT NULL REFERENCES account (id),
          id BIGINT NOT NULL,
          name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          UNIQUE (account_id, name)
        ) \(dialect.clustered)
        """,
        """
        CREATE TABLE conversation_label (
          account_id BIGINT NOT NULL,
          conversation_id BIGINT NOT NULL,
          label_id BIGINT NOT NULL,
          labelled_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, conversation_id, label_id),
          FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id),
          FOREIGN KEY (account_id, label_id) REFERENCES label (account_id, id)
        ) \(dialect.clustered)
        """,
        "CREATE INDEX conversation_label_label ON conversation_label (account_id, label_id)",
      ]
    },
    Migration("2026-11-22-09-message") { dialect in
      [
        """
        CREATE TABLE message (
          account_id BIGINT NOT NULL,
          conversation_id BIGINT NOT NULL,
          id BIGINT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('incoming', 'reply', 'note', 'system')),
          channel TEXT NOT NULL,
          author_kind TEXT NOT NULL CHECK (author_kind IN ('customer', 'agent', 'system')),
          author_id BIGINT,
          text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 100000),
          delivery TEXT,
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, conversation_id, id),
          FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id),
          CHECK ((author_id IS NULL) = (author_kind = 'system')),
          CHECK ((delivery IS NOT NULL) = (kind = 'reply'))
        ) \(dialect.clustered)
        """,
        """
        CREATE TABLE attachment (
          account_id BIGINT NOT NULL REFERENCES account (id),
          id BIGINT NOT NULL,
          name TEXT NOT NULL,
          type TEXT NOT NULL,
          size BIGINT NOT NULL CHECK (size > 0),
          hash TEXT NOT NULL CHECK (length(hash) = 64),
          conversation_id BIGINT,
          message_id BIGINT,
          place BIGINT,
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          FOREIGN KEY (account_id, conversation_id, message_id)
            REFERENCES message (account_id, conversation_id, id),
          CHECK ((conversation_id IS NULL) = (message_id IS NULL)),
          CHECK ((place IS NULL) = (message_id IS NULL))
        ) \(dialect.clustered)
        """,
        """
        CREATE INDEX attachment_message ON attachment (account_id, conversation_id, message_id)
          WHERE message_id > 0
        """,
      ]
    },
  ]
}
