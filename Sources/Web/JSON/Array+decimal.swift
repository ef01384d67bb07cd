extension [UInt8] {
  /// Appends the number's decimal digits, with zeros in front up to so many digits.
  ///
  /// An identifier has too many for a `String` that needs no allocation.
  mutating func append(decimal number: Int64, digits: Int = 1) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(decimal: number.magnitude, digits: digits)
  }

  private mutating func append(decimal number: UInt64, digits: Int) {
    let (rest, last) = number.quotientAndRemainder(dividingBy: 10)
    if rest > 0 || digits > 1 { append(decimal: rest, digits: digits - 1) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: last))
  }
}
