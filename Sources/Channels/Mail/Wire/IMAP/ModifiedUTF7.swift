import Foundation

/// How IMAP writes folder names (RFC 3501, section 5.1.3).
enum ModifiedUTF7 {
  /// Reads a name; one that breaks the rules is given as it is, since servers have such, too.
  static func decode(_ name: String) -> String {
    var decoded = ""
    var rest = name[...]
    while let start = rest.firstIndex(of: "&") {
      guard let end = rest[start...].firstIndex(of: "-") else { return name }
      decoded += rest[..<start]
      let shifted = rest[start..<end].dropFirst()
      guard let text = shifted.isEmpty ? "&" : decode(shifted: shifted) else { return name }
      decoded += text
      rest = rest[end...].dropFirst()
    }
    return decoded + rest
  }

  static func encode(_ name: String) -> String {
    var encoded = ""
    var shifted: [UInt16] = []
    for scalar in name.unicodeScalars {
      guard (0x20...0x7E).contains(scalar.value) else {
        shifted += UTF16.encode(scalar).map { Array($0) } ?? []
        continue
      }
      encoded += encode(shifted: shifted)
      shifted = []
      encoded += scalar == "&" ? "&-" : String(scalar)
    }
    return encoded + encode(shifted: shifted)
  }

  private static func decode(shifted: Substring) -> String? {
    let base64 = shifted.replacing(",", with: "/")
    let padding = String(repeating: "=", count: (4 - base64.count % 4) % 4)
    guard let bytes = Data(base64Encoded: base64 + padding), bytes.count.isMultiple(of: 2) else {
      return nil
    }
    let units = stride(from: 0, to: bytes.count, by: 2).map { index in
      UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
    return String(validating: units, as: UTF16.self)
  }

  private static func encode(shifted: [UInt16]) -> String {
    guard !shifted.isEmpty else { return "" }
    let bytes = Data(shifted.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    let base64 = bytes.base64EncodedString().prefix { $0 != "=" }
    return "&\(base64.replacing("/", with: ","))-"
  }
}
