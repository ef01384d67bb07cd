import Text

/// A text as lines of bytes, the form in which all rules of this folder read it.
struct ReplySource {
  let bytes: [UInt8]
  let lines: [TextLine]
  private let recent = RecentLines<LineWords>()

  /// Longer lines are paragraphs; no rule looks at their words.
  static let readableByteLimit = 600

  init(_ text: String) {
    bytes = Array(text.utf8)
    lines = LineCutter.lines(of: bytes)
  }

  /// The bytes of a line between its white space.
  func content(of index: Int) -> ArraySlice<UInt8> { bytes[lines[index].content] }

  /// The words of a line, none if it is longer than ``readableByteLimit``.
  func words(of index: Int) -> LineWords {
    let line = lines[index].content
    guard line.count <= Self.readableByteLimit else { return LineWords() }
    return recent.value(of: index) { LineWords(bytes[line]) }
  }

  /// The first line with content at or after `index` and before `end`.
  func worded(from index: Int, before end: Int) -> Int? {
    var at = index
    while at < end {
      if !lines[at].isBlank { return at }
      at += 1
    }
    return nil
  }

  /// Whether a line opens a paragraph, that is, follows a blank line or nothing.
  func opensParagraph(_ index: Int) -> Bool { index == 0 || lines[index - 1].isBlank }

  /// Whether a line closes a paragraph, that is, precedes a blank line or nothing.
  func closesParagraph(_ index: Int) -> Bool {
    index + 1 >= lines.count || lines[index + 1].isBlank
  }
}
