/// The word that is being read.
struct OpenWord {
  private var utf8: [UInt8] = []
  private var scalarCount = 0
  private var kind: SearchWord.Kind?

  var isEmpty: Bool { kind == nil }

  /// The word is what French writes before an apostrophe in place of a whole word.
  var isElision: Bool {
    switch utf8.count {
    case 1: "cdjlmnst".utf8.contains(utf8[0])
    case 2: utf8.elementsEqual("qu".utf8)
    default: false
    }
  }

  /// Whether a scalar of `next` begins another word though nothing stands between.
  func isParted(from next: ScalarClass) -> Bool {
    guard let kind else { return false }
    return (kind == .arabic) != (next == .arabic)
  }

  /// Adds a letter, digit or mark; whatever exceeds ``SearchWord/scalarLimit`` is ignored.
  mutating func append(_ next: FoldedScalar) {
    kind = Self.kind(of: kind, with: next.scalarClass)
    guard scalarCount < SearchWord.scalarLimit else { return }
    scalarCount += 1
    utf8.append(next.scalar)
  }

  /// Empties the word.
  ///
  /// - Returns: what it was, or `nil` if it was empty.
  mutating func close() -> SearchWord? {
    guard let kind else { return nil }
    let finished = SearchWord(text: String(decoding: utf8, as: UTF8.self), kind: kind)
    utf8.removeAll(keepingCapacity: true)
    scalarCount = 0
    self.kind = nil
    return finished
  }

  private static func kind(
    of word: SearchWord.Kind?,
    with next: ScalarClass
  ) -> SearchWord.Kind {
    let letter: SearchWord.Kind =
      switch next {
      case .mark: word ?? .unstemmed
      case .latin: .latin
      case .greek: .greek
      case .cyrillic: .cyrillic
      case .arabic: .arabic
      default: .unstemmed
      }
    return word == nil || word == letter ? letter : .unstemmed
  }
}
