/// Finds the lines of a text that repeat earlier mails.
struct HistoryScan {
  private let source: ReplySource
  private let attribution: Attribution
  private let block: HeaderBlock
  private let divider: HistoryMark
  private var isQuoted: [Bool]

  init(_ source: ReplySource) {
    self.source = source
    attribution = Attribution(source)
    block = HeaderBlock(source)
    divider = HistoryMark(source)
    isQuoted = [Bool](repeating: false, count: source.lines.count)
  }

  /// Tells for each line whether it is history; blank lines follow what is above them.
  static func quotedLines(of source: ReplySource) -> [Bool] {
    var scan = HistoryScan(source)
    scan.run()
    scan.joinWrappedLines()
    return scan.isQuoted
  }

  private mutating func run() {
    let fences = CodeFences(source)
    var index = 0
    while index < source.lines.count {
      defer { index += 1 }
      guard !source.lines[index].isBlank, !fences.contains(index) else { continue }
      if QuotedLine.isMarked(source.content(of: index)) {
        isQuoted[index] = true
      } else if let head = head(from: index) {
        index = quote(below: head) - 1
      }
    }
  }

  /// The lines that introduce a quotation and begin at `index`.
  private func head(from index: Int) -> Range<Int>? {
    guard mayHead(index) else { return nil }
    let words = source.words(of: index)
    if let lines = block.lines(from: index, words: words) { return lines }
    if divider.isMark(index, words: words) { return index..<index + 1 }
    return attribution.lines(from: index, words: words)
  }

  /// Spares long lines of prose, which have neither figures, address nor colon, the reading.
  private func mayHead(_ index: Int) -> Bool {
    let line = source.lines[index]
    guard line.content.count <= ReplySource.readableByteLimit else { return false }
    return line.hasDigit || line.hasAt || line.hasColon || divider.mayBeMark(index)
  }

  /// Marks the head and what it quotes.
  ///
  /// - Returns: The line after the quotation; the end of the text where lines are not marked.
  private mutating func quote(below head: Range<Int>) -> Int {
    let end = source.lines.count
    mark(ruleAbove(head.lowerBound)..<head.upperBound)
    var below = head.upperBound
    while let next = source.worded(from: below, before: end) {
      let content = source.content(of: next)
      if QuotedLine.isMarked(content) { return next }
      if let bar = QuotedLine.unusualMark(content) { return quote(from: next, markedBy: bar) }
      guard let nested = self.head(from: next) else { break }
      mark(below..<nested.upperBound)
      below = nested.upperBound
    }
    mark(below..<end)
    return end
  }

  private mutating func mark(_ lines: Range<Int>) {
    for line in lines { isQuoted[line] = true }
  }

  private mutating func quote(from start: Int, markedBy mark: ArraySlice<UInt8>) -> Int {
    var index = start
    while index < source.lines.count {
      guard source.lines[index].isBlank || source.content(of: index).starts(with: mark) else {
        break
      }
      isQuoted[index] = !source.lines[index].isBlank
      index += 1
    }
    return index
  }

  /// The line of the rule that some programs draw above a head.
  private func ruleAbove(_ index: Int) -> Int {
    var above = index - 1
    while above >= max(0, index - 3), source.lines[above].isBlank { above -= 1 }
    guard above >= 0, !isQuoted[above], divider.isRule(above) else { return index }
    return above
  }
}

extension HistoryScan {
  /// A quoted line that a program wrapped continues on lines without the mark.
  private mutating func joinWrappedLines() {
    var index = 1
    while index < source.lines.count {
      defer { index += 1 }
      guard isQuoted[index - 1], !isQuoted[index], isLong(index - 1), startsLowercase(index) else {
        continue
      }
      let limit = min(index + 3, source.lines.count)
      guard let end = (index..<limit).first(where: { isQuoted[$0] || source.lines[$0].isBlank }),
        isQuoted[end]
      else { continue }
      for wrapped in index..<end { isQuoted[wrapped] = true }
    }
  }

  private func isLong(_ index: Int) -> Bool { source.lines[index].content.count >= 55 }

  private func startsLowercase(_ index: Int) -> Bool {
    let first = String(decoding: source.content(of: index).prefix(4), as: UTF8.self).unicodeScalars
    return first.first?.properties.isLowercase ?? false
  }
}
