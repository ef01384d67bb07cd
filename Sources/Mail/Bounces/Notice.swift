/// The text of a report for people: what it says, and what it returns of the message.
struct Notice {
  /// What the mail system says.
  var text: String
  /// The header of the message that follows it; `nil` if none does.
  var returned: MailHeaders?
  /// Whether it says where the message that came back begins.
  var hasMark = false

  /// A notice is short; what is longer than that is the message that came back.
  private static let lineLimit = 2_000
  private static let byteLimit = 65_536

  init(_ text: String) {
    let start = String(decoding: text.utf8.prefix(Self.byteLimit), as: UTF8.self)
    let lines = start.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix(Self.lineLimit)
    guard let cut = lines.indices.first(where: { Self.endsNotice(lines, at: $0) }) else {
      self.text = lines.joined(separator: "\n")
      return
    }
    hasMark = true
    self.text = lines[..<cut].joined(separator: "\n")
    returned = Self.headers(lines[cut...])
  }

  private static func endsNotice(_ lines: ArraySlice<Substring>, at index: Int) -> Bool {
    let line = lines[index].lowercased()
    if NoticeMarks.ends(line) { return true }
    // Headers without an introduction.
    return line.hasPrefix("received: ") || line.hasPrefix("return-path: ")
  }

  /// The first block of lines that are header fields, near the mark.
  private static func headers(_ lines: ArraySlice<Substring>) -> MailHeaders? {
    let near = lines.drop { line in
      let isField = line.prefix { $0 != ":" }.allSatisfy {
        $0.isASCII && ($0.isLetter || $0 == "-")
      }
      return line.isEmpty || line.first?.isWhitespace == true || !isField || !line.contains(":")
        || NoticeMarks.ends(line.lowercased())
    }
    let bytes = Array(near.joined(separator: "\n").utf8)
    // A notice can end without a message.
    guard let block = try? RawHeader(bytes) else { return nil }
    return MailHeaders(block)
  }
}
