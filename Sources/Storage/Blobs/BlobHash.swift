import Crypto
package import Foundation

/// The SHA-256 of some bytes, by which they are found again; as 64 hexadecimal digits.
package struct BlobHash: Sendable, Hashable, SQLConvertible, CustomStringConvertible {
  package let hex: String

  package init(of bytes: some DataProtocol) {
    hex = SHA256.hash(data: bytes).hex
  }

  package static var sqlType: SQLType { .text }
  package var sqlValue: SQLValue { .text(hex) }
  package var description: String { hex }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue, text.utf8.count == 64,
      text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    hex = text
  }
}
