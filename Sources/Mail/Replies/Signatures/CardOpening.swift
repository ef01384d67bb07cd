/// The last lines of a stretch, from one that may open a signature to the end.
struct CardTail {
  let line: Int
  var wordedCount = 0
  var contactCount = 0
}

/// The lines that open a signature when names, numbers and addresses follow and no more is said.
struct CardOpening {
  private let source: ReplySource
  private let lines: Range<Int>
  private let hasReplyAbove: Bool

  init(_ source: ReplySource, lines: Range<Int>, hasReplyAbove: Bool) {
    self.source = source
    self.lines = lines
    self.hasReplyAbove = hasReplyAbove
  }

  /// Whether a signature begins on the line; the first line of all is the reply.
  func opens(_ tail: CardTail, isFirst: Bool) -> Bool {
    let content = source.content(of: tail.line)
    if let delimiter = SignatureDelimiter(content) { return opens(tail, behind: delimiter) }
    guard !isFirst || hasReplyAbove else { return false }
    return opensWithClosing(tail) || opensWithDash(tail, content) || opensCard(tail, content)
  }

  private func opens(_ tail: CardTail, behind delimiter: SignatureDelimiter) -> Bool {
    let below = tail.wordedCount - 1
    guard below > 0 else { return false }
    switch delimiter {
    case .proper: return true
    case .rule: return tail.contactCount > 0 || source.opensParagraph(tail.line) && below <= 4
    case .ornament: return tail.contactCount > 0
    }
  }

  private func opensWithClosing(_ tail: CardTail) -> Bool {
    guard source.lines[tail.line].content.count <= 90, source.lines[tail.line].chunkCount <= 8
    else {
      return false
    }
    let words = source.words(of: tail.line).words[...]
    let firm = Closings.firm.opening(words)
    if firm > 0, isClosing(words, length: firm, at: tail) { return true }
    let soft = Closings.soft.opening(words)
    return soft > 0 && soft == words.count && tail.contactCount > 0
  }

  /// The closing stands alone above a name, or has the name beside it.
  private func isClosing(_ words: ArraySlice<String>, length: Int, at tail: CardTail) -> Bool {
    if words.count == length { return words[0].utf8.count > 2 || tail.wordedCount > 1 }
    let isLong = length > 1 || words[0].utf8.count > 4
    return words.count - length <= 3 && isLong && tail.wordedCount <= 12
  }

  /// "-Sara" or "- Sara Smith" at the very end.
  private func opensWithDash(_ tail: CardTail, _ content: ArraySlice<UInt8>) -> Bool {
    let width = ByteScan.dashWidth(content)
    guard width > 0, source.opensParagraph(tail.line), isCardBelow(tail) else { return false }
    let second = ByteScan.dashWidth(content.dropFirst(width))
    let name = content.dropFirst(width + second).drop { $0 == 0x20 }
    return NameLine.isName(name) && !isList(above: tail.line)
  }

  private func isCardBelow(_ tail: CardTail) -> Bool {
    source.closesParagraph(tail.line) || tail.line + 1 == lines.upperBound || tail.contactCount > 0
  }

  /// A paragraph of dashes above makes this line one more item.
  private func isList(above index: Int) -> Bool {
    guard let above = worded(above: index) else { return false }
    return ByteScan.dashWidth(source.content(of: above)) > 0
  }

  /// A last paragraph that begins with a name and says how to reach its bearer.
  ///
  /// After a colon it is what the sender was asked for.
  private func opensCard(_ tail: CardTail, _ content: ArraySlice<UInt8>) -> Bool {
    guard tail.contactCount > 0, (2...14).contains(tail.wordedCount),
      source.opensParagraph(tail.line), NameLine.isName(content)
    else { return false }
    guard let above = worded(above: tail.line) else { return hasReplyAbove }
    guard let last = source.content(of: above).last, last != UInt8(ascii: ":") else { return false }
    return ".!?".utf8.contains(last) || CardLine(source, above).isProse
  }

  private func worded(above index: Int) -> Int? {
    (lines.lowerBound..<index).last { !source.lines[$0].isBlank }
  }
}
