/// Takes out of a source the tags that would nest too deep, before it is parsed.
///
/// For many a tag or character the parser of HTML walks along all open elements, so what is open
/// must be few. The guard counts every start tag as open until an end tag certainly closes it,
/// which is when nothing but closed elements lie between the two; sloppy tables, lists and
/// paragraphs are closed as HTML closes them. The count is never too low, whatever the parser
/// makes of comments and quotes: each `<` before a letter counts.
struct NestingGuard {
  /// Elements that may be open; a browser's own limit is 512.
  static let mostOpen = 320
  /// Names are compared once for each attribute that a tag has.
  private static let mostAttributes = 128
  /// Bytes of the source times elements open there: half a second of walking.
  private static let mostWork = 1_000_000_000
  /// A table's end tag closes a section, a row and a cell.
  private static let mostClosedAtOnce = 4
  /// What a tag costs more than a character.
  private static let tagWork = 32

  private struct Open {
    let name: String
    let isBlank: Bool
  }

  private let source: UnsafeMutableBufferPointer<UInt8>
  private var open: [Open] = []
  private var work = 0
  private var hasForeignContent = false
  private var position = 0
  /// Of the tag read last.
  private var attributes = 0

  init(_ source: UnsafeMutableBufferPointer<UInt8>) {
    self.source = source
  }

  /// Blanks the tags.
  ///
  /// - Returns: how many bytes of the source are worth parsing.
  mutating func run() -> Int {
    while position < source.count, work < Self.mostWork {
      work += min(open.count, Self.mostOpen) + 1
      if source[position] == UInt8(ascii: "<") { readTag() } else { position += 1 }
    }
    return position
  }

  private mutating func readTag() {
    let start = position
    position += 1
    let isEnd = byte(at: position) == UInt8(ascii: "/")
    if isEnd { position += 1 }
    guard let first = byte(at: position), Self.isLetter(first) else { return }
    let name = readName()
    let isWhole = skipAttributes()
    work += Self.tagWork * (min(open.count, Self.mostOpen) + 1)
    if !isEnd {
      begin(name, at: start, isWhole: isWhole)
    } else if isWhole {
      close(name, at: start)
    }
  }

  private mutating func begin(_ name: String, at start: Int, isWhole: Bool) {
    if name == "svg" || name == "math" { hasForeignContent = true }
    // Among foreign elements these are like any other and stay open.
    if isWhole, !hasForeignContent, HTMLNames.void.contains(name) { return }
    while let last = open.last, HTMLNames.closedBefore[name]?.contains(last.name) == true {
      open.removeLast()
    }
    let isTooMuch = open.count >= Self.mostOpen || attributes > Self.mostAttributes
    if isTooMuch { blank(start..<(isWhole ? position : start + 1)) }
    open.append(Open(name: name, isBlank: isTooMuch))
  }

  private mutating func close(_ name: String, at start: Int) {
    for index in open.indices.suffix(Self.mostClosedAtOnce).reversed() {
      let candidate = open[index]
      if candidate.name == name {
        open.removeSubrange(index...)
        if candidate.isBlank { blank(start..<position) }
        return
      }
      guard HTMLNames.closedWithin[name, default: ["p"]].contains(candidate.name) else { return }
    }
  }

  private func blank(_ range: Range<Int>) {
    for index in range { source[index] = UInt8(ascii: " ") }
  }
}

// MARK: - Reading, as section 13.2.5 of the standard says

extension NestingGuard {
  private func byte(at position: Int) -> UInt8? {
    position < source.count ? source[position] : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  /// In lower case, and not more of it than can be compared at no cost.
  private mutating func readName() -> String {
    let start = position
    while let byte = byte(at: position), !Self.endsName(byte) { position += 1 }
    let name = source[start..<min(position, start + 15)]
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Goes to the end of the tag, or to a `<` that may begin another for a parser that is elsewhere.
  private mutating func skipAttributes() -> Bool {
    attributes = 0
    while let byte = byte(at: position), byte != UInt8(ascii: "<") {
      position += 1
      if byte == UInt8(ascii: ">") { return true }
      guard !Self.endsName(byte) else { continue }
      attributes += 1
      skip { $0 == UInt8(ascii: "=") || Self.endsName($0) }
      skip { !Self.isSpace($0) }
      if self.byte(at: position) == UInt8(ascii: "=") { skipValue() }
    }
    return false
  }

  private mutating func skipValue() {
    position += 1
    skip { !Self.isSpace($0) }
    guard let quote = byte(at: position) else { return }
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return skip { Self.isSpace($0) || $0 == UInt8(ascii: ">") }
    }
    position += 1
    skip { $0 == quote }
    if byte(at: position) == quote { position += 1 }
  }

  /// Stops where the condition holds, and at each `<`.
  private mutating func skip(until isEnd: (UInt8) -> Bool) {
    while let byte = byte(at: position), byte != UInt8(ascii: "<"), !isEnd(byte) { position += 1 }
  }
}
