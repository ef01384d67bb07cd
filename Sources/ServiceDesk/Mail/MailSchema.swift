package import Storage

/// The tables of mail, in and out.
package enum MailSchema {
  package static let migrations = [
    Migration("2026-11-23-02-mail") { dialect in
      [
        "ALTER TABLE conversation ADD COLUMN mailbox_id BIGINT",
        // When it was last shown otherwise than before.
        "ALTER TABLE message ADD COLUMN changed_at BIGINT",
        "ALTER TABLE attachment ADD COLUMN content_id TEXT",
        "ALTER TABLE attachment ADD COLUMN is_inline BIGINT NOT NULL DEFAULT 0",
        // Raw mail as it came. origin_id is the mailbox, or 0 where none was named.
        """
        CREATE TABLE mail_source (
          account_id BIGINT NOT NULL REFERENCES account (id),
          id BIGINT NOT NULL,
          origin_id BIGINT NOT NULL,
          hash TEXT NOT NULL CHECK (length(hash) = 64),
          size BIGINT NOT NULL CHECK (size > 0),
          state TEXT NOT NULL
            CHECK (state IN ('waiting', 'received', 'set_aside', 'quarantined', 'discarded')),
          reason TEXT,
          conversation_id BIGINT,
          message_id BIGINT,
          arrived_at BIGINT NOT NULL,
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          UNIQUE (account_id, origin_id, hash),
          CHECK (reason IS NOT NULL OR state IN ('waiting', 'received')),
          CHECK ((message_id IS NULL) OR (conversation_id IS NOT NULL))
        ) \(dialect.clustered)
        """,
        """
        CREATE INDEX mail_source_state ON mail_source (account_id, state, id)
          WHERE state IN ('waiting', 'set_aside', 'quarantined')
        """,
        // What a message's mail said beside its words.
        """
        CREATE TABLE mail (
          account_id BIGINT NOT NULL,
          message_id BIGINT NOT NULL,
          conversation_id BIGINT NOT NULL,
          source_id BIGINT,
          mailbox_id BIGINT,
          rfc_id TEXT,
          digest TEXT,
          head TEXT NOT NULL,
          PRIMARY KEY (account_id, message_id),
          FOREIGN KEY (account_id, conversation_id, message_id)
            REFERENCES message (account_id, conversation_id, id)
        ) \(dialect.clustered)
        """,
        // Every Message-ID, in and out, and those that are only referred to.
        """
        CREATE TABLE mail_thread (
          account_id BIGINT NOT NULL,
          rfc_id TEXT NOT NULL,
          conversation_id BIGINT NOT NULL,
          message_id BIGINT,
          PRIMARY KEY (account_id, rfc_id, conversation_id),
          FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id)
        ) \(dialect.clustered)
        """,
        """
        CREATE TABLE correspondent (
          account_id BIGINT NOT NULL,
          conversation_id BIGINT NOT NULL,
          address TEXT NOT NULL,
          name TEXT,
          joined_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, conversation_id, address),
          FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id)
        ) \(dialect.clustered)
        """,
        """
        CREATE TABLE join_proposal (
          account_id BIGINT NOT NULL,
          conversation_id BIGINT NOT NULL,
          target_id BIGINT NOT NULL,
          reason TEXT NOT NULL CHECK (reason IN ('reference', 'subject')),
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, conversation_id, target_id),
          FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id),
          FOREIGN KEY (account_id, target_id) REFERENCES conversation (account_id, id)
        ) \(dialect.clustered)
        """,
        """
        CREATE TABLE outgoing_mail (
          account_id BIGINT NOT NULL REFERENCES account (id),
          id BIGINT NOT NULL,
          kind TEXT NOT NULL,
          mailbox_id BIGINT NOT NULL,
          conversation_id BIGINT,
          message_id BIGINT,
          agent_id BIGINT,
          rfc_id TEXT NOT NULL,
          letter TEXT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('held', 'queued', 'sent', 'failed')),
          error TEXT,
          bounce TEXT,
          release_at BIGINT NOT NULL,
          sent_at BIGINT,
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          UNIQUE (account_id, rfc_id),
          FOREIGN KEY (account_id, mailbox_id) REFERENCES mailbox (account_id, id),
          CHECK ((sent_at IS NOT NULL) = (state = 'sent'))
        ) \(dialect.clustered)
        """,
        """
        CREATE INDEX outgoing_mail_message ON outgoing_mail (account_id, message_id)
          WHERE message_id > 0
        """,
        """
        CREATE INDEX outgoing_mail_state ON outgoing_mail (account_id, state, id)
          WHERE state <> 'sent'
        """,
        // How many automatic mails went to whom, for the loop breaker.
        """
        CREATE TABLE automatic_mail (
          account_id BIGINT NOT NULL REFERENCES account (id),
          address TEXT NOT NULL,
          hour BIGINT NOT NULL,
          count BIGINT NOT NULL,
          PRIMARY KEY (account_id, address, hour)
        ) \(dialect.clustered)
        """,
        // The key with which the account signs what it sends.
        """
        CREATE TABLE mail_key (
          account_id BIGINT NOT NULL PRIMARY KEY REFERENCES account (id),
          key TEXT NOT NULL CHECK (length(key) = 64)
        )
        """,
      ]
    },
    Migration("2026-11-23-03-changed-messages") { _ in
      [
        """
        CREATE INDEX message_changed ON message (account_id, conversation_id, changed_at)
          WHERE changed_at IS NOT NULL
        """
      ]
    },
    // Which recipients have got it, once a server has told them apart.
    Migration("2026-11-23-40-mail-progress") { _ in
      ["ALTER TABLE outgoing_mail ADD COLUMN progress TEXT"]
    },
    Migration("2026-11-23-41-automatic-mail") { dialect in
      [
        // By the minute, and what was not sent apart: hours by the clock let through twice as
        // many. What was counted before has no place in it, and counts for an hour only.
        "DROP TABLE automatic_mail",
        """
        CREATE TABLE automatic_mail (
          account_id BIGINT NOT NULL REFERENCES account (id),
          address TEXT NOT NULL,
          minute BIGINT NOT NULL,
          sent BIGINT NOT NULL,
          refused BIGINT NOT NULL,
          PRIMARY KEY (account_id, address, minute)
        ) \(dialect.clustered)
        """,
        "CREATE INDEX automatic_mail_minute ON automatic_mail (minute)",
      ]
    },
  ]
}
