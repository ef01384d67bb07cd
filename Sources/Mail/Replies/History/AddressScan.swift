/// Finds mail addresses and the brackets around them.
enum AddressScan {
  /// Whether an at sign stands between two characters of an address.
  static func hasAddress(_ content: ArraySlice<UInt8>) -> Bool {
    content.indices.dropFirst().dropLast().contains { index in
      content[index] == UInt8(ascii: "@") && content[index - 1] > 0x20 && content[index + 1] > 0x20
    }
  }

  /// Whether the line opens or closes an angle bracket, literally or as an entity, or links an
  /// address as `[mailto:…]`.
  static func hasBracket(_ content: ArraySlice<UInt8>) -> Bool {
    content.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
      || ByteScan.contains("&lt;", in: content) || ByteScan.contains("[mailto:", in: content)
      || ByteScan.contains("(mailto:", in: content)
  }
}
