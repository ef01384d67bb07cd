import Text

/// Makes the features by which languages are told apart: runs of one to four letters, and words.
struct LanguageFeatures {
  /// How many words are looked at: more would not change the answer.
  private static let wordLimit = 18
  private static let runLimit = 4

  private enum Kind {
    static let letters: UInt64 = 61
    static let word: UInt64 = 62
    static let kind: UInt64 = 63
  }

  private(set) var features = FeatureSet()

  /// Fills ``features`` with those of a text.
  ///
  /// - Returns: whether the text has any word.
  mutating func extract(_ text: TokenisedText) -> Bool {
    features.removeAll()
    var words = 0
    for token in text.tokens where token.isWord {
      guard words < Self.wordLimit else { break }
      words += 1
      add(text.scalars[token.folded], token.kind)
    }
    return words > 0
  }

  private mutating func add(_ word: ArraySlice<UInt32>, _ kind: Token.Kind) {
    var whole = FeatureHash(seed: Kind.word)
    for value in word { whole.add(UInt64(value)) }
    append(.words, whole.value)
    append(.concepts, FeatureHash.pair(Kind.kind, UInt32(kind.rawValue), 0))
    let count = word.count + 2
    for start in 0..<count {
      var hash = FeatureHash(seed: Kind.letters)
      for place in start..<min(start + Self.runLimit, count) {
        let isEnd = place == 0 || place == count - 1
        hash.add(isEnd ? 1 : UInt64(word[word.startIndex + place - 1]))
        if place > start || !isEnd { append(.letters, hash.value) }
      }
    }
  }

  @inline(__always)
  private mutating func append(_ group: FeatureGroup, _ hash: UInt32) {
    features[group].append(Feature(hash: hash, token: 0, tokenCount: 0))
  }
}
