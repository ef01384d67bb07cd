/// What PostgreSQL does in its own way.
package struct PostgresDialect: Dialect {
  package init() {}

  package var blob: SQL { "BYTEA" }
  package var integerKey: SQL { "BIGINT NOT NULL PRIMARY KEY" }
  package var clustered: SQL { "" }
  package var forUpdate: SQL { "FOR UPDATE" }
  package var forUpdateSkipLocked: SQL { "FOR UPDATE SKIP LOCKED" }
  package var positionAtInsert: SQL { "NULL" }
  package var numbersAfterCommit: Bool { true }

  package var searchIndexSchema: [SQL] {
    [
      """
      ALTER TABLE search_document ADD COLUMN word_vector tsvector
      GENERATED ALWAYS AS (
        array_to_tsvector(array_remove(string_to_array(words, ' '), ''))
      ) STORED
      """,
      "CREATE INDEX search_document_words ON search_document USING gin (word_vector)",
    ]
  }

  // The account stands in each document as a word too, so that the index itself passes over what
  // others have written.
  package func searchHits(
    _ match: SearchMatch,
    account: Int64,
    below: Int64?,
    limit: Int
  ) -> SQL {
    let own = match.isAmongOthers ? [quoted(SearchDocumentRow.accountWord(account))] : []
    let words = own + match.terms.map(condition)
    let older: SQL = below.map { "AND id < \($0)" } ?? ""
    return """
      SELECT id FROM search_document
      WHERE account_id = \(account)
        AND word_vector @@ \(words.joined(separator: " & "))::text::tsquery \(older)
      ORDER BY id DESC LIMIT \(limit)
      """
  }

  package var withoutTimeLimit: [SQL] {
    ["SET LOCAL statement_timeout = 0", "SET LOCAL lock_timeout = 0"]
  }

  package func exclusiveLock(_ name: ExclusiveLock) -> SQL? {
    "SELECT pg_advisory_xact_lock(\(name.rawValue))"
  }

  private func condition(_ term: SearchMatch.Term) -> String {
    guard let prefix = term.prefix else { return quoted(term.word) }
    return "(\(quoted(term.word)) | \(quoted(prefix)):*)"
  }

  private func quoted(_ word: String) -> String {
    let escaped = word.replacing("\\", with: "\\\\").replacing("'", with: "''")
    return "'\(escaped)'"
  }
}
