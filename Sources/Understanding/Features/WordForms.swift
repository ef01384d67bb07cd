import Text

/// The spelling of each token that features are made from.
///
/// Greek becomes sound and so do Greek and Persian in Latin letters; all other words stay as
/// folded. Numbers keep only how many digits they have.
struct WordForms {
  /// What is known of the language when forms are made.
  enum Spelling: Sendable {
    case asWritten
    /// Greek in Latin letters.
    case latinGreek
    /// Persian in Latin letters.
    case latinPersian
  }

  private(set) var scalars: [UInt32] = []
  private(set) var ranges: [Range<Int>] = []
  /// One for each token: 0 for signs and the like.
  private(set) var hashes: [UInt32] = []

  /// Seeds that keep words of sounds apart from words that merely look alike.
  private enum Seed {
    static let plain: UInt64 = 1
    static let greek: UInt64 = 2
    static let persian: UInt64 = 3
    static let number: UInt64 = 4
  }

  private(set) var seeds: [UInt64] = []

  mutating func read(_ text: TokenisedText, as spelling: Spelling) {
    scalars.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    seeds.removeAll(keepingCapacity: true)
    for token in text.tokens {
      let start = scalars.count
      let seed = append(token, text.scalars, spelling)
      ranges.append(start..<scalars.count)
      seeds.append(seed)
      hashes.append(Self.hash(scalars[start...], seed: seed))
    }
  }

  /// The hash of a word in a spelling, for what must match a token of a text.
  static func hash(_ word: ArraySlice<UInt32>, seed: UInt64) -> UInt32 {
    var hash = FeatureHash(seed: seed)
    for value in word { hash.add(UInt64(value)) }
    return hash.value
  }

  private mutating func append(
    _ token: Token,
    _ source: [UInt32],
    _ spelling: Spelling
  ) -> UInt64 {
    let word = source[token.folded]
    switch (token.kind, spelling) {
    case (.greek, _):
      GreekSound.append(greek: word, to: &scalars)
      return Seed.greek
    case (.latin, .latinGreek):
      GreekSound.append(latin: word, to: &scalars)
      return Seed.greek
    case (.latin, .latinPersian):
      PersianSound.append(latin: word, to: &scalars)
      return Seed.persian
    case (.number, _):
      scalars.append(UInt32(min(word.count, 5)))
      return Seed.number
    default:
      scalars.append(contentsOf: word)
      return Seed.plain
    }
  }

  /// The consonants of a word of Arabic script, hashed as if written in Latin letters.
  static func persianSoundHash(_ word: ArraySlice<UInt32>, _ scratch: inout [UInt32]) -> UInt32 {
    scratch.removeAll(keepingCapacity: true)
    PersianSound.append(persian: word, to: &scratch)
    return hash(scratch[...], seed: Seed.persian)
  }
}
