/// Markup, written as a string literal.
///
/// Interpolated text is escaped; interpolated ``HTML`` is not, because it already was.
package struct HTML: ExpressibleByStringInterpolation, Sendable, Equatable {
  package let markup: String

  package init(stringLiteral markup: String) { self.markup = markup }

  package init(stringInterpolation parts: StringInterpolation) { markup = parts.markup }

  /// The parts one after the other, with `separator` between them.
  package static func joined(_ parts: [HTML], by separator: HTML = "") -> HTML {
    HTML(markup: parts.map(\.markup).joined(separator: separator.markup))
  }

  private init(markup: String) { self.markup = markup }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    private static func isSpecial(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        true
      default: false
      }
    }

    package init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity)
    }

    package mutating func appendLiteral(_ literal: String) { markup += literal }

    package mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

    package mutating func appendInterpolation(_ number: Int64) { markup += String(number) }

    package mutating func appendInterpolation(_ text: String) {
      // Most texts hold nothing to be escaped.
      guard text.utf8.contains(where: Self.isSpecial) else {
        markup += text
        return
      }
      for character in text.unicodeScalars {
        switch character {
        case "&": markup += "&amp;"
        case "<": markup += "&lt;"
        case ">": markup += "&gt;"
        case "\"": markup += "&quot;"
        case "'": markup += "&#39;"
        default: markup.unicodeScalars.append(character)
        }
      }
    }
  }
}
