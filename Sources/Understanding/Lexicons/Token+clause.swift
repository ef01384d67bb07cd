import Text

extension Token {
  /// A sign after which another clause begins, or the end of a line.
  func endsClause(in text: TokenisedText) -> Bool {
    if kind == .lineBreak { return true }
    guard kind == .sign else { return false }
    return text.scalars[folded].contains { Self.endsSentence($0) || Self.endsClause($0) }
  }

  /// A sign after which another sentence begins, or the end of a line.
  func endsSentence(in text: TokenisedText) -> Bool {
    if kind == .lineBreak { return true }
    guard kind == .sign else { return false }
    return text.scalars[folded].contains(where: Self.endsSentence)
  }

  /// `. ! ?` and their likes of other scripts; the Greek question mark folds to a semicolon.
  private static func endsSentence(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x2E, 0x21, 0x3F, 0x61F, 0x3B, 0x6D4, 0x3002, 0x964, 0x2026: true
    default: false
    }
  }

  private static func endsClause(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x3A, 0x61B, 0x28, 0x29: true
    default: false
    }
  }
}
