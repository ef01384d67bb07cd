/// Reads JSON strictly as RFC 8259 has it, in one pass over the bytes.
///
/// Foundation's decoder lets trailing commas pass, and tries one kind of value after the other,
/// which takes seconds for a body of many small items.
struct JSONReader {
  private static let mostLevels = 512

  private let bytes: [UInt8]
  private var index = 0
  private var level = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The one value that all of the bytes are.
  mutating func document() throws(JSONFailure) -> JSON {
    let value = try value()
    skipSpace()
    guard index == bytes.count else { throw .malformed }
    return value
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func value() throws(JSONFailure) -> JSON {
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try items())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func members() throws(JSONFailure) -> [String: JSON] {
    var members: [String: JSON] = [:]
    try enter()
    guard !take("}") else { return members }
    repeat {
      skipSpace()
      let name = try string()
      guard take(":") else { throw .malformed }
      members[name] = try value()
    } while take(",")
    guard take("}") else { throw .malformed }
    return members
  }

  private mutating func items() throws(JSONFailure) -> [JSON] {
    var items: [JSON] = []
    try enter()
    guard !take("]") else { return items }
    repeat { items.append(try value()) } while take(",")
    guard take("]") else { throw .malformed }
    return items
  }

  /// Goes past an opening bracket, unless too many are open.
  private mutating func enter() throws(JSONFailure) {
    index += 1
    level += 1
    guard level <= Self.mostLevels else { throw .malformed }
  }

  /// Goes past white space and then past `mark`, if it stands there; a closing one ends a level.
  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: mark) else { return false }
    index += 1
    if mark == "}" || mark == "]" { level -= 1 }
    return true
  }

  private mutating func skipSpace() {
    while let byte = current, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { index += 1 }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONFailure) -> JSON {
    let end = index + word.utf8CodeUnitCount
    guard end <= bytes.count, word.withUTF8Buffer({ bytes[index..<end].elementsEqual($0) })
    else { throw .malformed }
    index = end
    return value
  }
}

extension JSONReader {
  private mutating func string() throws(JSONFailure) -> String {
    guard current == UInt8(ascii: "\"") else { throw .malformed }
    index += 1
    var text: [UInt8] = []
    while let byte = current {
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else { throw .malformed }
        return string
      case UInt8(ascii: "\\"): try unescape(into: &text)
      case 0..<0x20: throw .malformed
      default: text.append(byte)
      }
    }
    throw .malformed
  }

  private mutating func unescape(into text: inout [UInt8]) throws(JSONFailure) {
    guard let byte = current else { throw .malformed }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += UTF8.encode(try escapedScalar()).map(Array.init) ?? []
    default: throw .malformed
    }
  }

  /// The character that one or two `\u` escapes stand for; a lone surrogate stands for none.
  private mutating func escapedScalar() throws(JSONFailure) -> Unicode.Scalar {
    let first = try fourDigits()
    guard (0xD800..<0xDC00).contains(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw .malformed }
      return scalar
    }
    guard current == UInt8(ascii: "\\") else { throw .malformed }
    index += 1
    guard current == UInt8(ascii: "u") else { throw .malformed }
    index += 1
    let second = try fourDigits()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw .malformed }
    return scalar
  }

  private mutating func fourDigits() throws(JSONFailure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = current.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw .malformed
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  private mutating func number() throws(JSONFailure) -> JSON {
    let start = index
    skip("-")
    if !skip("0") { try skipDigits() }
    var isWhole = true
    if skip(".") {
      try skipDigits()
      isWhole = false
    }
    if skip("e") || skip("E") {
      if !skip("+") { skip("-") }
      try skipDigits()
      isWhole = false
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let integer = Int64(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else { throw .malformed }
    return .number(number)
  }

  @discardableResult
  private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  /// Goes past at least one digit.
  private mutating func skipDigits() throws(JSONFailure) {
    let start = index
    while let byte = current, (0x30...0x39).contains(byte) { index += 1 }
    guard index > start else { throw .malformed }
  }
}
