import Text

/// Groups texts that are nearly the same, so that none is both learned from and tested on.
///
/// By MinHash over runs of three words (Broder, 1997): texts that agree in one of four bands of
/// three hashes are one group, and so are those that a third one joins.
enum NearDuplicates {
  private static let bands = 4
  private static let hashesPerBand = 3

  /// For each text the number of its group, which is the index of a text in it.
  static func groups(_ texts: [String]) -> [Int] {
    var parents = Array(texts.indices)
    var firsts: [UInt64: Int] = [:]
    for (index, text) in texts.enumerated() {
      let shingles = shingles(TokenisedText(text))
      for band in 0..<bands {
        let key = signature(shingles, band)
        if let first = firsts[key] {
          parents[root(index, &parents)] = root(first, &parents)
        } else {
          firsts[key] = index
        }
      }
    }
    return texts.indices.map { root($0, &parents) }
  }

  private static func root(_ index: Int, _ parents: inout [Int]) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  private static func shingles(_ text: TokenisedText) -> [UInt64] {
    let words = text.tokens.filter { $0.isWord || $0.kind == .number }.map { token in
      WordForms.hash(text.scalars[token.folded], seed: 71)
    }
    return words.indices.map { start in
      var hash = FeatureHash(seed: 72)
      for word in words[start..<min(start + 3, words.count)] { hash.add(UInt64(word)) }
      return UInt64(hash.value)
    }
  }

  private static func signature(_ shingles: [UInt64], _ band: Int) -> UInt64 {
    var signature = UInt64(band)
    for row in 0..<hashesPerBand {
      let seed = UInt64(band * hashesPerBand + row)
      let least = shingles.map { shingle in
        var random = SplitMix(seed: shingle << 8 | seed)
        return random.next()
      }.min()
      signature = (signature ^ (least ?? 0)) &* 0x9E37_79B9_7F4A_7C15
    }
    return signature
  }
}
