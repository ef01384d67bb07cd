/// The forms that nearly every address field has, read without taking them apart.
enum PlainAddress {
  /// Reads `Sara Lind <sara@example.org>`, the name perhaps in quotes, or an address alone.
  ///
  /// - Returns: `nil` for anything that ``AddressTokens`` should look at.
  static func parse(_ field: String) -> MailAddress? {
    let bytes = Array(field.utf8)
    guard let open = bytes.firstIndex(of: UInt8(ascii: "<")) else {
      return address(bytes[...]).map { MailAddress(address: $0) }
    }
    guard bytes.last == UInt8(ascii: ">"),
      let address = address(bytes[(open + 1)..<(bytes.count - 1)]),
      let name = name(bytes[..<open].trimmingWhiteSpace())
    else { return nil }
    return MailAddress(name: name.isEmpty ? nil : name, address: address)
  }

  /// An address alone that nothing odd stands in or around.
  static func address(_ bytes: ArraySlice<UInt8>) -> String? {
    let at = UInt8(ascii: "@")
    guard bytes.allSatisfy({ $0.isPlain || $0 == at }), bytes.count(where: { $0 == at }) == 1,
      bytes.first != at, bytes.last != at
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
    let quote = UInt8(ascii: "\"")
    let isQuoted = bytes.count > 1 && bytes.first == quote && bytes.last == quote
    let inner = isQuoted ? bytes.dropFirst().dropLast().trimmingWhiteSpace() : bytes
    guard inner.allSatisfy({ isQuoted ? $0.isPlainInQuotes : $0.isPlainInPhrase }) else {
      return nil
    }
    return String(decoding: inner, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isPlain: Bool {
    isPlainLetterOrDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
      || self == UInt8(ascii: "_") || self == UInt8(ascii: "+")
  }

  fileprivate var isPlainInPhrase: Bool {
    isPlain || self == .space || self >= 0x80
  }

  fileprivate var isPlainInQuotes: Bool {
    isPlainInPhrase || self == UInt8(ascii: ",") || self == UInt8(ascii: "@")
      || self == UInt8(ascii: "(") || self == UInt8(ascii: ")") || self == .colon
  }

  private var isPlainLetterOrDigit: Bool {
    (0x61...0x7a).contains(self | 0x20) || (0x30...0x39).contains(self)
  }
}
