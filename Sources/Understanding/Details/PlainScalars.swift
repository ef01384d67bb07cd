/// A text's scalars with every decimal digit as ASCII and Latin letters small, one for one.
struct PlainScalars {
  let values: [UInt32]
  private let source: [Unicode.Scalar]

  init(_ text: String, limit: Int) {
    source = Array(text.unicodeScalars.prefix(limit))
    values = source.map(Self.plain)
  }

  /// The text of a range as written.
  func text(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: source[range])
    return text
  }

  func isDigit(_ index: Int) -> Bool {
    values.indices.contains(index) && (0x30...0x39).contains(values[index])
  }

  /// A small Latin letter after folding of case.
  func isLetter(_ index: Int) -> Bool {
    values.indices.contains(index) && (0x61...0x7A).contains(values[index])
  }

  func isOne(_ index: Int, of characters: String) -> Bool {
    values.indices.contains(index)
      && characters.unicodeScalars.contains { $0.value == values[index] }
  }

  /// A space of any width within a line, or the end of one.
  func isSpace(_ index: Int) -> Bool {
    source.indices.contains(index) && source[index].properties.isWhitespace
  }

  /// A letter of any script, or a digit.
  func isWordScalar(_ index: Int) -> Bool {
    guard source.indices.contains(index) else { return false }
    return isDigit(index) || source[index].properties.isAlphabetic
  }

  /// Whether the text goes on with these, digits as ASCII and Latin letters small.
  func matches(_ text: String, at start: Int) -> Bool {
    let wanted = text.unicodeScalars
    guard start >= 0, start + wanted.count <= values.count else { return false }
    return zip(values[start...], wanted).allSatisfy { $0 == $1.value }
  }

  // MARK: Numbers

  /// The digits of a range, without what stands between them.
  func digits(_ range: Range<Int>) -> [UInt8] {
    range.filter(isDigit).map { UInt8(values[$0] - 0x30) }
  }

  /// The first place from `start` on that holds no digit.
  func digitEnd(_ start: Int) -> Int {
    var end = start
    while isDigit(end) { end += 1 }
    return end
  }

  /// The place behind one or two spaces at `start`, or the place itself.
  func spaceEnd(_ start: Int) -> Int {
    var end = start
    while end - start < 2, isOne(end, of: " \u{A0}\u{202F}\u{200C}") { end += 1 }
    return end
  }

  /// The end of digits with single signs but no space between them: `12.05.2026`, `1,299.00`.
  func runEnd(_ start: Int) -> Int {
    groupEnds(start, joinedBy: ".,-/:٫٬").last ?? start + 1
  }

  /// Where groups of digits end that begin at a place, each one sign away from the one before it.
  ///
  /// - Returns: from the nearest to the farthest; the first group may have a `+` before it.
  func groupEnds(_ start: Int, joinedBy signs: String) -> [Int] {
    var ends: [Int] = []
    var position = isOne(start, of: "+") ? start + 1 : start
    while isDigit(position), position - start < Self.numberLimit {
      let end = digitEnd(position)
      ends.append(end)
      guard isOne(end, of: signs) else { break }
      position = end + 1
      // "(0)20 7946": a bracket and a space count as one sign.
      if !isDigit(position), isOne(position, of: signs) { position += 1 }
    }
    return ends
  }

  /// The longest number, in scalars, up to the beginning of its last group.
  private static let numberLimit = 40

  private static func plain(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0x41...0x5A: scalar.value + 0x20
    case 0x660...0x669: scalar.value - 0x660 + 0x30
    case 0x6F0...0x6F9: scalar.value - 0x6F0 + 0x30
    case 0xFF10...0xFF19: scalar.value - 0xFF10 + 0x30
    case 0x966...0x96F: scalar.value - 0x966 + 0x30
    default: scalar.value
    }
  }
}
