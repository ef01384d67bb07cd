/// Questions about UTF-8 bytes that need no decoding of the rest.
enum ByteScan {
  /// The bytes of the white space or invisible mark at the start, 0 if there is none.
  static func invisibleWidth(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    if first <= 0x20 { return 1 }
    return [2, 3].first { isInvisible(bytes.prefix($0), width: $0) } ?? 0
  }

  /// The bytes of the white space or invisible mark at the end, 0 if there is none.
  static func trailingInvisibleWidth(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let last = bytes.last else { return 0 }
    if last <= 0x20 { return 1 }
    return [2, 3].first { isInvisible(bytes.suffix($0), width: $0) } ?? 0
  }

  /// No-break space, soft hyphen and Arabic letter mark; spaces and direction marks of the
  /// general punctuation block; ideographic space; byte order mark.
  private static func isInvisible(_ bytes: ArraySlice<UInt8>, width: Int) -> Bool {
    guard bytes.count == width, let first = bytes.first else { return false }
    let rest = bytes.dropFirst()
    switch (first, rest.first ?? 0, rest.dropFirst().first) {
    case (0xC2, 0xA0, nil), (0xC2, 0xAD, nil), (0xD8, 0x9C, nil): return true
    case (0xE2, 0x80, .some(0x80...0x8F)), (0xE2, 0x80, .some(0xA8...0xAF)): return true
    case (0xE2, 0x81, .some(0x9F...0xAF)), (0xE3, 0x80, .some(0x80)): return true
    case (0xEF, 0xBB, .some(0xBF)): return true
    default: return false
    }
  }

  /// The length in bytes of one dash-like scalar at the start, 0 if there is none.
  ///
  /// Hyphen-minus, the hyphens and dashes U+2010 to U+2015, the box rule and the minus sign.
  static func dashWidth(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    if first == UInt8(ascii: "-") { return 1 }
    guard first == 0xE2, bytes.count >= 3 else { return 0 }
    let (second, third) = (bytes[bytes.startIndex + 1], bytes[bytes.startIndex + 2])
    switch (second, third) {
    case (0x80, 0x90...0x95), (0x94, 0x80...0x81), (0x88, 0x92): return 3
    default: return 0
    }
  }

  /// The length in bytes of one mark that rules are drawn with at the start, 0 if there is none.
  static func ruleWidth(_ bytes: ArraySlice<UInt8>) -> Int {
    switch bytes.first {
    case UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "~"),
      UInt8(ascii: "#"), UInt8(ascii: "+"):
      1
    default: dashWidth(bytes)
    }
  }

  /// The number of marks of the rule that opens `bytes`, and their length in bytes.
  static func leadingRule(_ bytes: ArraySlice<UInt8>) -> (marks: Int, width: Int) {
    var (marks, rest) = (0, bytes)
    while case let width = ruleWidth(rest), width > 0 {
      rest = rest.dropFirst(width)
      marks += 1
    }
    return (marks, bytes.count - rest.count)
  }

  /// The value of the scalar at a place in valid UTF-8, and its length in bytes.
  static func scalar(in bytes: [UInt8], at index: Int) -> (value: UInt32, width: Int) {
    let first = bytes[index]
    guard first >= 0xC0 else { return (UInt32(first), 1) }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let lead = UInt32(first) & (0x7F >> UInt32(width))
    let rest = bytes[index + 1..<min(bytes.count, index + width)]
    return (rest.reduce(lead) { $0 << 6 | UInt32($1) & 0x3F }, rest.count + 1)
  }

  /// Whether `bytes` begin with `mark`.
  static func starts(_ bytes: ArraySlice<UInt8>, with mark: StaticString) -> Bool {
    mark.withUTF8Buffer { bytes.starts(with: $0) }
  }

  /// Whether `bytes` hold the ASCII text `needle`.
  static func contains(_ needle: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
    needle.withUTF8Buffer { needle in
      guard let first = needle.first, bytes.count >= needle.count else { return false }
      let end = bytes.endIndex - needle.count
      return (bytes.startIndex...end).contains { start in
        bytes[start] == first && bytes[start..<start + needle.count].elementsEqual(needle)
      }
    }
  }
}
