import Foundation

/// The fields that say what a mail's body is, as GMime shall read them.
///
/// GMime gets a header of these alone, so that nothing odd among the other fields can end it early.
struct ContentFields {
  private(set) var bytes: [UInt8] = []

  init(of header: RawHeader, body: ArraySlice<UInt8>) {
    for name in Self.names {
      // Of repeated fields the first counts.
      guard let value = header.first(name) else { continue }
      let repaired = name == "content-type" ? Self.withBoundary(value, body) : value
      bytes += Array("\(name): ".utf8)
      bytes += repaired.map { $0 == .carriageReturn || $0 == .lineFeed || $0 == 0 ? .space : $0 }
      bytes.append(.lineFeed)
    }
    bytes.append(.lineFeed)
  }

  private static let names = [
    "content-type", "content-disposition", "content-transfer-encoding", "content-id",
    "content-location",
  ]

  /// Gives a multipart the boundary that its body has (RFC 2046, 5.1.1).
  ///
  /// Without any, the body is text.
  private static func withBoundary(_ value: [UInt8], _ body: ArraySlice<UInt8>) -> [UInt8] {
    let text = String(decoding: value, as: UTF8.self)
    guard text.lowercased().hasPrefix("multipart/") else { return value }
    if let declared = declaredBoundary(text), has("--\(declared)", body) { return value }
    guard let boundary = boundary(in: body) else { return Array("text/plain".utf8) }
    let type = text.prefix { $0 != ";" && !$0.isWhitespace }
    return Array("\(type); boundary=\"".utf8) + boundary + [UInt8(ascii: "\"")]
  }

  private static func has(_ delimiter: String, _ body: ArraySlice<UInt8>) -> Bool {
    let sought = Array(delimiter.utf8)
    let bytes = Array(body)
    var lines = LineReader(bytes)
    while let line = lines.next(bytes) {
      if bytes[line].starts(with: sought) { return true }
    }
    return false
  }

  private static func declaredBoundary(_ field: String) -> String? {
    guard let mark = mark(of: "boundary", in: field) else { return nil }
    // What is continued or encoded (RFC 2231) is left to GMime, which knows how.
    let rest = field[mark...].drop(while: \.isWhitespace)
    guard rest.first == "=" else { return rest.first == "*" ? "" : nil }
    let value = rest.dropFirst().drop(while: \.isWhitespace)
    let boundary =
      value.first == "\""
      ? value.dropFirst().prefix { $0 != "\"" } : value.prefix { !$0.isWhitespace && $0 != ";" }
    return boundary.isEmpty ? nil : String(boundary)
  }

  /// Where the field goes on behind a word, whatever its case.
  private static func mark(of word: StaticString, in field: String) -> String.Index? {
    let bytes = field.utf8.map { TextBytes.isLetter($0) ? $0 | 0x20 : $0 }
    let start = bytes.indices.first { ByteScan.starts(bytes[$0...], with: word) }
    return start.map { field.utf8.index(field.startIndex, offsetBy: $0 + word.utf8CodeUnitCount) }
  }

  /// What follows two dashes on a line that a content field follows.
  private static func boundary(in body: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let bytes = Array(body.prefix(65_536))
    var lines = LineReader(bytes)
    while let line = lines.next(bytes) {
      guard bytes[line].starts(with: "--".utf8), line.count > 2,
        let next = lines.peek(bytes),
        String(decoding: bytes[next].prefix(8), as: UTF8.self).lowercased() == "content-"
      else { continue }
      let boundary = bytes[line].dropFirst(2)
      return boundary.contains(UInt8(ascii: "\"")) ? nil : boundary
    }
    return nil
  }
}
