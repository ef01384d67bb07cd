/// The lines that open a signature whatever follows them.
///
/// The two dashes, the mark of a device, the legal notice.
struct SignatureMark {
  private let source: ReplySource
  private let lines: Range<Int>
  private let hasReplyAbove: Bool
  private let notice: LegalNotice

  init(_ source: ReplySource, lines: Range<Int>, hasReplyAbove: Bool) {
    self.source = source
    self.lines = lines
    self.hasReplyAbove = hasReplyAbove
    notice = LegalNotice(source)
  }

  /// Whether the line opens a signature.
  func isMark(_ index: Int) -> Bool {
    let content = source.content(of: index)
    if let delimiter = SignatureDelimiter(content) {
      return delimiter == .proper && (index > lines.lowerBound || hasMore(index))
    }
    if isDevice(index) { return true }
    return opensPassage(index) && (hasReplyAbove || index > lines.lowerBound)
      && notice.begins(at: index, before: lines.upperBound)
  }

  /// Whether the line opens a paragraph or follows a rule.
  private func opensPassage(_ index: Int) -> Bool {
    source.opensParagraph(index) || SignatureDelimiter(source.content(of: index - 1)) != nil
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

  /// The first line of the signature that the marked line belongs to.
  func start(of index: Int) -> Int { withRule(withName(index)) }

  /// The line, or the rule that stands above it.
  private func withRule(_ index: Int) -> Int {
    let above = (lines.lowerBound..<index).last { !source.lines[$0].isBlank }
    guard let above, above > lines.lowerBound, SignatureDelimiter(source.content(of: above)) != nil
    else { return index }
    return above
  }
}
