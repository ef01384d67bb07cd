package import Storage

/// The tables of customers.
package enum CustomerSchema {
  package static let migrations = [
    Migration("2026-11-22-07-customer") { dialect in
      [
        // merged_into is the pointer that a merge sets; root_id is where the pointers end, kept
        // so that no list has to follow them.
        """
        CREATE TABLE customer (
          account_id BIGINT NOT NULL REFERENCES account (id),
          id BIGINT NOT NULL,
          name TEXT,
          attributes TEXT NOT NULL,
          merged_into BIGINT,
          root_id BIGINT NOT NULL,
          created_at BIGINT NOT NULL,
          updated_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          CHECK ((merged_into IS NULL) = (root_id = id))
        ) \(dialect.clustered)
        """,
        "CREATE INDEX customer_root ON customer (account_id, root_id) WHERE root_id <> id",
        "CREATE INDEX customer_merged ON customer (account_id, merged_into) WHERE merged_into > 0",
        """
        CREATE TABLE identity (
          account_id BIGINT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'external')),
          value TEXT NOT NULL,
          customer_id BIGINT NOT NULL,
          created_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, kind, value),
          FOREIGN KEY (account_id, customer_id) REFERENCES customer (account_id, id)
        ) \(dialect.clustered)
        """,
        "CREATE INDEX identity_customer ON identity (account_id, customer_id)",
      ]
    }
  ]
}
