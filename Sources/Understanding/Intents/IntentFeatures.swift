import Text

/// Makes the features by which intents are told apart, with words by their stems.
struct IntentFeatures {
  /// What a feature is of; the two highest bits of its hash.
  ///
  /// Each kind has its share of a text's vector, however many features of it there are, so that the
  /// many runs of letters do not outvote the few words.
  enum Kind: UInt32, CaseIterable {
    case stem
    case pair
    case skip
    case run

    init(of hash: UInt32) { self = Self(rawValue: hash >> 30) ?? .stem }

    /// The kind's part in the likeness of two texts; all of them add up to 1.
    var share: Float {
      switch self {
      case .stem, .run: 4 / 11
      case .pair: 2 / 11
      case .skip: 1 / 11
      }
    }
  }

  private static let runLengths = 3...5

  /// The hashes of a text's features, each once, in rising order, so those of a kind together.
  static func hashes(_ text: String) -> [UInt32] {
    let words = SearchWord.cut(NormalisedText(text, scalarLimit: 2_000), limit: 200)
    var stems: [UInt32] = []
    var hashes: Set<UInt32> = []
    for word in words {
      var hash = FeatureHash(seed: seed(.stem))
      for byte in word.stem.utf8 { hash.add(UInt64(byte)) }
      stems.append(mark(hash.value, .stem))
      insertRuns(word.text, &hashes)
    }
    for (index, stem) in stems.enumerated() {
      hashes.insert(stem)
      if index > 0 { hashes.insert(join(stems[index - 1], stem, .pair)) }
      if index > 1 { hashes.insert(join(stems[index - 2], stem, .skip)) }
    }
    return hashes.sorted()
  }

  private static func seed(_ kind: Kind) -> UInt64 { 81 + UInt64(kind.rawValue) }

  private static func mark(_ hash: UInt32, _ kind: Kind) -> UInt32 {
    kind.rawValue << 30 | hash >> 2
  }

  private static func join(_ first: UInt32, _ second: UInt32, _ kind: Kind) -> UInt32 {
    mark(FeatureHash.pair(seed(kind), first, second), kind)
  }

  private static func insertRuns(_ word: String, _ hashes: inout Set<UInt32>) {
    let letters = [1] + word.unicodeScalars.map { UInt64($0.value) } + [1]
    for start in letters.indices {
      var hash = FeatureHash(seed: seed(.run))
      for place in start..<min(start + runLengths.upperBound, letters.count) {
        hash.add(letters[place])
        if place - start + 1 >= runLengths.lowerBound { hashes.insert(mark(hash.value, .run)) }
      }
    }
  }
}
