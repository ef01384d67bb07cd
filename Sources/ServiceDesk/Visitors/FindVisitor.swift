import Storage

/// A visitor with the inbox it uses.
package struct Visit: Sendable, Equatable {
  package let visitor: Visitor
  package let inbox: Inbox
  /// The visitor as a viewer, without any scope.
  package let viewer: Viewer
}

/// The visitor who asks, with its inbox.
private struct CurrentVisit: Query {
  static let scopes: Scopes = []

  let hash: BlobHash

  func run(in work: Work) throws -> Visit? {
    guard let visitor = try work.visitor("v.hash = \(hash)") else { return nil }
    return Visit(
      visitor: visitor,
      inbox: try work.requireInbox(visitor.inbox),
      viewer: Viewer(account: work.account, actor: .visitor(visitor.id), scopes: [])
    )
  }
}

extension Desk {
  /// Who holds `secret`.
  ///
  /// - Returns: `nil` if nobody does.
  package func visit(holding secret: VisitorSecret) async throws -> Visit? {
    try await answer(CurrentVisit(hash: secret.hash), as: .system(of: secret.account))
  }
}

/// The visitors whose messages are a customer's, the newest first; at most 50.
///
/// What they claim is for agents to read.
package struct ListVisitors: Query {
  package var customer: ID<Customer>

  package init(customer: ID<Customer>) { self.customer = customer }

  package func run(in work: Work) throws -> [Visitor] {
    try work.visitors(
      """
      v.customer_id IN (SELECT m.id FROM customer m WHERE m.account_id = \(work.account)
        AND (m.id = \(customer) OR (m.root_id <> m.id AND m.root_id = \(customer))))
      """,
      limit: 50
    )
  }
}

extension Work {
  /// The visitor who asks, locked until the commit.
  ///
  /// - Throws: ``AccessFailure/notAllowed`` if it is no visitor, ``ChatFailure/blocked``.
  func requireVisitor() throws -> Visitor {
    guard let id = viewer.visitor else { throw AccessFailure.notAllowed }
    // Locked apart: an outer join cannot be locked.
    try rows(
      "SELECT 1 FROM visitor WHERE account_id = \(account) AND id = \(id) \(forUpdate)"
    )
    guard let visitor = try visitor("v.id = \(id)") else { throw AccessFailure.notAllowed }
    guard !visitor.isBlocked else { throw ChatFailure.blocked }
    return visitor
  }

  fileprivate func visitor(_ condition: SQL) throws -> Visitor? {
    try visitors(condition, limit: 1).first
  }

  /// The account's visitors (`v`) that meet the condition, the newest first.
  fileprivate func visitors(_ condition: SQL, limit: Int) throws -> [Visitor] {
    try rows(
      """
      SELECT v.id, v.inbox_id, v.customer_id, v.external_id, v.language, v.page, v.claimed_name,
        v.claimed_email, v.claimed_attributes, COALESCE(c.blocked_at, r.blocked_at), v.created_at,
        v.last_seen_at
      FROM visitor v
      LEFT JOIN customer c ON c.account_id = v.account_id AND c.id = v.customer_id
      LEFT JOIN customer r ON r.account_id = c.account_id AND r.id = c.root_id
      WHERE v.account_id = \(account) AND \(condition)
      ORDER BY v.id DESC LIMIT \(limit)
      """
    ).map(Visitor.init)
  }
}

extension Visitor {
  fileprivate init(_ row: Row) throws {
    id = try row[0]
    inbox = try row[1]
    customer = try row[2]
    externalID = try row[3]
    language = try row[4]
    page = try row[5]
    claims = Claims(name: try row[6], email: try row[7], attributes: try row[8])
    let blockedAt: Timestamp? = try row[9]
    isBlocked = blockedAt != nil
    createdAt = try row[10]
    lastSeenAt = try row[11]
  }
}
