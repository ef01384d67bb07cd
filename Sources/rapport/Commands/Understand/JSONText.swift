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
    let sign = thousandths < 0 ? "-" : ""
    let size = abs(thousandths)
    let rest = String(size % 1_000)
    let padded = String(repeating: "0", count: 3 - rest.count) + rest
    let places = padded.reversed().drop { $0 == "0" }.reversed()
    return sign + String(size / 1_000) + (places.isEmpty ? "" : "." + String(places))
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..<" ":
        let code = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
