import Crypto
import Foundation
package import Storage

/// A text that only its holder knows: 256 random bits, led by what it is for and by its account,
/// so that it is looked up within that account like everything else.
///
/// The database keeps its hash; a fast hash serves, since nobody guesses 256 random bits.
package struct AccountSecret: Sendable, Equatable {
  package let account: ID<Account>
  /// What the holder sends.
  package let text: String

  /// Makes a new one.
  init(_ purpose: String, account: ID<Account>) {
    self.account = account
    let key = SymmetricKey(size: .bits256)
    text = "\(purpose)_\(account)_\(key.withUnsafeBytes { $0.hex })"
  }

  /// Reads what ``text`` gives; `nil` for anything that cannot be a secret for the purpose.
  init?(_ text: String, purpose: String) {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == purpose, let account = ID<Account>(parts[1]),
      parts[2].utf8.count == 64
    else { return nil }
    self.account = account
    self.text = text
  }

  package var hash: BlobHash { BlobHash(of: Array(text.utf8)) }

  /// Another secret that follows from this one and tells nothing about it: the HMAC-SHA256
  /// (RFC 2104) of its `purpose`, in hexadecimal digits.
  func derived(for purpose: String) -> String {
    let key = SymmetricKey(data: Data(text.utf8))
    let code = HMAC<SHA256>.authenticationCode(for: Data(purpose.utf8), using: key)
    return code.withUnsafeBytes { $0.hex }
  }
}
