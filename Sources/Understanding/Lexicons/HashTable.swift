/// A map from 32-bit hashes to numbers, read in a few nanoseconds and stored as it is.
///
/// Keys are hashes already, so two things with one hash are one: with some ten thousand entries
/// that befalls one lookup in a hundred thousand.
struct HashTable: Sendable {
  /// Pairs of key and value; the value 0 marks an empty place.
  private(set) var slots: [UInt32]
  private let mask: Int

  /// Takes entries whose values are above 0; of equal keys the first counts.
  init(_ entries: [(key: UInt32, value: UInt32)]) {
    var capacity = 16
    while capacity * 2 < entries.count * 3 { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity * 2)
    mask = capacity - 1
    for entry in entries where entry.value > 0 { insert(entry.key, entry.value) }
  }

  /// Reads what ``slots`` held.
  ///
  /// - Returns: `nil` if the number of slots is not twice a power of two, or none is empty.
  init?(slots: [UInt32]) {
    let capacity = slots.count / 2
    guard capacity >= 16, capacity & (capacity - 1) == 0, slots.count == capacity * 2,
      stride(from: 1, to: slots.count, by: 2).contains(where: { slots[$0] == 0 })
    else { return nil }
    self.slots = slots
    mask = capacity - 1
  }

  /// The value of a key, or 0.
  @inline(__always)
  func value(_ key: UInt32) -> UInt32 {
    var slot = Int(key) & mask
    while slots[slot * 2 + 1] != 0 {
      if slots[slot * 2] == key { return slots[slot * 2 + 1] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  private mutating func insert(_ key: UInt32, _ value: UInt32) {
    var slot = Int(key) & mask
    while slots[slot * 2 + 1] != 0 {
      if slots[slot * 2] == key { return }
      slot = (slot + 1) & mask
    }
    slots[slot * 2] = key
    slots[slot * 2 + 1] = value
  }
}
