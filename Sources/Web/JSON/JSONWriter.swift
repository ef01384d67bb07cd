package import ServiceDesk
package import Storage

/// Writes JSON straight into bytes.
///
/// Lists of fifty conversations are what agents look at all day; going through `Encodable` takes
/// several times as long.
package struct JSONWriter: ~Copyable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init(capacity: Int = 1_024) { bytes.reserveCapacity(capacity) }

  /// What was written, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
    try enclosed(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), members)
  }

  package mutating func array<Item>(
    _ items: some Sequence<Item>,
    _ write: (inout JSONWriter, Item) throws -> Void
  ) rethrows {
    try enclosed(open: UInt8(ascii: "["), close: UInt8(ascii: "]")) { json in
      for item in items { try write(&json, item) }
    }
  }

  /// Writes a member's name; its value must follow.
  package mutating func name(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member's name that is no constant; its value must follow.
  package mutating func name(_ name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func value(_ text: String) {
    quoted { json in
      var text = text
      text.withUTF8 { utf8 in
        // What needs no escaping, nearly all of it, is copied in one go.
        var rest = utf8[...]
        while let index = rest.firstIndex(where: Self.isEscaped) {
          json.bytes.append(contentsOf: rest[..<index])
          json.escape(rest[index])
          rest = rest[(index + 1)...]
        }
        json.bytes.append(contentsOf: rest)
      }
    }
  }

  /// Writes an identifier, which is a string in JSON.
  package mutating func value<Of>(_ id: ID<Of>) {
    quoted { $0.bytes.append(decimal: id.raw) }
  }

  package mutating func value(_ time: Timestamp) {
    quoted { $0.bytes.append(rfc3339: time) }
  }

  package mutating func value(_ integer: Int) {
    separate()
    bytes.append(decimal: Int64(integer))
  }

  /// A finite number; anything else has no JSON and becomes null.
  package mutating func value(_ number: Double) {
    if let integer = Int(exactly: number) {
      value(integer)
    } else {
      raw(number.isFinite ? String(number) : "null")
    }
  }

  package mutating func value(_ flag: Bool) { raw(flag ? "true" : "false") }

  package mutating func null() { raw("null") }

  /// Writes a value that is JSON already.
  package mutating func raw(_ json: String) {
    separate()
    bytes.append(contentsOf: json.utf8)
  }

  private mutating func enclosed(
    open: UInt8,
    close: UInt8,
    _ content: (inout JSONWriter) throws -> Void
  ) rethrows {
    separate()
    bytes.append(open)
    needsComma = false
    try content(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func quoted(_ content: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    content(&self)
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
    case 0..<0x20:
      let digits = String(byte, radix: 16)
      bytes.append(contentsOf: (byte < 16 ? "\\u000" : "\\u00").utf8)
      bytes.append(contentsOf: digits.utf8)
    default:
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    }
  }
}

extension JSONWriter {
  package mutating func member(_ name: StaticString, _ text: String?) {
    self.name(name)
    if let text { value(text) } else { null() }
  }

  package mutating func member(_ name: StaticString, _ integer: Int) {
    self.name(name)
    value(integer)
  }

  package mutating func member(_ name: StaticString, _ flag: Bool) {
    self.name(name)
    value(flag)
  }

  package mutating func member<Of>(_ name: StaticString, _ id: ID<Of>?) {
    self.name(name)
    if let id { value(id) } else { null() }
  }

  package mutating func member(_ name: StaticString, _ time: Timestamp?) {
    self.name(name)
    if let time { value(time) } else { null() }
  }
}
