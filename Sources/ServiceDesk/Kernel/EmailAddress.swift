package import Storage

/// An email address, in the lower case in which addresses are compared.
///
/// RFC 5321 lets the part before the `@` be case-sensitive; no one relies on it, and people type
/// their own address in either case.
package struct EmailAddress: Sendable, Hashable, SQLConvertible {
  package let text: String

  /// - Throws: ``EmailAddressFailure/malformed`` unless `text` is one local part, an `@` and a
  ///   domain, without spaces and control characters, at most 254 bytes (RFC 5321, 4.5.3.1.3).
  package init(_ text: String) throws(EmailAddressFailure) {
    let text = text.trimmed.lowercased()
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard
      text.utf8.count <= 254, parts.count == 2, (1...64).contains(parts[0].utf8.count),
      !parts[1].isEmpty, !parts[1].hasPrefix("."), !parts[1].hasSuffix("."),
      !parts[1].contains(".."), text.unicodeScalars.allSatisfy(Self.isAllowed)
    else { throw .malformed }
    self.text = text
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .privateUse, .spaceSeparator,
      .lineSeparator, .paragraphSeparator:
      false
    default: !"<>()[],;:\\\"".unicodeScalars.contains(scalar)
    }
  }

  package static var sqlType: SQLType { .text }
  package var sqlValue: SQLValue { .text(text) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self.text = text
  }
}

package enum EmailAddressFailure: String, Failure, CaseIterable {
  case malformed = "malformedEmailAddress"

  package var kind: FailureKind { .invalid }
  package var field: String? { "email" }
}
