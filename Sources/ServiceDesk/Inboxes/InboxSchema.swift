package import Storage

/// The table of inboxes.
package enum InboxSchema {
  package static let migrations = [
    Migration("2026-11-22-21-inbox") { dialect in
      [
        """
        CREATE TABLE inbox (
          account_id BIGINT NOT NULL REFERENCES account (id),
          id BIGINT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('chat')),
          public_key TEXT NOT NULL,
          secret TEXT NOT NULL,
          name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
          origins TEXT NOT NULL,
          greeting TEXT CHECK (length(greeting) <= 1000),
          colour TEXT NOT NULL CHECK (length(colour) = 7),
          form_when TEXT NOT NULL CHECK (form_when IN ('never', 'before', 'after')),
          form_name TEXT NOT NULL CHECK (form_name IN ('hidden', 'optional', 'required')),
          form_email TEXT NOT NULL CHECK (form_email IN ('hidden', 'optional', 'required')),
          away TEXT CHECK (length(away) <= 1000),
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          UNIQUE (account_id, public_key),
          UNIQUE (account_id, name)
        ) \(dialect.clustered)
        """
      ]
    }
  ]
}
