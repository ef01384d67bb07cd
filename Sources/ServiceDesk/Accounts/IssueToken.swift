package import Storage

/// Issues a token for the viewer, or for another agent of the account.
///
/// - Returns: the token and its secret, which is never shown again.
/// - Throws: ``AccessFailure/noSuchAgent``.
package struct IssueToken: Command {
  package static let scopes = Scopes.admin

  /// A token and what its holder sends.
  package struct Issued: Sendable, Equatable {
    package let token: Token
    package let secret: TokenSecret
  }

  package var agent: ID<Agent>?
  package var name: Token.Name
  package var grants: Scopes

  package init(agent: ID<Agent>? = nil, name: Token.Name, grants: Scopes) {
    self.agent = agent
    self.name = name
    self.grants = grants
  }

  package func run(in work: Work) throws -> Issued {
    let holder = try agent ?? work.requireAgent()
    try work.requireAgent(holder)
    let secret = TokenSecret(account: work.account)
    let issued = try work.rows(
      """
      INSERT INTO token (account_id, id, agent_id, name, hash, scopes, created_at)
      VALUES (\(work.account), \(work.newID(Token.self)), \(holder), \(name), \(secret.hash),
        \(grants.rawValue), \(work.now))
      RETURNING \(Token.columns)
      """
    )
    guard let row = issued.first else { throw AccessFailure.noSuchToken }
    let token = try Token(row)
    try work.record(TokenIssued(token: token.id, agent: holder))
    return Issued(token: token, secret: secret)
  }
}

/// Makes a token worthless; nothing happens if it is already.
///
/// - Throws: ``AccessFailure/noSuchToken``.
package struct RevokeToken: Command {
  package static let scopes = Scopes.admin

  package var token: ID<Token>

  package init(token: ID<Token>) { self.token = token }

  package func run(in work: Work) throws {
    let found = try work.rows(
      """
      SELECT revoked_at FROM token
      WHERE account_id = \(work.account) AND id = \(token) \(work.forUpdate)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchToken }
    let revokedAt: Timestamp? = try row[0]
    guard revokedAt == nil else { return }
    try work.execute(
      """
      UPDATE token SET revoked_at = \(work.now)
      WHERE account_id = \(work.account) AND id = \(token)
      """
    )
    try work.record(TokenRevoked(token: token))
  }
}

/// The account's tokens that are worth something, in the order in which they were issued.
package struct ListTokens: Query {
  package static let scopes = Scopes.admin

  package var window: Window

  package init(window: Window) { self.window = window }

  package func run(in work: Work) throws -> Page<Token> {
    try window.after?.require(order: "tokens")
    let rows = try work.rows(
      """
      SELECT \(Token.columns) FROM token
      WHERE account_id = \(work.account) AND revoked_at IS NULL
        AND id > \(window.after?.id ?? 0)
      ORDER BY id LIMIT \(window.limit + 1)
      """
    )
    return Page(rows: try rows.map(Token.init), limit: window.limit) {
      Cursor(order: "tokens", key: 0, id: $0.id.raw)
    }
  }
}

/// A token was issued.
package struct TokenIssued: Event {
  package static let kind = "token.issued"

  package let token: ID<Token>
  package let agent: ID<Agent>

  package var subject: Reference { token.reference }
}

/// A token was made worthless.
package struct TokenRevoked: Event {
  package static let kind = "token.revoked"

  package let token: ID<Token>

  package var subject: Reference { token.reference }
}
