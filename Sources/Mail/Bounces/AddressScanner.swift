/// Finds addresses in running text.
enum AddressScanner {
  /// Longest local part and domain together (RFC 5321, 4.5.3.1).
  private static let limit = 320

  static func addresses(in text: some StringProtocol) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return [] }
    return ranges(in: Array(text.unicodeScalars)).map(\.address)
  }

  struct Match {
    var address: String
    var range: Range<Int>
  }

  static func ranges(in text: [Unicode.Scalar]) -> [Match] {
    var matches: [Match] = []
    var from = 0
    while let at = text[from...].firstIndex(of: "@") {
      from = at + 1
      guard let match = match(in: text, at: at) else { continue }
      matches.append(match)
      from = match.range.upperBound
    }
    return matches
  }

  private static func match(in text: [Unicode.Scalar], at: Int) -> Match? {
    var start = at
    while start > 0, at - start < limit, text[start - 1].isLocalPart { start -= 1 }
    while start < at, text[start].isOuterPunctuation { start += 1 }
    var end = at + 1
    while end < text.count, end - at < limit, text[end].isDomain { end += 1 }
    while end > at + 1, !text[end - 1].isAlphanumeric { end -= 1 }
    guard start < at, end > at + 1 else { return nil }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text[start..<end])
    return Match(address: String(scalars), range: start..<end)
  }
}

extension Unicode.Scalar {
  fileprivate var isAlphanumeric: Bool {
    if let ascii = UInt8(exactly: value), ascii < 0x80 { return TextBytes.isLetterOrDigit(ascii) }
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// What stands in local parts unquoted (RFC 5322, 3.2.3; RFC 6532).
  fileprivate var isLocalPart: Bool {
    switch self {
    case ".", "!", "#"..."'", "*", "+", "-", "/", "=", "?", "^"..."`", "{"..."~": true
    default: isAlphanumeric
    }
  }

  fileprivate var isOuterPunctuation: Bool {
    switch self {
    case "'", "`", ".", "*", "-", "=", "/", "|", "#", "&", "!", "~", "?", "^": true
    default: false
    }
  }

  fileprivate var isDomain: Bool { isAlphanumeric || self == "." || self == "-" || self == "_" }
}
