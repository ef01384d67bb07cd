/// The line or lines in which a mail program says who wrote what it quotes, and when.
struct Attribution {
  private let source: ReplySource
  private let recent = RecentLines<AttributionFacts>()

  /// Programs wrap at 72 columns; a name, an address and a date do not fill more.
  private static let lineLimit = 5
  private static let wordLimit = 50

  init(_ source: ReplySource) { self.source = source }

  /// The lines of the attribution that begins at `start`, `nil` if none does.
  ///
  /// It is known by its parts, in any order: a date, an address, a verb of writing and the colon.
  ///
  /// - Parameters:
  ///   - start: The line it would begin on.
  ///   - words: Those of that line.
  /// - Returns: One to five lines.
  func lines(from start: Int, words: LineWords) -> Range<Int>? {
    linesWithoutName(from: start, words: words) ?? linesBelowName(at: start)
  }

  /// Those of an attribution whose first line holds the name alone.
  private func linesBelowName(at start: Int) -> Range<Int>? {
    let next = start + 1
    guard next < source.lines.count, source.content(of: next).first == UInt8(ascii: "<"),
      NameLine.isName(source.content(of: start)),
      let lines = linesWithoutName(from: next, words: source.words(of: next))
    else { return nil }
    return start..<lines.upperBound
  }

  private func linesWithoutName(from start: Int, words: LineWords) -> Range<Int>? {
    guard isWorthReading(start) else { return nil }
    var facts = AttributionFacts()
    for end in start..<min(start + Self.lineLimit, source.lines.count) {
      let read = end == start ? words : source.words(of: end)
      guard let next = self.facts(of: end, words: read) else { return nil }
      facts = end == start ? next : facts.joined(next)
      guard facts.wordCount <= Self.wordLimit else { return nil }
      let lines = start..<end + 1
      if qualifies(facts, lines: lines) || endsInAddress(facts, lines: lines) { return lines }
      guard facts.begins, !closesSentence(end) else { return nil }
    }
    return nil
  }

  /// Leaves out, before reading words, what has neither figures nor address nor colon.
  private func isWorthReading(_ index: Int) -> Bool {
    let line = source.lines[index]
    guard !line.hasDigit, !line.hasAt else { return true }
    return line.hasColon
      && source.content(of: index).suffix(8).contains { $0 == 0x3A || $0 == 0xEF }
  }

  private func facts(of index: Int, words: LineWords) -> AttributionFacts? {
    let line = source.lines[index]
    let content = source.content(of: index)
    guard !line.isBlank, line.content.count <= ReplySource.readableByteLimit,
      !QuotedLine.isMarked(content)
    else { return nil }
    return recent.value(of: index) { AttributionFacts(words, content: content) }
  }

  private func qualifies(_ facts: AttributionFacts, lines: Range<Int>) -> Bool {
    guard closes(facts) else { return false }
    if facts.hasDate, facts.hasBracketedAddress, facts.endsWithColon, facts.begins { return true }
    guard facts.hasVerb else { return false }
    if facts.begins, facts.hasDate || facts.hasAddress {
      return facts.hasAddress || facts.wordCount <= 16 || isFollowedByQuote(lines)
    }
    guard facts.endsWithColon, lines.count == 1 else { return false }
    if facts.hasDate { return facts.wordCount <= 16 }
    return facts.wordCount <= 15 && isFollowedByQuote(lines)
  }

  /// Ends in a colon, or without one in the verb.
  private func closes(_ facts: AttributionFacts) -> Bool {
    facts.endsWithColon || facts.endsWithVerb && facts.hasDate
  }

  /// Ends in the address, without colon, as the last line of its paragraph.
  private func endsInAddress(_ facts: AttributionFacts, lines: Range<Int>) -> Bool {
    guard facts.hasDate, facts.hasBracketedAddress, facts.begins,
      source.content(of: lines.upperBound - 1).last == UInt8(ascii: ">")
    else { return false }
    if isFollowedByQuote(lines) { return true }
    return (facts.hasVerb && facts.hasOpener || facts.firstNumber == 0)
      && source.opensParagraph(lines.lowerBound) && source.closesParagraph(lines.upperBound - 1)
  }

  private func isFollowedByQuote(_ lines: Range<Int>) -> Bool {
    guard let next = source.worded(from: lines.upperBound, before: source.lines.count) else {
      return false
    }
    let content = source.content(of: next)
    return QuotedLine.isMarked(content)
  }

  /// Whether a line ends in a full stop behind a word too long to be an abbreviation.
  private func closesSentence(_ index: Int) -> Bool {
    let content = source.content(of: index)
    guard let last = content.last, ".!?".utf8.contains(last) else { return false }
    let word = content.dropLast().reversed().prefix { $0 > 0x40 }
    return word.count >= 6
  }
}
