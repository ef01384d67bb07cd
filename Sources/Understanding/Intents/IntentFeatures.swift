import Text

/// Makes the features by which intents are told apart, with English words also by their stems.
struct IntentFeatures {
  private enum Kind {
    static let stem: UInt64 = 81
    static let stemPair: UInt64 = 82
    static let stemSkip: UInt64 = 83
    static let letters: UInt64 = 84
    static let first: UInt64 = 85
    static let length: UInt64 = 86
  }

  /// The hashes of a text's features, each once, in rising order.
  static func hashes(_ text: String) -> [UInt32] {
    let words = SearchWord.cut(NormalisedText(text, scalarLimit: 2_000), limit: 200)
    var stems: [UInt32] = []
    var hashes: Set<UInt32> = []
    for word in words {
      let stem = hash(word.stem, Kind.stem)
      stems.append(stem)
      hashes.insert(stem)
      hashes.insert(hash(word.text, Kind.stem))
      insertRuns(word.text, &hashes)
    }
    for (index, stem) in stems.enumerated() {
      if index > 0 { hashes.insert(FeatureHash.pair(Kind.stemPair, stems[index - 1], stem)) }
      if index > 1 { hashes.insert(FeatureHash.pair(Kind.stemSkip, stems[index - 2], stem)) }
    }
    if let first = stems.first { hashes.insert(FeatureHash.pair(Kind.first, first, 0)) }
    return hashes.sorted()
  }

  private static func hash(_ word: String, _ kind: UInt64) -> UInt32 {
    var hash = FeatureHash(seed: kind)
    for byte in word.utf8 { hash.add(UInt64(byte)) }
    return hash.value
  }

  private static func insertRuns(_ word: String, _ hashes: inout Set<UInt32>) {
    let letters = [1] + word.unicodeScalars.map { UInt64($0.value) } + [1]
    for start in letters.indices {
      var hash = FeatureHash(seed: Kind.letters)
      for place in start..<min(start + 5, letters.count) {
        hash.add(letters[place])
        if place - start >= 2 { hashes.insert(hash.value) }
      }
    }
  }
}
