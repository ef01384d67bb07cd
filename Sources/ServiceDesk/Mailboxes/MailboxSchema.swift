package import Storage

/// The tables of mailboxes, of how far each folder has been read, and of what is left to do there.
package enum MailboxSchema {
  package static let migrations = [
    Migration("2026-11-23-01-mailbox") { dialect in
      [
        // Name and address stand beside the settings, so that the database keeps them unique.
        """
        CREATE TABLE mailbox (
          account_id BIGINT NOT NULL REFERENCES account (id),
          id BIGINT NOT NULL,
          name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
          address TEXT NOT NULL,
          settings TEXT NOT NULL,
          secrets \(dialect.blob),
          paused_at BIGINT,
          checked_at BIGINT,
          succeeded_at BIGINT,
          failed_since BIGINT,
          last_error TEXT,
          alerted_at BIGINT,
          waiting BIGINT NOT NULL,
          node BIGINT,
          leased_until BIGINT NOT NULL,
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          UNIQUE (account_id, name),
          UNIQUE (account_id, address)
        ) \(dialect.clustered)
        """,
        """
        CREATE TABLE mailbox_folder (
          account_id BIGINT NOT NULL,
          mailbox_id BIGINT NOT NULL,
          folder TEXT NOT NULL,
          uid_validity BIGINT NOT NULL,
          last_uid BIGINT NOT NULL,
          read_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, mailbox_id, folder),
          FOREIGN KEY (account_id, mailbox_id) REFERENCES mailbox (account_id, id)
        ) \(dialect.clustered)
        """,
      ]
    },
    Migration("2026-11-23-40-mailbox-skipped") { dialect in
      [
        // What could not be fetched, and was gone past.
        """
        CREATE TABLE mailbox_skipped (
          account_id BIGINT NOT NULL,
          mailbox_id BIGINT NOT NULL,
          folder TEXT NOT NULL,
          uid BIGINT NOT NULL,
          uid_validity BIGINT NOT NULL,
          reason TEXT NOT NULL,
          words TEXT NOT NULL,
          tries BIGINT NOT NULL CHECK (tries > 0),
          skipped_at BIGINT NOT NULL,
          retry_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, mailbox_id, folder, uid),
          FOREIGN KEY (account_id, mailbox_id) REFERENCES mailbox (account_id, id)
        ) \(dialect.clustered)
        """,
        // What was kept and is still to be marked, moved or deleted on the server.
        """
        CREATE TABLE mailbox_unmarked (
          account_id BIGINT NOT NULL,
          mailbox_id BIGINT NOT NULL,
          folder TEXT NOT NULL,
          uid BIGINT NOT NULL,
          uid_validity BIGINT NOT NULL,
          PRIMARY KEY (account_id, mailbox_id, folder, uid),
          FOREIGN KEY (account_id, mailbox_id) REFERENCES mailbox (account_id, id)
        ) \(dialect.clustered)
        """,
      ]
    },
  ]
}
