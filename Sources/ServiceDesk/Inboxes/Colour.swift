package import Storage

/// A colour of sRGB, written as in `#0b6e5f`.
package struct Colour: Sendable, Hashable, SQLConvertible {
  package let text: String

  /// The product's own.
  package static let standard = Colour(stored: "#0b6e5f")

  /// - Throws: ``InboxFailure/malformedColour``.
  package init(_ text: String) throws(InboxFailure) {
    let text = text.trimmed.lowercased()
    guard text.wholeMatch(of: ##/#[0-9a-f]{6}/##) != nil else { throw .malformedColour }
    self.text = text
  }

  private init(stored text: String) { self.text = text }

  package static var sqlType: SQLType { .text }
  package var sqlValue: SQLValue { .text(text) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self.text = text
  }
}
