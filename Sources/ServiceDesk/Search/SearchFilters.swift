import Storage
import Text

/// What narrows a search down, in the form that the database takes.
struct SearchFilters {
  /// Of conversations (`c`) alone.
  let conversations: SQL
  /// Of documents (`d`), with their message (`m`) and their conversation (`c`) where there is one.
  let documents: SQL

  /// Of at least one filter; looks up the people whom they name.
  ///
  /// - Throws: ``AccessFailure/notAllowed`` if the program asks for what is its own.
  init(_ filters: [SearchWords.Filter], in work: Work) throws {
    let conditions = try filters.map { try work.condition($0) }
    conversations = .joined(conditions.map(\.conversations), by: " AND ")
    documents = .joined(conditions.map(\.documents), by: " AND ")
  }

  fileprivate init(conversations: SQL, documents: SQL) {
    self.conversations = conversations
    self.documents = documents
  }

  fileprivate init(both condition: SQL) {
    self.init(conversations: condition, documents: condition)
  }
}

extension Work {
  fileprivate func condition(_ filter: SearchWords.Filter) throws -> SearchFilters {
    switch filter {
    case .from(let name): try people(called: name)
    case .label(let name):
      SearchFilters(
        both: """
          c.id IN (SELECT cl.conversation_id FROM conversation_label cl
            JOIN label l ON l.account_id = cl.account_id AND l.id = cl.label_id
            WHERE cl.account_id = \(account) AND l.name = \(name))
          """
      )
    case .status(let status): SearchFilters(both: "c.status = \(status)")
    case .unassigned: SearchFilters(both: "c.owner_team_id > 0")
    case .mine: SearchFilters(both: "c.owner_agent_id = \(try requireAgent())")
    case .before(let time):
      SearchFilters(
        conversations: "c.created_at < \(time)",
        documents: "COALESCE(m.created_at, c.created_at) < \(time)"
      )
    case .after(let time):
      SearchFilters(
        conversations: "c.created_at >= \(time)",
        documents: "COALESCE(m.created_at, c.created_at) >= \(time)"
      )
    }
  }

  /// Messages by those people, conversations in which they take part, and the people themselves.
  private func people(called name: String) throws -> SearchFilters {
    let query = SearchQuery(name)
    let customers = try customers(matching: query)
    let agents = try agents(matching: query)
    let ofCustomers: SQL = "c.customer_id IN \(list: customers)"
    let ofAgents: SQL = """
      EXISTS (SELECT 1 FROM participant p WHERE p.account_id = \(account)
        AND p.conversation_id = c.id AND p.kind = 'agent' AND p.person_id IN \(list: agents))
      """
    // Only where it must: without it the index of customers serves.
    let takePart: SQL = agents.isEmpty ? ofCustomers : "(\(ofCustomers) OR \(ofAgents))"
    return SearchFilters(
      conversations: takePart,
      documents: """
        ((m.author_kind = 'customer' AND m.author_id IN \(list: customers))
          OR (m.author_kind = 'agent' AND m.author_id IN \(list: agents))
          OR (d.kind = 'conversation' AND \(takePart))
          OR (d.kind = 'customer' AND d.id IN \(list: customers)))
        """
    )
  }

  /// With those who are merged into them, or they into; at most a thousand.
  private func customers(matching query: SearchQuery) throws -> [ID<Customer>] {
    guard !query.terms.isEmpty else { return [] }
    let hits = try SearchIndex.search(
      searchMatch(query, of: Customer.noun),
      account: account.raw,
      below: nil,
      limit: 200,
      in: transaction
    )
    let found = hits.map { ID<Customer>($0.id) }
    return try rows(
      """
      SELECT o.id FROM customer o WHERE o.account_id = \(account) AND o.root_id IN (
        SELECT f.root_id FROM customer f WHERE f.account_id = \(account) AND f.id IN \(list: found))
      ORDER BY o.id LIMIT 1000
      """
    ).map { try $0[0] }
  }

  private func agents(matching query: SearchQuery) throws -> [ID<Agent>] {
    guard !query.terms.isEmpty else { return [] }
    return try rows(
      "SELECT id, name, email FROM agent WHERE account_id = \(account) ORDER BY id LIMIT 1000"
    ).filter { row in
      let words = SearchDocument("\(try row[1] as String) \(try row[2] as String)").tokens
        .split(separator: " ")
      return query.terms.allSatisfy { term in
        words.contains { word in
          word == term.stem || term.prefix.map { word.hasPrefix($0) } ?? false
        }
      }
    }.map { try $0[0] }
  }

  /// What a document must hold; of one kind where it is given.
  func searchMatch(_ query: SearchQuery, of kind: String?) throws -> SearchMatch {
    let words = query.terms.map { SearchMatch.Term(word: $0.stem, prefix: $0.prefix) }
    let kindWord = kind.map {
      SearchMatch.Term(word: SearchDocumentRow.kindWord($0), prefix: nil)
    }
    return SearchMatch(
      terms: [kindWord].compactMap { $0 } + words,
      isAmongOthers: try isAmongOthers
    )
  }

  /// Whether there are other accounts.
  ///
  /// An account's word stands in each of its documents: where it is the only one, there is nothing
  /// to be found by it, and going through all of it is most of the work of a search.
  private var isAmongOthers: Bool {
    get throws {
      try !rows("SELECT 1 FROM account WHERE id <> \(account) LIMIT 1").isEmpty
    }
  }
}
