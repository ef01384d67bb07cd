/// What PostgreSQL does in its own way.
package struct PostgresDialect: Dialect {
  package init() {}

  package var blob: SQL { "BYTEA" }
  package var integerKey: SQL { "BIGINT NOT NULL PRIMARY KEY" }
  package var clustered: SQL { "" }
  // No key ever changes: whoever merely refers to the row need not wait.
  package var forUpdate: SQL { "FOR NO KEY UPDATE" }
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
      "CREATE INDEX search_document_age ON search_document (account_id, id)",
    ]
  }

  // First the newest documents one by one, then, unless these had enough hits, the others through
  // the index: it gives its hits in no order, so that for words that everyone uses it would fetch
  // and sort a good part of all documents. The account stands in each document as a word, so that
  // the index itself passes over what others have written.
  package func searchHits(
    _ match: SearchMatch,
    account: Int64,
    below: Int64?,
    limit: Int
  ) -> SQL {
    let own = match.isAmongOthers ? [quoted(SearchDocumentRow.accountWord(account))] : []
    let words = (own + match.terms.map(condition)).joined(separator: " & ")
    let older: SQL = below.map { "AND id < \($0)" } ?? ""
    return """
      WITH recent AS MATERIALIZED (
        SELECT id, word_vector FROM search_document WHERE account_id = \(account) \(older)
        ORDER BY id DESC LIMIT \(Self.newestDocuments)
      ), newest AS MATERIALIZED (
        SELECT id FROM recent WHERE word_vector @@ \(words)::text::tsquery
        ORDER BY id DESC LIMIT \(limit)
      ), older AS (
        SELECT id FROM search_document
        WHERE account_id = \(account) AND word_vector @@ \(words)::text::tsquery
          AND id < (SELECT MIN(id) FROM recent)
          AND (SELECT COUNT(*) FROM newest) < \(limit)
        ORDER BY id DESC LIMIT \(limit)
      )
      SELECT id FROM newest UNION ALL SELECT id FROM older ORDER BY id DESC LIMIT \(limit)
      """
  }

  /// How many documents are looked at one by one.
  private static let newestDocuments = 2_000

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
