/// Turns bytes into text whatever charset they are in.
enum Charset {
  /// Reads `bytes` as the charset that was declared, or as what they look like where the
  /// declaration is missing, unknown or wrong.
  ///
  /// The declaration may be spelt in any way.
  static func decode(_ bytes: [UInt8], declared: String? = nil) -> String {
    let name = declared.flatMap(CharsetName.init)
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    switch name {
    case .some(let name) where name.isSevenBit:
      if let text = Iconv.decode(bytes, from: name.iconvName) { return text }
    case _ where isASCII:
      return bytes.contains(.escape) ? decodeEscapes(bytes) : String(decoding: bytes, as: UTF8.self)
    case .some(let name) where name.isWide:
      if let text = Iconv.decode(bytes, from: name.iconvName) { return text }
    case .some(let name) where name.isUnicode || !isUTF8(bytes):
      if let text = decode(bytes, as: name) { return text }
    case .some(let name) where !name.isWestern:
      if let text = Iconv.decodeStrictly(bytes, from: name.iconvName) { return text }
    default: break
    }
    if isUTF8(bytes) { return String(decoding: bytes, as: UTF8.self) }
    return CharsetGuess.decode(bytes)
  }

  private static func decode(_ bytes: [UInt8], as name: CharsetName) -> String? {
    guard name.isUnicode else { return Iconv.decode(bytes, from: name.iconvName) }
    let text = String(decoding: bytes, as: UTF8.self)
    // A few bytes can be lost on the way; text in another charset has no character right.
    return text.unicodeScalars.contains { !$0.isASCII && $0 != "\u{fffd}" } ? text : nil
  }

  /// ISO 2022 works by escape sequences, which nothing else in text uses.
  private static func decodeEscapes(_ bytes: [UInt8]) -> String {
    let text =
      Iconv.decodeStrictly(bytes, from: "ISO-2022-JP-2")
      ?? Iconv.decodeStrictly(bytes, from: "ISO-2022-KR")
    return text ?? String(decoding: bytes, as: UTF8.self)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
  }
}
