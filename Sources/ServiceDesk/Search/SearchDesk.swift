import Storage
import Text

extension Work {
  /// Puts the record's text into the index, in place of what stood there.
  func index<Of: Referable>(
    _ of: Of.Type,
    id: Int64,
    conversation: ID<Conversation>?,
    text: String
  ) throws {
    try SearchIndex.put(
      SearchDocumentRow(
        account: account.raw,
        id: id,
        kind: Of.noun,
        conversation: conversation?.raw,
        words: SearchDocument(text).tokens
      ),
      in: transaction
    )
  }

  /// Puts what a customer is known by into the index.
  func indexCustomer(_ customer: ID<Customer>) throws {
    let known = try rows(
      """
      SELECT COALESCE(name, '') FROM customer WHERE account_id = \(account) AND id = \(customer)
      UNION ALL
      SELECT value FROM identity WHERE account_id = \(account) AND customer_id = \(customer)
      """
    )
    let words: [String] = try known.map { try $0[0] }
    try index(
      Customer.self,
      id: customer.raw,
      conversation: nil,
      text: words.joined(separator: "\n")
    )
  }
}

/// Finds conversations, messages and customers by what stands in them, newest first.
///
/// Narrowed down by the filters among the words (``SearchWords``); where there are filters alone,
/// conversations are found.
package struct SearchDesk: Query {
  /// What can be searched for.
  package enum Kind: String, Sendable, CaseIterable {
    case conversations, messages, customers, articles

    /// The noun of its documents.
    var noun: String { String(rawValue.dropLast()) }
  }

  /// A record that matched.
  package struct Hit: Sendable, Equatable {
    /// The noun of the record, as in `message`.
    package let kind: String
    package let id: Int64
    package let conversation: ID<Conversation>?
    /// A piece of its text, about the first word that matched.
    package let snippet: String
  }

  package var text: String
  /// Of every kind where `nil`.
  package var kind: Kind?
  package var window: Window

  package init(text: String, kind: Kind? = nil, window: Window) {
    self.text = text
    self.kind = kind
    self.window = window
  }

  package func run(in work: Work) throws -> Page<Hit> {
    try window.after?.require(order: "search")
    let words = SearchWords(text)
    let query = SearchQuery(words.text)
    let filters = words.filters.isEmpty ? nil : try SearchFilters(words.filters, in: work)
    let found: Found
    if !query.terms.isEmpty {
      found = try search(query, filters, in: work)
    } else if let filters, kind ?? .conversations == .conversations {
      found = try list(filters, in: work)
    } else {
      return Page(items: [], next: nil)
    }
    let texts = try work.texts(of: found.hits)
    let snippet = Snippet(query: query)
    let hits = found.hits.map { hit in
      Hit(
        kind: hit.kind,
        id: hit.id,
        conversation: hit.conversation.map { ID($0) },
        snippet: snippet.cut(texts[hit.id] ?? "")
      )
    }
    return Page(items: hits, next: found.next.map { Cursor(order: "search", key: 0, id: $0) })
  }

  /// How many documents with the right words are looked at for one page; where the filters leave
  /// few of so many, the page is short, and its cursor goes on behind them.
  private static let batch = 500
  private static let mostBatches = 20

  private struct Found {
    var hits: [SearchIndex.Hit]
    /// The id behind which to go on; `nil` at the end.
    var next: Int64?

    init(_ hits: [SearchIndex.Hit], limit: Int, seen: Int64? = nil) {
      self.hits = Array(hits.prefix(limit))
      next = hits.count > limit ? self.hits.last?.id : seen
    }
  }

  /// What has the words, and is left by the filters.
  private func search(
    _ query: SearchQuery,
    _ filters: SearchFilters?,
    in work: Work
  ) throws -> Found {
    let match = try work.searchMatch(query, of: kind?.noun)
    func candidates(below: Int64?, limit: Int) throws -> [SearchIndex.Hit] {
      try SearchIndex.search(
        match,
        account: work.account.raw,
        below: below,
        limit: limit,
        in: work.transaction
      )
    }
    guard let filters else {
      let hits = try candidates(below: window.after?.id, limit: window.limit + 1)
      return Found(hits, limit: window.limit)
    }
    var hits: [SearchIndex.Hit] = []
    var seen = window.after?.id
    for _ in 1...Self.mostBatches where hits.count <= window.limit {
      let batch = try candidates(below: seen, limit: Self.batch)
      hits += try work.kept(of: batch, by: filters)
      seen = batch.count == Self.batch ? batch.last?.id : nil
      if seen == nil { break }
    }
    return Found(hits, limit: window.limit, seen: seen)
  }

  /// The conversations that the filters leave, where there are no words.
  private func list(_ filters: SearchFilters, in work: Work) throws -> Found {
    let older: SQL = window.after.map { "AND c.id < \($0.id)" } ?? ""
    let rows = try work.rows(
      """
      SELECT c.id FROM conversation c
      WHERE c.account_id = \(work.account) AND \(filters.conversations) \(older)
      ORDER BY c.id DESC LIMIT \(window.limit + 1)
      """
    )
    let hits = try rows.map { row in
      SearchIndex.Hit(id: try row[0], kind: Conversation.noun, conversation: try row[0])
    }
    return Found(hits, limit: window.limit)
  }
}

extension Work {
  /// Those of the documents that the filters leave, in one statement.
  fileprivate func kept(
    of hits: [SearchIndex.Hit],
    by filters: SearchFilters
  ) throws -> [SearchIndex.Hit] {
    guard !hits.isEmpty else { return [] }
    let kept: Set<Int64> = try Set(
      rows(
        """
        SELECT d.id FROM search_document d
        LEFT JOIN conversation c ON c.account_id = d.account_id AND c.id = d.conversation_id
        LEFT JOIN message m ON m.account_id = d.account_id
          AND m.conversation_id = d.conversation_id AND m.id = d.id
        WHERE d.account_id = \(account) AND d.id IN \(list: hits.map(\.id))
          AND \(filters.documents)
        LIMIT \(hits.count)
        """
      ).map { try $0[0] }
    )
    return hits.filter { kept.contains($0.id) }
  }

  /// The text of each record: one statement a kind, however many.
  fileprivate func texts(of hits: [SearchIndex.Hit]) throws -> [Int64: String] {
    func ids(_ kind: String) -> [Int64] { hits.filter { $0.kind == kind }.map(\.id) }
    let found =
      try messageTexts(of: hits.filter { $0.kind == Message.noun })
      + rows(
        """
        SELECT id, subject FROM conversation
        WHERE account_id = \(account) AND id IN \(list: ids(Conversation.noun))
        """
      )
      + rows(
        """
        SELECT id, COALESCE(name, '') FROM customer
        WHERE account_id = \(account) AND id IN \(list: ids(Customer.noun))
        """
      )
    return Dictionary(try found.map { (try $0[0], try $0[1]) }) { first, _ in first }
  }

  /// Each by its whole key: two lists, of conversations and of messages, would make SQLite look
  /// for every pair of them.
  private func messageTexts(of hits: [SearchIndex.Hit]) throws -> [Row] {
    guard !hits.isEmpty else { return [] }
    let keys = hits.map { hit -> SQL in "(\(hit.conversation), \(hit.id))" }
    return try rows(
      """
      WITH hit (conversation_id, id) AS (VALUES \(.joined(keys, by: ", ")))
      SELECT m.id, m.text FROM hit
      JOIN message m ON m.account_id = \(account) AND m.conversation_id = hit.conversation_id
        AND m.id = hit.id
      LIMIT \(hits.count)
      """
    )
  }
}
