/// The table of what can be searched for, and its index.
package enum SearchSchema {
  package static let migrations = [
    Migration("2026-11-22-04-search") { dialect in
      [
        """
        CREATE TABLE search_document (
          id \(dialect.integerKey),
          account_id BIGINT NOT NULL,
          kind TEXT NOT NULL,
          conversation_id BIGINT,
          words TEXT NOT NULL
        )
        """
      ] + dialect.searchIndexSchema
    }
  ]
}
