package import Crypto
import Foundation
package import Storage

/// Keeps what must be readable again, such as the password of a mailbox, from whoever has the
/// database alone: sealed with AES-256-GCM by a key that is not in it.
///
/// What one account has sealed cannot be opened in another's name.
package struct SecretBox: Sendable {
  private let key: SymmetricKey

  package init(key: SymmetricKey) { self.key = key }

  package func seal(_ secret: some Encodable, of account: ID<Account>) throws -> SealedSecret {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let box = try AES.GCM.seal(
      encoder.encode(secret),
      using: key,
      authenticating: Self.context(of: account)
    )
    // There is no combined form only for nonces of unusual length, and this is the usual one.
    return SealedSecret(bytes: box.combined ?? Data())
  }

  /// - Throws: ``SecretFailure/unreadable`` if it was sealed by another key or for another account.
  package func open<Secret: Decodable>(
    _ sealed: SealedSecret,
    as: Secret.Type = Secret.self,
    of account: ID<Account>
  ) throws -> Secret {
    do {
      let data = try AES.GCM.open(
        AES.GCM.SealedBox(combined: sealed.bytes),
        using: key,
        authenticating: Self.context(of: account)
      )
      return try JSONDecoder().decode(Secret.self, from: data)
    } catch {
      throw SecretFailure.unreadable
    }
  }

  private static func context(of account: ID<Account>) -> Data { Data("account \(account)".utf8) }
}

/// A secret as the database keeps it.
package struct SealedSecret: Sendable, Equatable, Codable, SQLConvertible {
  fileprivate let bytes: Data

  fileprivate init(bytes: Data) { self.bytes = bytes }

  package static var sqlType: SQLType { .blob }
  package var sqlValue: SQLValue { .blob(Array(bytes)) }

  package init?(sqlValue: SQLValue) {
    guard case .blob(let bytes) = sqlValue else { return nil }
    self.bytes = Data(bytes)
  }
}

package enum SecretFailure: String, Failure, CaseIterable {
  /// The program runs with another secret key than the one that sealed it.
  case unreadable = "secretUnreadable"

  package var kind: FailureKind { .conflict }
}
