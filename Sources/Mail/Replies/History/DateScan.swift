/// Finds dates and times of day by the shape of their digits.
enum DateScan {
  /// Whether the line holds a time (`18:30`, `18.30`, `10h30`), a date in figures or a year.
  ///
  /// - Parameter text: In normalised spelling, in which all digits are ASCII.
  /// - Returns: `false` for digits that are no more than a number.
  static func hasDate(_ text: String) -> Bool { hasDate(Array(text.utf8)) }

  private static func hasDate(_ bytes: [UInt8]) -> Bool {
    var at = 0
    var before: (value: Int, length: Int, end: Int)?
    while at < bytes.count {
      guard let number = number(in: bytes, at: at) else {
        at += 1
        continue
      }
      if isYear(number.value, length: number.length) { return true }
      if let before, before.end + 1 == at, pairs(before, bytes[before.end], number) { return true }
      before = (number.value, number.length, number.end)
      at = number.end
    }
    return false
  }

  private static func number(
    in bytes: [UInt8],
    at start: Int
  ) -> (value: Int, length: Int, end: Int)? {
    var (value, end) = (0, start)
    while end < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) {
      if end - start < 9 { value = value * 10 + Int(bytes[end] - UInt8(ascii: "0")) }
      end += 1
    }
    return end > start ? (value, end - start, end) : nil
  }

  /// Gregorian years of mail, and those of the Persian, Islamic and Thai calendars.
  private static func isYear(_ value: Int, length: Int) -> Bool {
    guard length == 4 else { return false }
    return switch value {
    case 1970...2099, 1370...1499, 2510...2640: true
    default: false
    }
  }

  private static func pairs(
    _ first: (value: Int, length: Int, end: Int),
    _ separator: UInt8,
    _ second: (value: Int, length: Int, end: Int)
  ) -> Bool {
    guard first.length <= 2, second.length <= 2 else { return false }
    switch separator {
    case UInt8(ascii: ":"), UInt8(ascii: "h"):
      return first.value < 25 && second.value < 60 && second.length == 2
    case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"):
      return (first.value <= 31 && second.value <= 59)
    default: return false
    }
  }
}
