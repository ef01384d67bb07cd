/// Reads lines that are nothing but `{"text":"…"}`, which is what most programs send, several times
/// faster than Foundation reads any JSON.
struct PlainLine {
  private let bytes: [UInt8]
  private var position: Int

  /// The text of such a line.
  ///
  /// - Returns: `nil` for every other line, and for what is no JSON: Foundation has to judge those.
  static func text(_ line: [UInt8]) -> String? {
    var reader = PlainLine(line)
    return reader.read()
  }

  private init(_ line: [UInt8]) {
    bytes = line
    position = line.startIndex
  }

  private mutating func read() -> String? {
    guard skip("{"), skip("\"text\""), skip(":"), position < bytes.endIndex,
      bytes[position] == 0x22
    else { return nil }
    position += 1
    guard let text = string(), skip("}"), position == bytes.endIndex else { return nil }
    return text
  }

  /// Passes these bytes and the spaces behind them.
  private mutating func skip(_ expected: StaticString) -> Bool {
    let matches = expected.withUTF8Buffer { bytes[position...].starts(with: $0) }
    guard matches else { return false }
    position += expected.utf8CodeUnitCount
    while position < bytes.endIndex, bytes[position] == 0x20 { position += 1 }
    return true
  }

  /// The string up to the next quotation mark that is not escaped, and passes it.
  private mutating func string() -> String? {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.endIndex - position)
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      switch byte {
      case 0x22:
        while position < bytes.endIndex, bytes[position] == 0x20 { position += 1 }
        return String(validating: utf8, as: UTF8.self)
      case 0x5C: guard appendEscape(to: &utf8) else { return nil }
      case ..<0x20: return nil
      default: utf8.append(byte)
      }
    }
    return nil
  }

  private mutating func appendEscape(to utf8: inout [UInt8]) -> Bool {
    guard position < bytes.endIndex else { return false }
    let letter = bytes[position]
    position += 1
    switch letter {
    case 0x22, 0x5C, 0x2F: utf8.append(letter)
    case 0x6E: utf8.append(0x0A)
    case 0x74: utf8.append(0x09)
    case 0x72: utf8.append(0x0D)
    case 0x75:
      guard let scalar = scalar() else { return false }
      utf8 += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: return false
    }
    return true
  }

  /// The scalar behind `\u`, of which some take two escapes (RFC 8259, section 7).
  private mutating func scalar() -> Unicode.Scalar? {
    guard let first = codeUnit() else { return nil }
    guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) }
    guard bytes[position...].starts(with: [0x5C, 0x75]) else { return nil }
    position += 2
    guard let second = codeUnit(), UTF16.isTrailSurrogate(second) else { return nil }
    let value = 0x10000 + ((UInt32(first) - 0xD800) << 10) + (UInt32(second) - 0xDC00)
    return Unicode.Scalar(value)
  }

  private mutating func codeUnit() -> UInt16? {
    guard bytes.endIndex - position >= 4 else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    position += 4
    return unit
  }
}
