extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let escape: UInt8 = 0x1b
  static let space = UInt8(ascii: " ")
  static let colon = UInt8(ascii: ":")

  /// Space or tab, or what has no business in a header and is treated alike.
  var isWhiteSpace: Bool { self == .space || self == .tab || self == 0 }
}

extension ArraySlice<UInt8> {
  func trimmingWhiteSpace() -> ArraySlice<UInt8> {
    guard let first = firstIndex(where: { !$0.isWhiteSpace }),
      let last = lastIndex(where: { !$0.isWhiteSpace })
    else { return [] }
    return self[first...last]
  }
}
