package import Storage

/// A language by its tag (BCP 47): two to eight letters, and maybe parts of letters and digits,
/// as in `fa` and `pt-BR`.
package struct LanguageTag: Sendable, Hashable, SQLConvertible {
  package let text: String

  /// - Throws: ``LanguageTagFailure/malformed``.
  package init(_ text: String) throws(LanguageTagFailure) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isRight = parts.allSatisfy { part in
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { UnicodeScalar($0).properties.isAlphabetic || (48...57) ~= $0 }
    }
    guard isRight, text.utf8.count <= 35, text.utf8.allSatisfy({ $0 < 0x80 }),
      parts[0].utf8.count >= 2, parts[0].allSatisfy(\.isLetter)
    else { throw .malformed }
    self.text = text
  }

  package static var sqlType: SQLType { .text }
  package var sqlValue: SQLValue { .text(text) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self.text = text
  }
}

package enum LanguageTagFailure: String, Failure, CaseIterable {
  case malformed = "malformedLanguageTag"

  package var kind: FailureKind { .invalid }
  package var field: String? { "language" }
}
