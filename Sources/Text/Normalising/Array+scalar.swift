extension [UInt8] {
  /// Appends a scalar as UTF-8; several times faster than by way of `UTF8.encode`.
  @inline(__always)
  mutating func append(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0..<0x80:
      append(UInt8(truncatingIfNeeded: value))
    case 0x80..<0x800:
      append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
      appendContinuation(value)
    case 0x800..<0x1_0000:
      append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
      appendContinuation(value >> 6)
      appendContinuation(value)
    default:
      append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
      appendContinuation(value >> 12)
      appendContinuation(value >> 6)
      appendContinuation(value)
    }
  }

  @inline(__always)
  private mutating func appendContinuation(_ value: UInt32) {
    append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
  }
}
