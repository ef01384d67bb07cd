package import struct Foundation.Date

/// Takes a file of mails (mbox) apart as its bytes come in, whatever its size.
///
/// A mail begins with a line `From SENDER DATE` at the start of the file or behind an empty line.
/// Lines of a mail that would look like one are quoted by `>` (mboxo, mboxrd); where a mail says its
/// own length (`Content-Length`, mboxcl2) they need not be.
/// (<https://www.loc.gov/preservation/digital/formats/fdd/fdd000383.shtml>, RFC 4155)
package struct MboxReader: Sendable {
  /// One mail of the file.
  package struct Entry: Sendable, Equatable {
    /// As it came; empty if it was too large.
    package var bytes: [UInt8]
    /// When it arrived, as the line before it says.
    package var arrivedAt: Date?
    /// Its whole size in bytes, also where it was too large to be kept.
    package var size: Int

    /// Whether it is larger than what is kept.
    package var isTooLarge: Bool { bytes.isEmpty && size > 0 }
  }

  // A line that is longer cannot begin a mail; it is taken in pieces.
  private static let mostLine = 65_536

  private let mostBytes: Int
  private var line: [UInt8] = []
  private var entry: Entry?
  /// Whether the line before was empty, or there was none.
  private var isAfterBlank = true
  /// Whether the buffer continues a line that was too long.
  private var isWithinLine = false
  private var isInHead = false
  /// How many bytes of the body are known to belong to the mail.
  private var bodyLeft = 0

  /// - Parameter mostBytes: Mails that are larger are told of without their bytes.
  package init(mostBytes: Int) { self.mostBytes = mostBytes }

  /// Takes the next bytes of the file.
  ///
  /// - Returns: the mails that are whole now, in order.
  package mutating func read(_ chunk: some Sequence<UInt8>) -> [Entry] {
    var done: [Entry] = []
    for byte in chunk {
      line.append(byte)
      if byte == .lineFeed || line.count >= Self.mostLine { takeLine(into: &done) }
    }
    return done
  }

  /// The file has ended.
  ///
  /// - Returns: the last mail, if there is one.
  package mutating func finish() -> [Entry] {
    var done: [Entry] = []
    if !line.isEmpty { takeLine(into: &done) }
    close(into: &done)
    return done
  }

  private mutating func takeLine(into done: inout [Entry]) {
    let isWhole = line.last == .lineFeed
    if bodyLeft == 0, !isWithinLine, isAfterBlank, let sender = MboxSenderLine(line) {
      close(into: &done)
      entry = Entry(bytes: [], arrivedAt: sender.date, size: 0)
      isInHead = true
      isAfterBlank = false
    } else {
      keep()
    }
    isWithinLine = !isWhole
    line.removeAll(keepingCapacity: true)
  }

  private mutating func keep() {
    guard entry != nil else { return }
    let isBlank = !isWithinLine && line.allSatisfy { $0 == .lineFeed || $0 == .carriageReturn }
    let counts = !isInHead && bodyLeft > 0
    if counts { bodyLeft = max(0, bodyLeft - line.count) }
    if isInHead, !isWithinLine { readHead(isBlank: isBlank) }
    // Where the length is said nothing is quoted.
    append(counts || isWithinLine ? line[...] : MboxSenderLine.unquoted(line))
    isAfterBlank = isBlank || (counts && bodyLeft == 0)
  }

  private mutating func readHead(isBlank: Bool) {
    if isBlank {
      isInHead = false
    } else if let length = MboxSenderLine.contentLength(line) {
      bodyLeft = min(length, mostBytes)
    }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    let size = (entry?.size ?? 0) + bytes.count
    entry?.size = size
    if size <= mostBytes { entry?.bytes += bytes } else { entry?.bytes = [] }
  }

  /// Hands the mail over, without the empty line that ends it.
  private mutating func close(into done: inout [Entry]) {
    bodyLeft = 0
    guard var last = entry else { return }
    entry = nil
    for end in [[.carriageReturn, .lineFeed], [.lineFeed]] as [[UInt8]] {
      guard last.bytes.count > 2 * end.count, last.bytes.suffix(2 * end.count) == end + end else {
        continue
      }
      last.bytes.removeLast(end.count)
      last.size -= end.count
      break
    }
    if last.size > 0 { done.append(last) }
  }
}

/// The line before a mail, as in `From sara@example.org Sat Jan  3 01:05:34 2026`.
struct MboxSenderLine {
  let date: Date?

  private static let start = Array("From ".utf8)
  private static let field = Array("content-length:".utf8)

  /// `nil` for any other line: there must be a time of day and a year in it, since people write
  /// `From now on` too.
  init?(_ line: [UInt8]) {
    guard line.starts(with: Self.start), line.count <= 1_000 else { return nil }
    let words = String(decoding: line.dropFirst(Self.start.count), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    guard words.contains(where: { $0.split(separator: ":").count >= 2 && Self.isTime($0) }),
      words.contains(where: { $0.count == 4 && $0.allSatisfy(\.isNumber) })
    else { return nil }
    date = Self.date(words)
  }

  private static func isTime(_ word: Substring) -> Bool {
    word.split(separator: ":").prefix(2).allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isNumber) }
  }

  /// The date has the form of C's `asctime`, by convention in UTC; some write a zone.
  private static func date(_ words: [Substring]) -> Date? {
    guard
      let time = words.firstIndex(where: { $0.contains(":") && isTime($0) }),
      time >= 2,
      let year = words[time...].first(where: { $0.count == 4 && $0.allSatisfy(\.isNumber) })
    else { return nil }
    let zone = words[time...].first { ($0.hasPrefix("+") || $0.hasPrefix("-")) && $0.count == 5 }
    return MailDate.parse(
      "\(words[time - 1]) \(words[time - 2]) \(year) \(words[time]) \(zone ?? "+0000")"
    )
  }

  /// The line without the first `>` before `From `, or as it is.
  static func unquoted(_ line: [UInt8]) -> ArraySlice<UInt8> {
    guard line.first == UInt8(ascii: ">") else { return line[...] }
    let rest = line.drop { $0 == UInt8(ascii: ">") }
    return rest.starts(with: start) ? line.dropFirst() : line[...]
  }

  /// How long the body is, as a line of the head says.
  static func contentLength(_ line: [UInt8]) -> Int? {
    guard line.count < 100, line.count > field.count,
      line.prefix(field.count).elementsEqual(field, by: { $0 | 0x20 == $1 | 0x20 })
    else { return nil }
    let digits = line.dropFirst(field.count).filter { !$0.isBlank }
    return Int(String(decoding: digits, as: UTF8.self)).flatMap { $0 > 0 ? $0 : nil }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 32 || self == 9 || self == 10 || self == 13 }
}
