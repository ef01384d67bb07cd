/// The hash by which features are known; part of the model's format, so it never changes.
struct FeatureHash {
  private var state: UInt64

  @inline(__always)
  init(seed: UInt64) { state = (seed &+ 1) &* 0x9E37_79B9_7F4A_7C15 }

  @inline(__always)
  mutating func add(_ value: UInt64) {
    state = (state ^ value) &* 0xD6E8_FEB8_6659_FD93
    state ^= state >> 32
  }

  /// Well mixed in all its bits.
  @inline(__always)
  var value: UInt32 {
    var mixed = state ^ (state >> 29)
    mixed = mixed &* 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }

  /// Of two things in this order.
  @inline(__always)
  static func pair(_ seed: UInt64, _ first: UInt32, _ second: UInt32) -> UInt32 {
    var hash = FeatureHash(seed: seed)
    hash.add(UInt64(first) << 32 | UInt64(second))
    return hash.value
  }

  /// The row of a table with so many rows where a feature lives.
  @inline(__always)
  static func row(_ hash: UInt32, of rows: Int) -> Int {
    Int((UInt64(hash) &* UInt64(rows)) >> 32)
  }
}
