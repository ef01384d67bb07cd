/// The text of a report for people: what it says, and what it returns of the message.
struct Notice {
  /// What the mail system says.
  var text: String
  /// The same in lower case, to look for phrases in.
  var lowercased: [UInt8]
  /// The header of the message that follows it; `nil` if none does.
  var returned: MailHeaders?
  /// Whether it says where the message that came back begins.
  var hasMark = false

  /// A notice is short; what is longer than that is the message that came back.
  private static let lineLimit = 2_000
  private static let byteLimit = 65_536

  init(_ text: String) {
    let start = String(decoding: text.utf8.prefix(Self.byteLimit), as: UTF8.self)
    let lines = Self.lines(of: start.utf8)
    let whole = Array(start.lowercased().utf8)
    let lowercased = Self.lines(of: whole[...])
    let cut = lowercased.firstIndex(where: Self.endsNotice) ?? lowercased.count
    self.text = lines[..<cut].last.map { String(start[..<$0.endIndex]) } ?? ""
    self.lowercased = lowercased[..<cut].last.map { Array(whole[..<$0.endIndex]) } ?? []
    guard cut < lines.count else { return }
    hasMark = true
    returned = Self.headers(lines[cut...].map { Substring($0) })
  }

  private static func lines<Bytes: Collection<UInt8>>(of text: Bytes) -> [Bytes.SubSequence] {
    text.split(separator: .lineFeed, maxSplits: lineLimit, omittingEmptySubsequences: false)
      .prefix(lineLimit).map { $0 }
  }

  private static func endsNotice(_ lowercasedLine: ArraySlice<UInt8>) -> Bool {
    if NoticeMarks.ends(lowercasedLine) { return true }
    // Headers without an introduction.
    return lowercasedLine.starts(with: "received: ".utf8)
      || lowercasedLine.starts(with: "return-path: ".utf8)
  }

  /// The first block of lines that are header fields, near the mark.
  private static func headers(_ lines: [Substring]) -> MailHeaders? {
    let near = lines.drop { line in
      let isField = line.prefix { $0 != ":" }.allSatisfy {
        $0.isASCII && ($0.isLetter || $0 == "-")
      }
      return line.isEmpty || line.first?.isWhitespace == true || !isField || !line.contains(":")
        || NoticeMarks.ends(Array(line.lowercased().utf8)[...])
    }
    let bytes = Array(near.joined(separator: "\n").utf8)
    // A notice can end without a message.
    guard let block = try? RawHeader(bytes) else { return nil }
    return MailHeaders(block)
  }
}
