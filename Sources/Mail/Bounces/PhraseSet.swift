/// Phrases that are looked for all at once, each of three bytes and more.
struct PhraseSet: Sendable {
  /// Whether a phrase begins with three bytes of that hash: few places of a text get any further.
  private var isStart = Array(repeating: false, count: slots)
  /// By the hash of their first three bytes.
  private var phrases: [Int: [[UInt8]]] = [:]

  private static let slots = 4_096

  init(_ phrases: [String]) {
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      guard bytes.count >= 3 else { continue }
      let slot = Self.slot(bytes[0], bytes[1], bytes[2])
      isStart[slot] = true
      self.phrases[slot, default: []].append(bytes)
    }
  }

  /// Whether one of them stands anywhere in a text of the same case.
  func occurs(in text: String) -> Bool { occurs(in: Array(text.utf8)[...]) }

  /// Whether one of them stands anywhere in a text of the same case.
  func occurs(in text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 3 else { return false }
    for index in text.startIndex..<(text.endIndex - 2) {
      let slot = Self.slot(text[index], text[index + 1], text[index + 2])
      guard isStart[slot], let candidates = phrases[slot] else { continue }
      if candidates.contains(where: { text[index...].starts(with: $0) }) { return true }
    }
    return false
  }

  /// The phrases that a text of the same case begins with.
  func openings(of text: [UInt8]) -> [[UInt8]] {
    guard text.count >= 3 else { return [] }
    return phrases[Self.slot(text[0], text[1], text[2])]?.filter(text.starts) ?? []
  }

  private static func slot(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    (Int(first) ^ Int(second) << 3 ^ Int(third) << 6) & (slots - 1)
  }
}
