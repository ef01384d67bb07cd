/// The token that is being read.
struct OpenToken {
  var kind: Token.Kind?
  var start = 0
  var end = 0
  var foldedStart = 0
  var letterCount = 0
  var capitalCount = 0
  /// The letter whose repetitions are being left out, or 0.
  var repeated: UInt32 = 0
  var isElongated = false
  var isAfterSpace = false

  var isWord: Bool {
    guard let kind else { return false }
    return kind.rawValue <= Token.Kind.number.rawValue
  }

  /// Whether a letter or digit continues this token.
  ///
  /// Digits continue every word but an Arabic one, and Latin letters a number (`3ana`).
  @inline(__always)
  func accepts(_ next: Token.Kind) -> Bool {
    guard let kind else { return false }
    if kind == next { return true }
    switch (kind, next) {
    case (.latin, .number), (.greek, .number), (.cyrillic, .number), (.number, .latin): return true
    default: return false
    }
  }

  /// The token, or `nil` if none was begun.
  func finished(foldedEnd: Int) -> Token? {
    guard let kind else { return nil }
    let isWordAfterAll = kind == .number && letterCount > 0
    return Token(
      kind: isWordAfterAll ? .latin : kind,
      source: start..<max(end, start),
      folded: foldedStart..<foldedEnd,
      isCapitals: letterCount > 1 && capitalCount == letterCount,
      isElongated: isElongated,
      isAfterSpace: isAfterSpace
    )
  }
}

extension OpenToken {
  init(kind: Token.Kind, start: Int, foldedStart: Int) {
    self.init()
    self.kind = kind
    self.start = start
    self.end = start
    self.foldedStart = foldedStart
  }
}
