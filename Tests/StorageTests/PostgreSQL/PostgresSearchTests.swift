import Storage
import Testing

@Suite(.enabled(if: PostgresWorld.isAvailable), .serialized)
struct PostgresSearchTests {
  @Test(
    arguments: [
      ([.init(word: "green", prefix: nil)], [3, 1]),
      ([.init(word: "gre", prefix: nil)], []),
      ([.init(word: "x", prefix: "gre")], [3, 1]),
      ([.init(word: "green", prefix: nil), .init(word: "boat", prefix: "boa")], [1]),
      ([.init(word: "שלום", prefix: "שלו")], [3]),
      ([.init(word: "it's \\ & | ! :*", prefix: nil)], []),
    ] as [([SearchMatch.Term], [Int64])]
  )
  func `all terms must match, words or beginnings, newest first`(
    terms: [SearchMatch.Term],
    expected: [Int64]
  ) async throws {
    try await withDocuments { database in
      let found = try await hits(terms, in: database)
      #expect(found == expected)
    }
  }

  @Test func `older hits are found page by page`() async throws {
    try await withDocuments { database in
      let terms = [SearchMatch.Term(word: "green", prefix: nil)]
      let newest = try await hits(terms, limit: 1, in: database)
      let older = try await hits(terms, below: 3, in: database)
      #expect(newest == [3])
      #expect(older == [1])
    }
  }

  private func hits(
    _ terms: [SearchMatch.Term],
    below: Int64? = nil,
    limit: Int = 10,
    in database: Database
  ) async throws -> [Int64] {
    let match = SearchMatch(terms: terms)
    let hits = database.dialect.searchHits(match, account: 1, below: below, limit: limit)
    return try await database.read { try $0.rows(hits).map { try $0[0] } }
  }

  private func withDocuments(_ test: (Database) async throws -> Void) async throws {
    try await PostgresWorld.with { world in
      try await world.withDatabase { database in
        try await database.write { transaction in
          try transaction.execute(
            """
            CREATE TABLE search_document (
              id \(transaction.dialect.integerKey),
              account_id BIGINT NOT NULL,
              words TEXT NOT NULL
            )
            """
          )
          for statement in transaction.dialect.searchIndexSchema {
            try transaction.execute(statement)
          }
          let (one, two) = (SearchDocumentRow.accountWord(1), SearchDocumentRow.accountWord(2))
          try transaction.execute(
            """
            INSERT INTO search_document (id, account_id, words) VALUES
              (1, 1, \("\(one) green boat")), (2, 1, \("\(one) blue  boats ")),
              (3, 1, \("\(one) green שלום")), (4, 2, \("\(two) green boat")), (5, 1, ''),
              (6, 2, \("\(two) account1 \(one) green"))
            """
          )
        }
        try await test(database)
      }
    }
  }
}
