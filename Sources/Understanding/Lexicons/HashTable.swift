/// A map from 32-bit hashes to numbers, read in a few nanoseconds and stored as it is.
///
/// Keys are hashes already, so two things with one hash are one: with some ten thousand entries
/// that befalls one lookup in a hundred thousand.
struct HashTable: Sendable {
  /// Pairs of key and value; the value 0 marks an empty place.
  private(set) var slots: [UInt32]
  private let capacity: Int
  /// One bit for each of many classes of keys, set where a key may be there: most lookups are in
  /// vain, and this is small enough to stay near.
  private var filter: [UInt64]

  /// Takes entries whose values are above 0; of equal keys the first counts.
  init(_ entries: [(key: UInt32, value: UInt32)]) {
    capacity = max(16, entries.count * 4 / 3 + 1)
    slots = Array(repeating: 0, count: capacity * 2)
    filter = Self.emptyFilter(capacity)
    for entry in entries where entry.value > 0 { insert(entry.key, entry.value) }
  }

  /// Reads what ``slots`` held.
  ///
  /// - Returns: `nil` if these are no pairs, or no place is empty.
  init?(slots: [UInt32]) {
    guard slots.count >= 32, slots.count % 2 == 0,
      stride(from: 1, to: slots.count, by: 2).contains(where: { slots[$0] == 0 })
    else { return nil }
    self.slots = slots
    capacity = slots.count / 2
    filter = Self.emptyFilter(capacity)
    for slot in 0..<capacity where slots[slot * 2 + 1] != 0 { admit(slots[slot * 2]) }
  }

  /// As many bits as the next power of two above eight times the places.
  private static func emptyFilter(_ capacity: Int) -> [UInt64] {
    let words = max(1, capacity / 8)
    return Array(repeating: 0, count: 1 << (Int.bitWidth - words.leadingZeroBitCount))
  }

  private mutating func admit(_ key: UInt32) {
    let bit = spread(key) & (filter.count * 64 - 1)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  @inline(__always)
  private func mayHold(_ key: UInt32) -> Bool {
    let bit = spread(key) & (filter.count * 64 - 1)
    return filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  @inline(__always)
  private func spread(_ key: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// The value of a key, or 0.
  @inline(__always)
  func value(_ key: UInt32) -> UInt32 {
    guard mayHold(key) else { return 0 }
    var slot = place(key)
    while slots[slot * 2 + 1] != 0 {
      if slots[slot * 2] == key { return slots[slot * 2 + 1] }
      slot = slot + 1 == capacity ? 0 : slot + 1
    }
    return 0
  }

  /// The largest value of all.
  var largestValue: Int {
    stride(from: 1, to: slots.count, by: 2).reduce(0) { max($0, Int(slots[$1])) }
  }

  /// Where the search for a key begins; keys that are small numbers are spread too.
  @inline(__always)
  private func place(_ key: UInt32) -> Int {
    FeatureHash.row(key &* 0x9E37_79B9, of: capacity)
  }

  private mutating func insert(_ key: UInt32, _ value: UInt32) {
    var slot = place(key)
    while slots[slot * 2 + 1] != 0 {
      if slots[slot * 2] == key { return }
      slot = slot + 1 == capacity ? 0 : slot + 1
    }
    slots[slot * 2] = key
    slots[slot * 2 + 1] = value
    admit(key)
  }
}
