/// Reads the values of a response; takes whatever a server may send, and ends for each input.
struct IMAPValueParser {
  /// The deepest nesting taken; ours need three.
  private static let depthLimit = 32

  private let frame: IMAPFrame
  private var position: Int
  private var literal = 0

  /// Reads from that byte of the text on.
  init(_ frame: IMAPFrame, from position: Int) {
    self.frame = frame
    self.position = position
  }

  /// All values up to the end.
  mutating func values() throws(MailWireFailure) -> [IMAPValue] {
    try values(depth: 0)
  }

  private var next: UInt8? { position < frame.text.count ? frame.text[position] : nil }

  /// Values up to the end of the list at that depth, or of the text at depth 0.
  private mutating func values(depth: Int) throws(MailWireFailure) -> [IMAPValue] {
    guard depth <= Self.depthLimit else { throw .garbled("lists too deep") }
    var values: [IMAPValue] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: " "): position += 1
      case UInt8(ascii: ")") where depth > 0:
        position += 1
        return values
      case UInt8(ascii: ")"): throw .garbled("a list that never began")
      case UInt8(ascii: "("):
        position += 1
        values.append(.list(try self.values(depth: depth + 1)))
      case UInt8(ascii: "\""): values.append(.string(try quoted()))
      case UInt8(ascii: "{"): values.append(.string(try literalValue()))
      default: values.append(try atom())
      }
    }
    guard depth == 0 else { throw .garbled("a list without end") }
    return values
  }

  private mutating func quoted() throws(MailWireFailure) -> [UInt8] {
    position += 1
    var bytes: [UInt8] = []
    while let byte = next {
      position += 1
      if byte == UInt8(ascii: "\"") { return bytes }
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      guard let escaped = next else { break }
      position += 1
      bytes.append(escaped)
    }
    throw .garbled("a text without closing quote")
  }

  private mutating func literalValue() throws(MailWireFailure) -> [UInt8] {
    guard let end = frame.text[position...].firstIndex(of: UInt8(ascii: "}")),
      literal < frame.literals.count
    else { throw .garbled("a literal without bytes") }
    defer { literal += 1 }
    position = end + 1
    return frame.literals[literal]
  }

  private mutating func atom() throws(MailWireFailure) -> IMAPValue {
    let end = atomEnd(brackets: true) ?? atomEnd(brackets: false) ?? frame.text.count
    guard end > position else { throw .garbled("nothing where a word should be") }
    let text = String(decoding: frame.text[position..<end], as: UTF8.self)
    position = end
    return text.uppercased() == "NIL" ? .null : .atom(text)
  }

  /// Where the atom ends; with `brackets`, what they enclose belongs to it, and `nil` says that one
  /// is never closed.
  private func atomEnd(brackets: Bool) -> Int? {
    var depth = 0
    for index in position..<frame.text.count {
      switch frame.text[index] {
      case UInt8(ascii: "[") where brackets: depth += 1
      case UInt8(ascii: "]") where depth > 0: depth -= 1
      case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\""):
        if depth == 0 { return index }
      default: break
      }
    }
    return depth == 0 ? frame.text.count : nil
  }
}
