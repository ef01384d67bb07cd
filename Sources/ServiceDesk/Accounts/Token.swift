import Crypto
import Foundation
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

/// The text of a token, which only its holder knows: the database keeps its hash.
///
/// It names its account, so that it is looked up within that account like everything else.
package struct TokenSecret: Sendable, Equatable {
  package let account: ID<Account>
  private let secret: String

  /// Makes a new one from 256 random bits.
  package init(account: ID<Account>) {
    self.account = account
    let key = SymmetricKey(size: .bits256)
    secret = key.withUnsafeBytes { bytes in
      bytes.map { byte in
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }.joined()
    }
  }

  /// Reads what ``text`` gives; `nil` for anything that cannot be a token.
  package init?(_ text: String) {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "rapport", let account = ID<Account>(parts[1]),
      parts[2].utf8.count == 64
    else { return nil }
    self.account = account
    secret = String(parts[2])
  }

  /// What the holder sends.
  package var text: String { "rapport_\(account)_\(secret)" }

  /// A fast hash serves: nobody guesses 256 random bits.
  package var hash: BlobHash { BlobHash(of: Array(text.utf8)) }
}
