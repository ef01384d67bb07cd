/// The header of a message as bytes, and where its body starts (RFC 5322, 2.1, 4.5).
///
/// Tolerates what senders get wrong: an mbox line or byte order mark before it, space before a
/// colon, lines that are no field, a missing empty line after it.
struct RawHeader {
  /// A field before decoding.
  struct Field {
    var name: String
    /// The name in lower case.
    var key: String
    /// Unfolded, without surrounding space.
    var value: [UInt8]
  }

  /// A header of more lines goes on as body: nobody reads that many fields.
  static let lineLimit = 10_000

  private(set) var fields: [Field] = []
  /// Index of the first byte of the body.
  private(set) var bodyStart = 0

  /// - Throws: ``MailFailure``.
  init(_ bytes: borrowing [UInt8]) throws(MailFailure) {
    var lines = LineReader(bytes, from: Self.start(of: bytes))
    guard lines.position < bytes.count else { throw .empty }
    read(bytes, &lines)
    if fields.isEmpty { throw .noHeader }
  }

  /// The first field of that name in lower case.
  func first(_ lowercasedName: String) -> [UInt8]? {
    fields.first { $0.key == lowercasedName }?.value
  }

  private mutating func read(_ bytes: borrowing [UInt8], _ lines: inout LineReader) {
    for _ in 0..<Self.lineLimit {
      let start = lines.position
      bodyStart = start
      guard let line = lines.next(bytes) else { return }
      if line.isEmpty {
        bodyStart = lines.position
        return
      }
      if bytes[line.lowerBound].isWhiteSpace {
        let isBlank = bytes[line].allSatisfy(\.isWhiteSpace)
        if isBlank, !Self.isHeaderLine(lines.peek(bytes), bytes, orFolded: true) {
          bodyStart = lines.position
          return
        }
        fold(bytes[line])
      } else if let field = Self.field(bytes[line]) {
        fields.append(field)
      } else if !Self.isHeaderLine(lines.peek(bytes), bytes, orFolded: true) {
        // The empty line before the body is missing.
        return
      }
    }
  }

  private mutating func fold(_ line: ArraySlice<UInt8>) {
    guard !fields.isEmpty else { return }
    let more = line.trimmingWhiteSpace()
    guard !more.isEmpty else { return }
    let last = fields.count - 1
    if !fields[last].value.isEmpty { fields[last].value.append(.space) }
    fields[last].value += more
  }

  private static func isHeaderLine(
    _ line: Range<Int>?,
    _ bytes: borrowing [UInt8],
    orFolded: Bool
  ) -> Bool {
    guard let line, !line.isEmpty else { return false }
    if bytes[line.lowerBound].isWhiteSpace {
      return orFolded && !bytes[line].allSatisfy(\.isWhiteSpace)
    }
    return nameEnd(bytes[line]) != nil
  }

  private static func field(_ line: ArraySlice<UInt8>) -> Field? {
    guard let colon = nameEnd(line) else { return nil }
    let bytes = line[line.startIndex..<colon].trimmingWhiteSpace()
    let name = String(decoding: bytes, as: UTF8.self)
    let value = line[(colon + 1)...].trimmingWhiteSpace()
    return Field(name: name, key: name.lowercased(), value: Array(value))
  }

  /// Where the colon after a field's name stands: printable ASCII (RFC 5322, 2.2), then perhaps
  /// space (4.5.8).
  private static func nameEnd(_ line: ArraySlice<UInt8>) -> Int? {
    var index = line.startIndex
    while index < line.endIndex, (0x21...0x7e).contains(line[index]), line[index] != .colon {
      index += 1
    }
    guard index > line.startIndex else { return nil }
    while index < line.endIndex, line[index].isWhiteSpace { index += 1 }
    return index < line.endIndex && line[index] == .colon ? index : nil
  }

  /// Passes over a byte order mark, empty lines and an mbox line (RFC 4155).
  private static func start(of bytes: borrowing [UInt8]) -> Int {
    var index = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    while index < bytes.count, bytes[index] <= .space { index += 1 }
    var lines = LineReader(bytes, from: index)
    if let line = lines.next(bytes), nameEnd(bytes[line]) == nil,
      ["From ", ">From "].contains(where: { bytes[line].starts(with: $0.utf8) })
    {
      return lines.position
    }
    return index
  }
}
