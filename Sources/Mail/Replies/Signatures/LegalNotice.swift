/// Recognises the paragraph of legal words below business mail.
struct LegalNotice {
  private let source: ReplySource

  private static let lineLimit = 4

  init(_ source: ReplySource) { self.source = source }

  /// Whether a notice begins with the line, which opens a paragraph.
  func begins(at index: Int, before end: Int) -> Bool {
    let words =
      source.lines[index].content.count <= ReplySource.readableByteLimit
      ? source.words(of: index)
      : LineWords(source.content(of: index).prefix(ReplySource.readableByteLimit))
    let opening = LegalNotices.openings.opening(words.words[...])
    guard opening > 0 else { return false }
    if words.words.count <= 3 || words.wordsBeforeColon == opening { return true }
    if LegalNotices.phrases.occurs(in: words.words[...]) { return true }
    let rest = (index + 1..<max(index + 1, min(index + Self.lineLimit, end)))
      .prefix { !source.lines[$0].isBlank }
    return rest.contains { LegalNotices.phrases.occurs(in: source.words(of: $0).words[...]) }
  }
}
