import Foundation

/// A JSON object being written; several times faster than by way of Foundation.
struct JSONText {
  private var bytes: [UInt8] = [0x7B]

  /// The finished object as UTF-8.
  var object: [UInt8] { bytes + [0x7D] }

  /// Begins a member, whose value must follow by ``raw(_:)``.
  mutating func key(_ name: String) {
    if bytes.count > 1 { bytes.append(0x2C) }
    Self.quote(name, to: &bytes)
    bytes.append(0x3A)
  }

  mutating func raw(_ json: some Sequence<UInt8>) { bytes.append(contentsOf: json) }

  mutating func add(_ name: String, _ value: String) {
    key(name)
    Self.quote(value, to: &bytes)
  }

  mutating func add(_ name: String, _ value: Bool) {
    key(name)
    raw(value ? "true".utf8 : "false".utf8)
  }

  mutating func add(_ name: String, _ value: Int) {
    key(name)
    raw(String(value).utf8)
  }

  mutating func add(_ name: String, _ value: Double) {
    key(name)
    Self.round(value, to: &bytes)
  }

  mutating func add(_ name: String, _ value: String?) {
    if let value { add(name, value) } else { addNull(name) }
  }

  mutating func add(_ name: String, _ value: Double?) {
    if let value { add(name, value) } else { addNull(name) }
  }

  mutating func add(_ name: String, _ values: [String]) {
    addList(name, values) { Self.quote($0, to: &$1) }
  }

  mutating func add(_ name: String, _ object: JSONText) {
    key(name)
    raw(object.object)
  }

  mutating func add(_ name: String, _ objects: [JSONText]) {
    addList(name, objects) { $1 += $0.object }
  }

  private mutating func addNull(_ name: String) {
    key(name)
    raw("null".utf8)
  }

  private mutating func addList<Value>(
    _ name: String,
    _ values: [Value],
    _ write: (Value, inout [UInt8]) -> Void
  ) {
    key(name)
    bytes.append(0x5B)
    for (place, value) in values.enumerated() {
      if place > 0 { bytes.append(0x2C) }
      write(value, &bytes)
    }
    bytes.append(0x5D)
  }

  /// Copies the members of an object except some, in the order of their names.
  mutating func pass(_ object: [String: Any], except: Set<String>, unless own: Set<String>) {
    for (name, value) in object.sorted(by: { $0.key < $1.key })
    where !except.contains(name) && !own.contains(name) {
      let options: JSONSerialization.WritingOptions = [.fragmentsAllowed, .sortedKeys]
      guard let data = try? JSONSerialization.data(withJSONObject: value, options: options) else {
        continue  // nothing is lost: what was parsed can be written
      }
      key(name)
      raw(data)
    }
  }

  /// Rounded to three places.
  private static func round(_ value: Double, to bytes: inout [UInt8]) {
    let thousandths = Int((value * 1_000).rounded())
    let size = abs(thousandths)
    if thousandths < 0 { bytes.append(0x2D) }
    bytes += String(size / 1_000).utf8
    var rest = size % 1_000
    if rest > 0 { bytes.append(0x2E) }
    var place = 100
    while rest > 0 {
      bytes.append(0x30 + UInt8(rest / place))
      rest %= place
      place /= 10
    }
  }

  private static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22: bytes += [0x5C, 0x22]
      case 0x5C: bytes += [0x5C, 0x5C]
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case ..<0x20:
        bytes += (byte < 0x10 ? "\\u000" : "\\u00").utf8
        bytes += String(byte, radix: 16).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
