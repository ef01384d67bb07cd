package import Storage

/// How long a text may be, in Unicode scalars, because that is what both databases count in a
/// `CHECK`.
package protocol TextLimits: Sendable {
  static var range: ClosedRange<Int> { get }
  /// The name of the field in commands and in the API.
  static var field: String { get }
}

/// A text without surrounding white space and NUL, of a bounded length.
package struct BoundedText<Limits: TextLimits>: Sendable, Hashable, SQLConvertible {
  package let text: String

  /// - Throws: ``TextFailure``.
  package init(_ text: String) throws(TextFailure) {
    let text = text.trimmed
    guard !text.unicodeScalars.contains("\0") else { throw .holdsNUL(field: Limits.field) }
    let length = text.unicodeScalars.count
    guard length >= Limits.range.lowerBound else { throw .tooShort(field: Limits.field) }
    guard length <= Limits.range.upperBound else {
      throw .tooLong(field: Limits.field, most: Limits.range.upperBound)
    }
    self.text = text
  }

  package static var sqlType: SQLType { .text }
  package var sqlValue: SQLValue { .text(text) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    // What is stored was checked as it came in, and a later, narrower limit must not hide it.
    self.text = text
  }
}

/// Why a text was refused.
package enum TextFailure: Failure {
  case tooShort(field: String)
  /// `most` is the limit in Unicode scalars.
  case tooLong(field: String, most: Int)
  /// PostgreSQL cannot store it, and nobody means it.
  case holdsNUL(field: String)

  package var kind: FailureKind { .invalid }

  package var code: String {
    switch self {
    case .tooShort: "textTooShort"
    case .tooLong: "textTooLong"
    case .holdsNUL: "textHoldsNUL"
    }
  }

  package var field: String? {
    switch self {
    case .tooShort(let field), .tooLong(let field, _), .holdsNUL(let field): field
    }
  }
}
