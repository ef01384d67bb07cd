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
