package import Storage

/// A key with which programs act for an agent.
package struct Token: Sendable, Equatable {
  package let id: ID<Token>
  package let agent: ID<Agent>
  package let name: Name
  package let scopes: Scopes
  package let createdAt: Timestamp

  /// A name of 1 to 100 Unicode scalars, for people to tell tokens apart by.
  package typealias Name = BoundedText<TokenNameLimits>
}

extension Token: Referable {
  package static let noun = "token"
}

package enum TokenNameLimits: TextLimits {
  package static let range = 1...100
  package static let field = "name"
}

extension Token {
  /// The columns ``init(_:)`` reads, in its order.
  static let columns: SQL = "id, agent_id, name, scopes, created_at"

  init(_ row: Row) throws {
    id = try row[0]
    agent = try row[1]
    name = try row[2]
    scopes = Scopes(rawValue: try row[3])
    createdAt = try row[4]
  }
}

/// The text of a token, which only its holder knows.
package struct TokenSecret: Sendable, Equatable {
  private static let purpose = "rapport"

  private let secret: AccountSecret

  /// Makes a new one.
  package init(account: ID<Account>) {
    secret = AccountSecret(Self.purpose, account: account)
  }

  /// Reads what ``text`` gives; `nil` for anything that cannot be a token.
  package init?(_ text: String) {
    guard let secret = AccountSecret(text, purpose: Self.purpose) else { return nil }
    self.secret = secret
  }

  package var account: ID<Account> { secret.account }
  /// What the holder sends.
  package var text: String { secret.text }
  package var hash: BlobHash { secret.hash }
}
