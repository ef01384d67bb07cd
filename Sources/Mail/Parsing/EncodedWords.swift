/// Encoded words in headers (RFC 2047), also where and how they must not stand.
///
/// Neighbours in one charset are joined before they are decoded, because senders cut characters
/// in two. A word may stand in quotes, touch its neighbours or hold spaces.
enum EncodedWords {
  /// Puts what encoded words say in their place.
  static func decode(_ text: String) -> String {
    guard mayStand(in: text) else { return text }
    let pieces = pieces(of: Array(text.utf8))
    var decoded = ""
    for piece in pieces {
      switch piece {
      case .plain(let bytes): decoded += String(decoding: bytes, as: UTF8.self)
      case .encoded(let charset, let bytes): decoded += Charset.decode(bytes, declared: charset)
      }
    }
    return decoded
  }

  static func mayStand(in text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "?")) else { return false }
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "?"), previous == UInt8(ascii: "=") { return true }
      previous = byte
    }
    return false
  }

  enum Piece {
    case plain(ArraySlice<UInt8>)
    case encoded(charset: String, bytes: [UInt8])
  }

  /// Cuts a header's text into what stands for itself and what is encoded.
  ///
  /// White space between encoded words belongs to neither (RFC 2047, 6.2).
  static func pieces(of text: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var plainStart = 0
    var index = 0
    while index < text.count {
      guard let word = Word(text, at: index) else {
        index += 1
        continue
      }
      append(text[plainStart..<index], to: &pieces)
      append(word, to: &pieces)
      index = word.end
      plainStart = index
    }
    if plainStart < text.count { pieces.append(.plain(text[plainStart...])) }
    return pieces
  }

  private static func append(_ plain: ArraySlice<UInt8>, to pieces: inout [Piece]) {
    if case .encoded = pieces.last, plain.allSatisfy(\.isWhiteSpace) { return }
    if !plain.isEmpty { pieces.append(.plain(plain)) }
  }

  private static func append(_ word: Word, to pieces: inout [Piece]) {
    if case .encoded(let charset, let bytes) = pieces.last, charset == word.charset {
      pieces[pieces.count - 1] = .encoded(charset: charset, bytes: bytes + word.bytes)
    } else {
      pieces.append(.encoded(charset: word.charset, bytes: word.bytes))
    }
  }

  /// One `=?charset?encoding?text?=`.
  private struct Word {
    var charset: String
    var bytes: [UInt8]
    var end: Int

    private static let question = UInt8(ascii: "?")
    private static let equals = UInt8(ascii: "=")
    /// The longest that RFC 2047 allows is 75 characters; many senders do not care.
    private static let longestCharset = 40
    private static let longestText = 8_192

    init?(_ text: [UInt8], at start: Int) {
      guard text[start] == Self.equals, start + 1 < text.count, text[start + 1] == Self.question
      else { return nil }
      let limit = min(text.count, start + 2 + Self.longestCharset)
      guard let charsetEnd = text[(start + 2)..<limit].firstIndex(of: Self.question),
        charsetEnd + 2 < text.count, text[charsetEnd + 2] == Self.question
      else { return nil }
      let encoding = text[charsetEnd + 1] | 0x20
      guard encoding == UInt8(ascii: "q") || encoding == UInt8(ascii: "b"),
        let end = Self.end(of: text, from: charsetEnd + 3, isQ: encoding == UInt8(ascii: "q"))
      else { return nil }
      let name = String(decoding: text[(start + 2)..<charsetEnd], as: UTF8.self)
      // A language may follow the charset (RFC 2231, 5).
      charset = name.prefix { $0 != "*" }.lowercased()
      let payload = Array(text[(charsetEnd + 3)..<end])
      bytes =
        encoding == UInt8(ascii: "b")
        ? TransferEncoding.base64.decode(payload) : Self.decodeQ(payload)
      self.end = end + 2
    }

    /// Where the closing `?=` stands.
    ///
    /// Senders forget to encode question marks, so that `?=` can also be one before an encoded byte.
    private static func end(of text: [UInt8], from start: Int, isQ: Bool) -> Int? {
      var index = start
      let limit = min(text.count, start + longestText)
      while index + 1 < limit {
        if text[index] == question, text[index + 1] == equals {
          let isEncodedByte =
            isQ && index + 3 < text.count && text[index + 2].isHexadecimal
            && text[index + 3].isHexadecimal
          if !isEncodedByte { return index }
        }
        index += 1
      }
      return nil
    }

    /// RFC 2047, 4.2.
    private static func decodeQ(_ payload: [UInt8]) -> [UInt8] {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(payload.count)
      var index = 0
      while index < payload.count {
        let byte = payload[index]
        if byte == equals, index + 2 < payload.count, let high = payload[index + 1].hexadecimal,
          let low = payload[index + 2].hexadecimal
        {
          bytes.append(high << 4 | low)
          index += 3
        } else {
          bytes.append(byte == UInt8(ascii: "_") ? .space : byte)
          index += 1
        }
      }
      return bytes
    }
  }
}

extension UInt8 {
  fileprivate var isHexadecimal: Bool { hexadecimal != nil }

  fileprivate var hexadecimal: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
