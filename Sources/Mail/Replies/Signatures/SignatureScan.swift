/// Finds where the signature begins in a stretch of lines that quotes nothing.
struct SignatureScan: Sendable {
  private let source: ReplySource
  private let lines: Range<Int>
  /// Whether the sender has said something above these lines.
  private let hasReplyAbove: Bool
  private let notice: LegalNotice
  private let fences: CodeFences

  private static let cardLineLimit = 25

  /// - Parameters:
  ///   - source: The whole text.
  ///   - lines: The stretch, between quotations or ends.
  ///   - fences: Where the text shows code, in which nothing is a signature.
  ///   - hasReplyAbove: Whether a stretch before this one holds words of the sender.
  init(_ source: ReplySource, lines: Range<Int>, fences: CodeFences, hasReplyAbove: Bool) {
    self.source = source
    self.lines = lines
    self.fences = fences
    self.hasReplyAbove = hasReplyAbove
    notice = LegalNotice(source)
  }

  /// The signature's first line, `nil` without a signature.
  var start: Int? {
    let worded = lines.filter { !source.lines[$0].isBlank }
    guard let first = worded.first else { return nil }
    let hard = worded.first(where: isHard)
    let tail = tail(above: hard ?? lines.upperBound, worded)
    guard let soft = tail.first(where: { opens($0, isFirst: $0.line == first) }) else {
      return hard.map(withName)
    }
    return soft.line
  }

  /// A line of the tail with the sums over it and what is below it.
  private struct TailLine {
    let line: Int
    var wordedCount = 0
    var contactCount = 0
  }

  /// The lines above `end` that hold no prose, up to the size of a card, in order.
  private func tail(above end: Int, _ worded: [Int]) -> [TailLine] {
    let hasHardBelow = end < lines.upperBound
    var tail: [TailLine] = []
    var sums = TailLine(line: end, contactCount: hasHardBelow ? hardContacts(from: end) : 0)
    for index in worded.reversed() where index < end {
      let card = CardLine(source, index)
      sums = TailLine(
        line: index,
        wordedCount: sums.wordedCount + 1,
        contactCount: sums.contactCount + (card.isContact ? 1 : 0)
      )
      guard !card.isProse, !fences.contains(index), sums.wordedCount <= Self.cardLineLimit else {
        break
      }
      tail.append(sums)
    }
    return tail.reversed()
  }

  private func hardContacts(from index: Int) -> Int { isDevice(index) ? 0 : 1 }

  // MARK: - Lines that open a signature whatever follows

  private func isHard(_ index: Int) -> Bool {
    guard !fences.contains(index) else { return false }
    let content = source.content(of: index)
    if case .proper? = SignatureDelimiter(content) {
      return index > lines.lowerBound || hasMore(index)
    }
    if isDevice(index) { return true }
    return source.opensParagraph(index) && (hasReplyAbove || index > lines.lowerBound)
      && notice.begins(at: index, before: lines.upperBound)
  }

  private func hasMore(_ index: Int) -> Bool {
    source.worded(from: index + 1, before: lines.upperBound) != nil
  }

  private func isDevice(_ index: Int) -> Bool {
    guard
      source.opensParagraph(index) || source.closesParagraph(index) || index + 1 == lines.upperBound
    else { return false }
    return DeviceMark.isMark(source.content(of: index), words: source.words(of: index))
  }

  /// The line, or the name that stands right above it with nothing else.
  private func withName(_ index: Int) -> Int {
    let above = index - 1
    guard above > lines.lowerBound, isDevice(index), !source.lines[above].isBlank,
      source.opensParagraph(above), NameLine.isName(source.content(of: above))
    else { return index }
    return above
  }

  // MARK: - Lines that open a signature when a card follows

  private func opens(_ tail: TailLine, isFirst: Bool) -> Bool {
    let content = source.content(of: tail.line)
    if let delimiter = SignatureDelimiter(content) { return opens(tail, behind: delimiter) }
    guard !isFirst || hasReplyAbove else { return false }
    return opensWithClosing(tail) || opensWithDash(tail, content) || opensCard(tail, content)
  }

  private func opens(_ tail: TailLine, behind delimiter: SignatureDelimiter) -> Bool {
    let below = tail.wordedCount - 1
    guard below > 0 else { return false }
    switch delimiter {
    case .proper: return true
    case .rule: return tail.contactCount > 0 || source.opensParagraph(tail.line) && below <= 4
    case .ornament: return tail.contactCount > 0
    }
  }

  private func opensWithClosing(_ tail: TailLine) -> Bool {
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
  private func isClosing(_ words: ArraySlice<String>, length: Int, at tail: TailLine) -> Bool {
    if words.count == length { return words[0].utf8.count > 2 || tail.wordedCount > 1 }
    let isLong = length > 1 || words[0].utf8.count > 4
    return words.count - length <= 3 && isLong && tail.wordedCount <= 12
  }

  /// "-Sara" or "- Sara Smith" at the very end.
  private func opensWithDash(_ tail: TailLine, _ content: ArraySlice<UInt8>) -> Bool {
    let width = ByteScan.dashWidth(content)
    guard width > 0, source.opensParagraph(tail.line), isCardBelow(tail) else { return false }
    let second = ByteScan.dashWidth(content.dropFirst(width))
    let name = content.dropFirst(width + second).drop { $0 == 0x20 }
    return NameLine.isName(name) && !isList(above: tail.line)
  }

  private func isCardBelow(_ tail: TailLine) -> Bool {
    source.closesParagraph(tail.line) || tail.line + 1 == lines.upperBound || tail.contactCount > 0
  }

  /// A paragraph of dashes above makes this line one more item.
  private func isList(above index: Int) -> Bool {
    guard let above = lines.lowerBound..<index as Range<Int>?,
      let last = above.last(where: { !source.lines[$0].isBlank })
    else { return false }
    return ByteScan.dashWidth(source.content(of: last)) > 0
  }

  /// A last paragraph that begins with a name and says how to reach its bearer.
  ///
  /// After a colon it is what the sender was asked for.
  private func opensCard(_ tail: TailLine, _ content: ArraySlice<UInt8>) -> Bool {
    guard tail.contactCount > 0, (2...14).contains(tail.wordedCount),
      source.opensParagraph(tail.line), NameLine.isName(content)
    else { return false }
    let above = (lines.lowerBound..<tail.line).last { !source.lines[$0].isBlank }
    guard let above else { return hasReplyAbove }
    let isSaid =
      CardLine(source, above).isProse
      || ".!?".utf8.contains(source.bytes[source.lines[above].content.upperBound - 1])
    return isSaid && source.content(of: above).last != UInt8(ascii: ":")
  }
}
