/// The text of a part.
enum PartText {
  /// Decoded, lines ended by `\n`, paragraphs put together again; without zeros, which no database
  /// takes in text.
  static func read(_ content: [UInt8], _ leaf: MimeLeaf) -> String {
    let isPage = leaf.type == "text/html"
    let charset = leaf.charset ?? (isPage ? MetaCharset.find(in: content) : nil)
    let text = normalised(Charset.decode(content, declared: charset))
    guard leaf.isFlowed, !isPage else { return text }
    return FlowedText.unwrap(text, deletingSpace: leaf.deletesSpace)
  }

  private static func normalised(_ text: String) -> String {
    let hasByteOrderMark = text.unicodeScalars.first == "\u{feff}"
    guard hasByteOrderMark || text.utf8.contains(where: { $0 == .carriageReturn || $0 == 0 }) else {
      return text
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    let source = Array(text.utf8.dropFirst(hasByteOrderMark ? 3 : 0))
    var start = 0
    while start < source.count {
      let end = source[start...].firstIndex { $0 == .carriageReturn || $0 == 0 } ?? source.count
      bytes += source[start..<end]
      start = end + 1
      guard end < source.count, source[end] == .carriageReturn else { continue }
      bytes.append(.lineFeed)
      if start < source.count, source[start] == .lineFeed { start += 1 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
