import Foundation

/// A JSON object being written; several times faster than by way of Foundation.
struct JSONText {
  private var text = "{"
  private var isEmpty = true

  /// The finished object.
  var object: String { text + "}" }

  /// Begins a member, whose value must follow by ``raw(_:)``.
  mutating func key(_ name: String) {
    if !isEmpty { text += "," }
    isEmpty = false
    text += Self.quoted(name) + ":"
  }

  mutating func raw(_ json: String) { text += json }

  mutating func add(_ name: String, _ value: String) {
    key(name)
    text += Self.quoted(value)
  }

  mutating func add(_ name: String, _ value: Bool) {
    key(name)
    text += value ? "true" : "false"
  }

  mutating func add(_ name: String, _ value: Double) {
    key(name)
    text += Self.number(value)
  }

  mutating func add(_ name: String, _ values: [String]) {
    key(name)
    text += "[" + values.map(Self.quoted).joined(separator: ",") + "]"
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
      text += String(decoding: data, as: UTF8.self)
    }
  }

  /// Rounded to three places.
  static func number(_ value: Double) -> String {
    let thousandths = Int((value * 1_000).rounded())
    let size = abs(thousandths)
    var digits: [UInt8] = thousandths < 0 ? [0x2D] : []
    digits += Array(String(size / 1_000).utf8)
    var rest = size % 1_000
    if rest > 0 { digits.append(0x2E) }
    var place = 100
    while rest > 0 {
      digits.append(0x30 + UInt8(rest / place))
      rest %= place
      place /= 10
    }
    return String(decoding: digits, as: UTF8.self)
  }

  static func quoted(_ text: String) -> String {
    if !text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 }) {
      return "\"" + text + "\""
    }
    return "\"" + text.unicodeScalars.reduce(into: "") { $0 += escaped($1) } + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{0}"..<" ":
      let code = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - code.count) + code
    default: return String(scalar)
    }
  }
}
