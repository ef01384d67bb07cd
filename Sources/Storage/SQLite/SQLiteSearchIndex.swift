/// The full-text index of SQLite, brought in step with its documents once a transaction.
///
/// FTS5 writes out what it has gathered at every savepoint, and a statement that fires a trigger
/// has one of its own: indexing document by document costs as much as all other writing together.
/// So the triggers only note what changed, and the commit indexes it in one go.
enum SQLiteSearchIndex {
  // A row that waits holds what the index has of the document: nothing, where it is new.
  // The index's tokenizer takes every letter outside ASCII as it is, so that it splits at spaces
  // alone. Short beginnings are indexed themselves, because many words share each of them.
  static var schema: [SQL] {
    [
      """
      CREATE VIRTUAL TABLE search_word USING fts5(
        words, content = 'search_document', content_rowid = 'id', detail = 'none',
        prefix = '2 3 4', tokenize = 'ascii'
      )
      """,
      """
      CREATE TABLE search_word_waiting (
        id INTEGER NOT NULL PRIMARY KEY,
        words TEXT
      )
      """,
      """
      CREATE TRIGGER search_document_added AFTER INSERT ON search_document BEGIN
        INSERT INTO search_word_waiting (id, words) VALUES (new.id, NULL)
        ON CONFLICT (id) DO NOTHING;
      END
      """,
      """
      CREATE TRIGGER search_document_removed AFTER DELETE ON search_document BEGIN
        INSERT INTO search_word_waiting (id, words) VALUES (old.id, old.words)
        ON CONFLICT (id) DO NOTHING;
      END
      """,
      """
      CREATE TRIGGER search_document_changed AFTER UPDATE OF words ON search_document BEGIN
        INSERT INTO search_word_waiting (id, words) VALUES (old.id, old.words)
        ON CONFLICT (id) DO NOTHING;
      END
      """,
    ]
  }

  /// Indexes what waits; to be called last in each transaction.
  static func catchUp(on connection: SQLiteConnection) throws {
    guard try somethingWaits(on: connection) else { return }
    try run(
      """
      INSERT INTO search_word (search_word, rowid, words)
      SELECT 'delete', id, words FROM search_word_waiting WHERE words IS NOT NULL
      """,
      """
      INSERT INTO search_word (rowid, words)
      SELECT d.id, d.words FROM search_word_waiting w JOIN search_document d ON d.id = w.id
      """,
      "DELETE FROM search_word_waiting",
      on: connection
    )
  }

  private static func somethingWaits(on connection: SQLiteConnection) throws -> Bool {
    // The first transactions of a database are those that make its tables.
    let table = try connection.rows(
      "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'search_word_waiting'"
    )
    guard !table.isEmpty else { return false }
    return try !connection.rows("SELECT 1 FROM search_word_waiting LIMIT 1").isEmpty
  }

  private static func run(_ statements: SQL..., on connection: SQLiteConnection) throws {
    for statement in statements { _ = try connection.execute(statement) }
  }
}
