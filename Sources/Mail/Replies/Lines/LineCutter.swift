/// Cuts bytes into lines that end in LF, CR or CR LF.
enum LineCutter {
  /// More lines than anybody writes; the last one takes all that is left.
  static let lineLimit = 50_000

  static func lines(of bytes: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    lines.reserveCapacity(min(bytes.count / 40 + 1, lineLimit))
    var start = 0
    while start < bytes.count {
      let isLast = lines.count + 1 == lineLimit
      let line = isLast ? remainder(of: bytes, from: start) : line(in: bytes, from: start)
      lines.append(line)
      start = line.range.upperBound
    }
    return lines
  }

  private static func remainder(of bytes: [UInt8], from start: Int) -> TextLine {
    var facts = LineFacts(at: start)
    for at in start..<bytes.count { facts.read(bytes[at], at: at) }
    return facts.line(start..<bytes.count, in: bytes)
  }

  private static func line(in bytes: [UInt8], from start: Int) -> TextLine {
    var facts = LineFacts(at: start)
    var at = start
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n"), bytes[at] != UInt8(ascii: "\r") {
      facts.read(bytes[at], at: at)
      at += 1
    }
    let isPair =
      at + 1 < bytes.count && bytes[at] == UInt8(ascii: "\r") && bytes[at + 1] == UInt8(ascii: "\n")
    return facts.line(start..<min(bytes.count, at + (isPair ? 2 : 1)), in: bytes)
  }
}

/// What one pass over a line's bytes gathers.
private struct LineFacts {
  private var first: Int?
  private var last: Int
  private var chunks = 0
  private var isInChunk = false
  private var hasDigit = false
  private var hasAt = false
  private var hasColon = false
  private var all: UInt8 = 0

  init(at start: Int) { last = start }

  @inline(__always)
  mutating func read(_ byte: UInt8, at index: Int) {
    guard byte > 0x20 else {
      isInChunk = false
      return
    }
    if !isInChunk { chunks += 1 }
    isInChunk = true
    if first == nil { first = index }
    last = index + 1
    all |= byte
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), 0xD9, 0xDB, 0xE0: hasDigit = true
    case UInt8(ascii: "@"): hasAt = true
    case UInt8(ascii: ":"), 0xEF: hasColon = true
    default: break
    }
  }

  func line(_ range: Range<Int>, in bytes: [UInt8]) -> TextLine {
    var content = (first ?? range.lowerBound)..<(first == nil ? range.lowerBound : last)
    if all >= 0x80 { content = Self.withoutWideSpaces(content, in: bytes) }
    return TextLine(
      range: range,
      content: content,
      chunkCount: chunks,
      hasDigit: hasDigit,
      hasAt: hasAt,
      hasColon: hasColon,
      isASCII: all < 0x80
    )
  }

  /// Drops no-break spaces, ideographic spaces, direction marks and the like from both ends.
  private static func withoutWideSpaces(_ content: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (low, high) = (content.lowerBound, content.upperBound)
    while low < high {
      let width = ByteScan.invisibleWidth(bytes[low..<high])
      guard width > 0 else { break }
      low += width
    }
    while high > low {
      let width = ByteScan.trailingInvisibleWidth(bytes[low..<high])
      guard width > 0 else { break }
      high -= width
    }
    return low..<high
  }
}
