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
    let query = SearchQuery(text)
    guard !query.terms.isEmpty else { return Page(items: [], next: nil) }
    let hits = try SearchIndex.search(
      match(query, in: work),
      account: work.account.raw,
      below: window.after?.id,
      limit: window.limit + 1,
      in: work.transaction
    )
    let texts = try work.texts(of: hits)
    let snippet = Snippet(query: query)
    let found = hits.map { hit in
      Hit(
        kind: hit.kind,
        id: hit.id,
        conversation: hit.conversation.map { ID($0) },
        snippet: snippet.cut(texts[hit.id] ?? "")
      )
    }
    return Page(rows: found, limit: window.limit) {
      Cursor(order: "search", key: 0, id: $0.id)
    }
  }

  private func match(_ query: SearchQuery, in work: Work) throws -> SearchMatch {
    let words = query.terms.map { SearchMatch.Term(word: $0.stem, prefix: $0.prefix) }
    let kindWord = kind.map {
      SearchMatch.Term(word: SearchDocumentRow.kindWord($0.noun), prefix: nil)
    }
    return SearchMatch(
      terms: [kindWord].compactMap { $0 } + words,
      isAmongOthers: try work.isAmongOthers
    )
  }
}

extension Work {
  /// Whether there are other accounts.
  ///
  /// An account's word stands in each of its documents: where it is the only one, there is nothing
  /// to be found by it, and going through all of it is most of the work of a search.
  fileprivate var isAmongOthers: Bool {
    get throws {
      try !rows("SELECT 1 FROM account WHERE id <> \(account) LIMIT 1").isEmpty
    }
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
