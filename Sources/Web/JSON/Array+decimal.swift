extension [UInt8] {
  /// Appends the number's decimal digits, with zeros in front up to so many digits.
  ///
  /// An identifier has too many for a `String` that needs no allocation.
  mutating func append(decimal number: Int64, digits: Int = 1) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var rest = number.magnitude
    while rest > 0 || count - start < digits {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    self[start...].reverse()
  }
}
