/// What one line is in a signature: prose, or a line of a business card.
struct CardLine: Sendable {
  /// A sentence or part of one.
  let isProse: Bool
  /// A telephone number, mail address, link or labelled way to reach somebody.
  let isContact: Bool

  init(_ source: ReplySource, _ index: Int) {
    let line = source.lines[index]
    let content = source.content(of: index)
    isContact = Self.isContact(line, content, source, index)
    isProse = !isContact && Self.isProse(line, content)
  }

  /// Long, or closed as sentences are; white space tells nothing in scripts that have none.
  private static func isProse(_ line: TextLine, _ content: ArraySlice<UInt8>) -> Bool {
    if content.starts(with: "PS".utf8) || content.starts(with: "P.S".utf8) { return true }
    if line.chunkCount >= 9, content.count > 50 { return true }
    if !line.isASCII, line.chunkCount <= 3, content.count > 75 { return true }
    return endsSentence(content) && (line.chunkCount >= 5 || !line.isASCII && content.count > 45)
  }

  private static func endsSentence(_ content: ArraySlice<UInt8>) -> Bool {
    if let last = content.last, ".!?:".utf8.contains(last) { return true }
    let wide = ["。", "！", "？", "…", "؟", "।"]
    return wide.contains { content.suffix(3).elementsEqual($0.utf8) }
      || content.suffix(2).elementsEqual("؟".utf8)
  }

  private static func isContact(
    _ line: TextLine,
    _ content: ArraySlice<UInt8>,
    _ source: ReplySource,
    _ index: Int
  ) -> Bool {
    guard content.count <= 200 else { return false }
    if line.hasAt, line.chunkCount <= 4, AddressScan.hasAddress(content) { return true }
    if line.chunkCount <= 4, isLink(content) { return true }
    if line.hasDigit, isTelephone(content) { return true }
    guard line.chunkCount <= 8, line.hasDigit || line.hasAt || line.hasColon || line.chunkCount <= 2
    else { return false }
    return ContactWords.labels.opening(source.words(of: index).words[...]) > 0
  }

  private static func isLink(_ content: ArraySlice<UInt8>) -> Bool {
    ByteScan.contains("://", in: content) || ByteScan.contains("www.", in: content)
  }

  /// Seven figures and more, and at most as many letters.
  private static func isTelephone(_ content: ArraySlice<UInt8>) -> Bool {
    let figures = content.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let letters = content.count { $0 >= UInt8(ascii: "A") }
    return figures >= 7 && letters <= figures
  }
}
