import Crypto
import Foundation
package import Storage

/// With which the account's own server vouches for a visitor; only the two of them know it.
package struct InboxSecret: Sendable, Equatable, SQLConvertible {
  package let text: String

  /// Makes a new one from 256 random bits.
  package init() { text = .randomHex(bytes: 32) }

  package static var sqlType: SQLType { .text }
  package var sqlValue: SQLValue { .text(text) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self.text = text
  }

  /// Signs who a visitor is: HMAC-SHA256 (RFC 2104) over `identity`, as hexadecimal digits.
  package func signature(of identity: SignedIdentity) -> String {
    HMAC<SHA256>.authenticationCode(for: identity.bytes, using: key).hex
  }

  /// Whether `signature` is what ``signature(of:)`` gives, in either case; takes as long for
  /// every wrong one of the right length.
  package func isRight(_ signature: String, for identity: SignedIdentity) -> Bool {
    guard let code = Self.bytes(hex: signature) else { return false }
    return HMAC<SHA256>.isValidAuthenticationCode(
      code,
      authenticating: identity.bytes,
      using: key
    )
  }

  private var key: SymmetricKey { SymmetricKey(data: Data(text.utf8)) }

  private static func bytes(hex: String) -> [UInt8]? {
    let digits = hex.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard hex.utf8.count == 64, digits.count == 64 else { return nil }
    return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}

/// Who a visitor is, as the account's own server says.
package struct SignedIdentity: Sendable, Equatable {
  /// The customer's number there.
  package let id: String
  /// Empty where there is none.
  package let email: String
  /// Empty where there is none.
  package let name: String

  package init(id: String, email: String = "", name: String = "") {
    self.id = id
    self.email = email
    self.name = name
  }

  /// What is signed: exactly the three texts as they were sent, parted by line feeds.
  fileprivate var bytes: Data { Data("\(id)\n\(email)\n\(name)".utf8) }
}
