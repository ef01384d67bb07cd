package import Storage

/// The table of the texts from which an account's contact reasons are learned.
package enum ContactReasonSchema {
  package static let migrations = [
    Migration("2026-11-23-30-contact-reason") { dialect in
      [
        // A trace holds hashes, from which no word can be read. Without a reason, the text is about
        // nothing the account knows.
        """
        CREATE TABLE contact_reason_example (
          account_id BIGINT NOT NULL REFERENCES account (id),
          id BIGINT NOT NULL,
          reason TEXT,
          trace TEXT NOT NULL,
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id)
        ) \(dialect.clustered)
        """
      ]
    }
  ]
}
