import Storage
import TestSupport
import Testing
import Text

@Suite struct SearchIndexTests {
  let database: Database

  init() async throws { database = try await TestDatabase.migrated() }

  private func put(
    _ id: Int64,
    _ text: String,
    account: Int64 = 1,
    kind: String = "message"
  ) async throws {
    try await database.write {
      try SearchIndex.put(
        SearchDocumentRow(
          account: account,
          id: id,
          kind: kind,
          conversation: kind == "message" ? id * 10 : nil,
          words: SearchDocument(text).tokens
        ),
        in: $0
      )
    }
  }

  private func find(
    _ text: String,
    account: Int64 = 1,
    below: Int64? = nil,
    limit: Int = 10
  ) async throws -> [Int64] {
    let terms = SearchQuery(text).terms.map { SearchMatch.Term(word: $0.stem, prefix: $0.prefix) }
    return try await hits(terms, account: account, below: below, limit: limit).map(\.id)
  }

  private func hits(
    _ terms: [SearchMatch.Term],
    account: Int64 = 1,
    below: Int64? = nil,
    limit: Int = 10
  ) async throws -> [SearchIndex.Hit] {
    try await database.read {
      try SearchIndex.search(
        SearchMatch(terms: terms),
        account: account,
        below: below,
        limit: limit,
        in: $0
      )
    }
  }

  @Test func `a document is found by its words, all of which must be there`() async throws {
    try await put(1, "The parcel is late")
    try await put(2, "The letter is late")

    #expect(try await find("parcel") == [1])
    #expect(try await find("parcel late") == [1])
    #expect(try await find("parcel letter") == [])
    #expect(try await find("bicycle") == [])
  }

  @Test func `a hit tells what was found`() async throws {
    try await put(1, "parcel")
    try await put(2, "parcel", kind: "customer")

    let found = try await hits([.init(word: "parcel", prefix: nil)])

    #expect(found.map(\.id) == [2, 1])
    #expect(found.map(\.kind) == ["customer", "message"])
    #expect(found.map(\.conversation) == [nil, 10])
  }

  @Test func `what is put again is found by its new words alone`() async throws {
    try await put(1, "parcel")
    try await put(1, "letter")

    #expect(try await find("parcel") == [])
    #expect(try await find("letter") == [1])
  }

  @Test func `what is removed is not found, and another account cannot remove it`() async throws {
    try await put(1, "parcel")
    try await put(2, "parcel")

    try await database.write { transaction in
      try SearchIndex.remove(account: 1, id: 1, in: transaction)
      try SearchIndex.remove(account: 9, id: 2, in: transaction)
    }

    #expect(try await find("parcel") == [2])
  }

  @Test func `the newest come first, and the rest by pages`() async throws {
    for id in [3, 1, 7, 5, 2, 6, 4] as [Int64] { try await put(id, "parcel \(id)") }

    #expect(try await find("parcel", limit: 3) == [7, 6, 5])
    #expect(try await find("parcel", below: 5, limit: 3) == [4, 3, 2])
    #expect(try await find("parcel", below: 2, limit: 3) == [1])
  }

  @Test func `the last word may be a beginning`() async throws {
    try await put(1, "parcel")
    try await put(2, "parchment")

    #expect(try await find("par") == [2, 1])
    #expect(try await find("parce") == [1])
    #expect(try await find("par late") == [])
  }

  @Test func `one kind alone is found by its word`() async throws {
    try await put(1, "parcel")
    try await put(2, "parcel", kind: "customer")

    let found = try await hits([
      .init(word: SearchDocumentRow.kindWord("customer"), prefix: nil),
      .init(word: "parcel", prefix: nil),
    ])

    #expect(found.map(\.id) == [2])
  }

  @Test(arguments: [
    "parcel", "parcel account1", "parcel \u{E000}account1", "parcel\u{E000}account1 parcel",
  ])
  func `what another account has written is not found, whatever it is`(text: String) async throws {
    try await put(1, "my own parcel")
    try await put(2, text, account: 2)

    #expect(try await find("parcel") == [1])
    #expect(try await find("parcel", account: 2) == [2])
    #expect(try await find("parcel", account: 12) == [])
  }

  @Test(arguments: [
    ("Η παραγγελία μου δεν ήρθε", "ΠΑΡΑΓΓΕΛΙΑ"),
    ("Η παραγγελία μου δεν ήρθε", "παραγγελίες"),
    ("بسته\u{200C}های من نرسیده است", "بسته"),
    ("كتاب من", "کتاب"),
    ("سفارش ۱۲۳", "123"),
    ("Ich möchte Größe 42", "grosse"),
    ("東京タワー", "東京"),
  ])
  func `inflection, accents and ways of writing do not matter`(text: String, query: String)
    async throws
  {
    try await put(1, text)
    try await put(2, "something else")

    #expect(try await find(query) == [1])
  }

  @Test(arguments: ["\" OR 1", "' | 'x", "parcel\" *", "a:b", "NEAR(x)", "\\", "*", "-parcel"])
  func `operators mean nothing`(query: String) async throws {
    try await put(1, "letter")

    #expect(try await find(query + " bicycle") == [])
  }

  @Test func `a word that everyone uses is found through the index`() async throws {
    guard !TestDatabase.isPostgres else { return }
    let plan = try await database.read { transaction in
      let hits = transaction.dialect.searchHits(
        SearchMatch(terms: [.init(word: "parcel", prefix: nil)]),
        account: 1,
        below: nil,
        limit: 10
      )
      return try transaction.rows("EXPLAIN QUERY PLAN \(hits)").map { row -> String in try row[3] }
    }

    #expect(plan.allSatisfy { $0.contains("VIRTUAL TABLE INDEX") }, "\(plan)")
  }
}
