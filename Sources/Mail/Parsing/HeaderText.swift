/// What the bytes of a header field say.
enum HeaderText {
  /// Raw bytes as text, whatever charset they are in; encoded words stay as they are.
  ///
  /// Some senders write headers in the charset of their text, unencoded: it is tried first.
  static func read(_ bytes: [UInt8], charset: String?) -> String {
    let isPlain = bytes.allSatisfy { $0 < 0x80 && $0 != .escape }
    return isPlain
      ? String(decoding: bytes, as: UTF8.self) : Charset.decode(bytes, declared: charset)
  }

  /// The whole field decoded, on one line, without control characters.
  static func decode(_ bytes: [UInt8], charset: String?) -> String {
    isPlain(bytes)
      ? String(decoding: bytes, as: UTF8.self)
      : oneLine(EncodedWords.decode(read(bytes, charset: charset)))
  }

  /// Whether bytes stand for themselves: ASCII without controls, encoded words and outer space.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    guard bytes.first != .space, bytes.last != .space else { return false }
    var previous: UInt8 = 0
    for byte in bytes {
      guard (0x20..<0x7f).contains(byte),
        byte != UInt8(ascii: "?") || previous != UInt8(ascii: "=")
      else { return false }
      previous = byte
    }
    return true
  }

  /// Encoded words can hide line ends, which must not come out of a header.
  static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) || text.hasOuterSpace else {
      return text
    }
    let clean = text.unicodeScalars.lazy
      .map { $0.value < 0x20 || $0.value == 0x7f ? " " : $0 }
      .drop { $0 == " " }
    var scalars = String.UnicodeScalarView(clean)
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}

extension String {
  fileprivate var hasOuterSpace: Bool { utf8.first == .space || utf8.last == .space }
}
