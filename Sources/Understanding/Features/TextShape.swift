import Text

/// How a text looks from afar: its length, its signs, its capitals.
struct TextShape {
  private(set) var words = 0
  private(set) var capitals = 0
  private(set) var numbers = 0
  private(set) var questions = 0
  private(set) var exclamations = 0
  private(set) var lineBreaks = 0

  mutating func count(_ token: Token, _ text: TokenisedText) {
    if token.isWord { words += 1 }
    if token.isCapitals { capitals += 1 }
    if token.kind == .number { numbers += 1 }
    if token.kind == .lineBreak { lineBreaks += 1 }
    guard token.kind == .sign else { return }
    for value in text.scalars[token.folded] {
      if value == 0x3F || value == 0x61F || value == 0x3B { questions += 1 }
      if value == 0x21 { exclamations += 1 }
    }
  }

  /// 0 for no words up to 8 for more than 127, doubling.
  var lengthClass: Int { min(8, Int.bitWidth - words.leadingZeroBitCount) }

  /// 0 for no word in capitals, 1 for some, 2 for most.
  var capitalsClass: Int { capitals == 0 ? 0 : capitals * 2 > words ? 2 : 1 }
}
