/// Phrases that are looked for all at once.
struct PhraseSet: Sendable {
  /// By their first byte.
  private var phrases: [[[UInt8]]] = Array(repeating: [], count: 256)

  init(_ phrases: [String]) {
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      if let first = bytes.first { self.phrases[Int(first)].append(bytes) }
    }
  }

  /// Whether one of them stands anywhere in a text of the same case.
  func occurs(in text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    for index in bytes.indices {
      let candidates = phrases[Int(bytes[index])]
      if candidates.isEmpty { continue }
      if candidates.contains(where: { bytes[index...].starts(with: $0) }) { return true }
    }
    return false
  }
}
