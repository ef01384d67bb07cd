package import Storage

/// The tables of accounts and of the people who work in them.
package enum AccountSchema {
  package static let migrations = [
    Migration("2026-11-22-06-account") { dialect in
      [
        """
        CREATE TABLE account (
          id BIGINT NOT NULL PRIMARY KEY,
          name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
          reply_minutes BIGINT NOT NULL CHECK (reply_minutes BETWEEN 1 AND 43200),
          reopen_days BIGINT NOT NULL CHECK (reopen_days BETWEEN 0 AND 365),
          last_conversation_number BIGINT NOT NULL,
          created_at BIGINT NOT NULL
        )
        """,
        """
        CREATE TABLE agent (
          account_id BIGINT NOT NULL REFERENCES account (id),
          id BIGINT NOT NULL,
          name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
          email TEXT NOT NULL,
          password TEXT,
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          UNIQUE (account_id, email)
        ) \(dialect.clustered)
        """,
        """
        CREATE TABLE team (
          account_id BIGINT NOT NULL REFERENCES account (id),
          id BIGINT NOT NULL,
          name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
          is_default BIGINT NOT NULL CHECK (is_default IN (0, 1)),
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          UNIQUE (account_id, name)
        ) \(dialect.clustered)
        """,
        "CREATE UNIQUE INDEX team_default ON team (account_id) WHERE is_default = 1",
        """
        CREATE TABLE team_member (
          account_id BIGINT NOT NULL,
          team_id BIGINT NOT NULL,
          agent_id BIGINT NOT NULL,
          joined_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, team_id, agent_id),
          FOREIGN KEY (account_id, team_id) REFERENCES team (account_id, id),
          FOREIGN KEY (account_id, agent_id) REFERENCES agent (account_id, id)
        ) \(dialect.clustered)
        """,
        """
        CREATE TABLE token (
          account_id BIGINT NOT NULL,
          id BIGINT NOT NULL,
          agent_id BIGINT NOT NULL,
          name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
          hash TEXT NOT NULL,
          scopes BIGINT NOT NULL,
          created_at BIGINT NOT NULL,
          revoked_at BIGINT,
          PRIMARY KEY (account_id, id),
          UNIQUE (account_id, hash),
          FOREIGN KEY (account_id, agent_id) REFERENCES agent (account_id, id)
        ) \(dialect.clustered)
        """,
      ]
    },
    Migration("2026-11-22-30-session") { dialect in
      [
        """
        ALTER TABLE agent ADD COLUMN role TEXT NOT NULL DEFAULT 'agent'
          CHECK (role IN ('agent', 'administrator'))
        """,
        "ALTER TABLE agent ADD COLUMN language TEXT",
        "ALTER TABLE agent ADD COLUMN time_zone TEXT",
        """
        ALTER TABLE agent ADD COLUMN calendar TEXT NOT NULL DEFAULT 'gregorian'
          CHECK (calendar IN ('gregorian', 'persian'))
        """,
        "ALTER TABLE agent ADD COLUMN picture_id BIGINT",
        "ALTER TABLE agent ADD COLUMN available_since BIGINT",
        // Until now a token alone said who manages the account.
        """
        UPDATE agent SET role = 'administrator' WHERE EXISTS (
          SELECT 1 FROM token t WHERE t.account_id = agent.account_id AND t.agent_id = agent.id
            AND t.revoked_at IS NULL AND t.scopes >= 4)
        """,
        // Who signs in does not say in which account.
        "CREATE INDEX agent_email ON agent (email)",
        """
        CREATE TABLE session (
          account_id BIGINT NOT NULL,
          id BIGINT NOT NULL,
          agent_id BIGINT NOT NULL,
          hash TEXT NOT NULL,
          device TEXT NOT NULL CHECK (length(device) <= 200),
          created_at BIGINT NOT NULL,
          expires_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          UNIQUE (account_id, hash),
          FOREIGN KEY (account_id, agent_id) REFERENCES agent (account_id, id)
        ) \(dialect.clustered)
        """,
        "CREATE INDEX session_agent ON session (account_id, agent_id, id)",
        "CREATE INDEX session_age ON session (expires_at)",
      ]
    },
  ]
}
