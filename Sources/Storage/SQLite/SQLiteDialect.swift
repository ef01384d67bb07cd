/// How SQLite says what the two engines say differently.
struct SQLiteDialect: Dialect {
  var blob: SQL { "BLOB" }
  // Exactly this type makes it the row's own number.
  var integerKey: SQL { "INTEGER NOT NULL PRIMARY KEY" }
  var clustered: SQL { "WITHOUT ROWID" }
  var forUpdate: SQL { "" }
  var forUpdateSkipLocked: SQL { "" }
  var numbersAfterCommit: Bool { false }

  // The one writer numbers in the order of its commits, so the next number is the highest + 1.
  var positionAtInsert: SQL { "(SELECT COALESCE(MAX(position), 0) + 1 FROM event)" }

  var withoutTimeLimit: [SQL] { [] }

  func exclusiveLock(_ name: ExclusiveLock) -> SQL? { nil }

  var searchIndexSchema: [SQL] { SQLiteSearchIndex.schema }

  // The index itself goes through the hits backwards and stops at the limit, so that a word that
  // everyone uses costs no more than a rare one. The account stands in each document as a word.
  func searchHits(_ match: SearchMatch, account: Int64, below: Int64?, limit: Int) -> SQL {
    let terms = match.terms.map { term in
      term.prefix.map { "(\"\(term.word)\" OR \"\($0)\" *)" } ?? "\"\(term.word)\""
    }
    let own = match.isAmongOthers ? [SearchDocumentRow.accountWord(account)] : []
    let query = (own + terms).joined(separator: " AND ")
    let older: SQL = below.map { "AND rowid < \($0)" } ?? ""
    return """
      SELECT rowid AS id FROM search_word WHERE search_word MATCH \(query) \(older)
      ORDER BY rowid DESC LIMIT \(limit)
      """
  }
}
