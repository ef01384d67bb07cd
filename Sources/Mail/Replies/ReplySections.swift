/// Puts every line of a text into one of its three kinds.
struct ReplySections {
  private let source: ReplySource
  private let isQuoted: [Bool]
  private let fences: CodeFences
  /// What each line is.
  private(set) var kinds: [VisibleReply.Kind]

  /// - Parameters:
  ///   - source: The text.
  ///   - signed: For each line whether it is known for a signature; empty if nothing is known.
  init(_ source: ReplySource, signed: [Bool] = []) {
    self.source = source
    fences = CodeFences(source)
    isQuoted = HistoryScan.quotedLines(of: source)
    kinds = isQuoted.map { $0 ? .quoted : .reply }
    markSignatures()
    for (line, isSigned) in signed.enumerated() where isSigned && kinds[line] == .reply {
      kinds[line] = .signature
    }
    placeBlankLines()
  }

  /// The text's sections in order.
  static func sections(of source: ReplySource) -> [VisibleReply.Section] {
    sections(of: ReplySections(source).kinds, in: source)
  }

  private mutating func markSignatures() {
    var (start, hasReply) = (0, false)
    while let first = isQuoted[start...].firstIndex(of: false) {
      let end = isQuoted[first...].firstIndex(where: \.self) ?? isQuoted.endIndex
      hasReply = markSignature(in: first..<end, hasReplyAbove: hasReply) || hasReply
      start = end
    }
  }

  /// - Returns: Whether words are left above the signature.
  private mutating func markSignature(in lines: Range<Int>, hasReplyAbove: Bool) -> Bool {
    let scan = SignatureScan(source, lines: lines, fences: fences, hasReplyAbove: hasReplyAbove)
    let start = scan.start ?? lines.upperBound
    for line in start..<lines.upperBound { kinds[line] = .signature }
    return source.worded(from: lines.lowerBound, before: start) != nil
  }

  /// Blank lines go with what is above them, those at the start with what is below.
  private mutating func placeBlankLines() {
    guard let first = source.worded(from: 0, before: kinds.count) else { return }
    for line in kinds.indices where source.lines[line].isBlank {
      kinds[line] = line < first ? kinds[first] : kinds[line - 1]
    }
  }

  /// Joins neighbouring lines of a kind.
  static func sections(
    of kinds: [VisibleReply.Kind],
    in source: ReplySource
  ) -> [VisibleReply.Section] {
    var sections: [VisibleReply.Section] = []
    var start = 0
    while start < kinds.count {
      let end = kinds[start...].firstIndex { $0 != kinds[start] } ?? kinds.endIndex
      let bytes = source.lines[start].range.lowerBound..<source.lines[end - 1].range.upperBound
      let text = String(decoding: source.bytes[bytes], as: UTF8.self)
      sections.append(VisibleReply.Section(kind: kinds[start], text: text))
      start = end
    }
    return sections
  }
}
