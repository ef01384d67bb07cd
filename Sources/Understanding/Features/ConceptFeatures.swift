import Text

/// Makes features of the phrases found in a text, of its signs and of its shape.
struct ConceptFeatures {
  private enum Kind {
    static let alone: UInt64 = 41
    static let inLastSentence: UInt64 = 42
    static let inQuestion: UInt64 = 43
    static let inExclamation: UInt64 = 44
    static let pair: UInt64 = 45
    static let anywhere: UInt64 = 46
    static let shape: UInt64 = 47
    static let inFirstSentence: UInt64 = 48
    static let valence: UInt64 = 49
  }

  /// How many phrases back one is seen together with those before it.
  private static let pairReach = 4

  /// For each token the number of its sentence.
  private var sentences: [Int] = []
  /// For each sentence the sign that ends it.
  private var ends: [UInt64] = []

  /// Adds the features of a text.
  ///
  /// - Parameters:
  ///   - hits: the phrases found in it.
  ///   - text: the text.
  ///   - valences: what each concept is worth between bad and good; 0 for most.
  ///   - set: where the features go.
  mutating func add(
    _ hits: [LexiconMatcher.Hit],
    _ text: TokenisedText,
    valences: [Float],
    to set: inout FeatureSet
  ) {
    findSentences(text)
    addValence(hits, valences, &set)
    for (index, hit) in hits.enumerated() {
      addAlone(hit, &set)
      addPairs(hits, index, &set)
    }
    addShape(text, &set)
  }

  private mutating func findSentences(_ text: TokenisedText) {
    sentences.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var isEnded = false
    var end: UInt64 = 0
    for token in text.tokens {
      let ending = token.endsSentence(in: text)
      if isEnded, !ending, token.kind != .emoji, token.kind != .sign {
        ends.append(end)
        isEnded = false
        end = 0
      }
      if ending {
        isEnded = true
        end = max(end, Self.ending(token, text))
      }
      sentences.append(ends.count)
    }
    ends.append(end)
  }

  /// 2 for a question, 1 for an exclamation, else 0.
  private static func ending(_ token: Token, _ text: TokenisedText) -> UInt64 {
    var ending: UInt64 = 0
    for value in text.scalars[token.folded] {
      switch value {
      case 0x3F, 0x61F, 0x3B: ending = 2
      case 0x21: ending = max(ending, 1)
      default: break
      }
    }
    return ending
  }

  private func code(_ hit: LexiconMatcher.Hit) -> UInt32 {
    UInt32(hit.concept) * 2 + (hit.isNegated ? 1 : 0)
  }

  private func addAlone(_ hit: LexiconMatcher.Hit, _ set: inout FeatureSet) {
    let code = code(hit)
    let sentence = sentences[hit.token]
    append(FeatureHash.pair(Kind.alone, code, 0), hit, &set)
    if sentence == ends.count - 1, sentence > 0 {
      append(FeatureHash.pair(Kind.inLastSentence, code, 0), hit, &set)
    }
    if sentence == 0, ends.count > 1 {
      append(FeatureHash.pair(Kind.inFirstSentence, code, 0), hit, &set)
    }
    if ends[sentence] == 2 { append(FeatureHash.pair(Kind.inQuestion, code, 0), hit, &set) }
    if ends[sentence] == 1 { append(FeatureHash.pair(Kind.inExclamation, code, 0), hit, &set) }
  }

  private func addPairs(
    _ hits: [LexiconMatcher.Hit],
    _ index: Int,
    _ set: inout FeatureSet
  ) {
    let hit = hits[index]
    for other in hits[max(0, index - Self.pairReach)..<index] where other.concept != hit.concept {
      let isNear = sentences[other.token] == sentences[hit.token]
      let kind = isNear ? Kind.pair : Kind.anywhere
      let codes = isNear ? (code(other), code(hit)) : Self.sorted(code(other), code(hit))
      append(FeatureHash.pair(kind, codes.0, codes.1), hit, &set)
    }
  }

  private static func sorted(_ first: UInt32, _ second: UInt32) -> (UInt32, UInt32) {
    first < second ? (first, second) : (second, first)
  }

  private func append(_ hash: UInt32, _ hit: LexiconMatcher.Hit, _ set: inout FeatureSet) {
    let feature = Feature(
      hash: hash,
      token: UInt16(truncatingIfNeeded: hit.token),
      tokenCount: UInt16(truncatingIfNeeded: hit.tokenEnd - hit.token)
    )
    set[.concepts].append(feature)
  }

  // MARK: The whole

  /// Adds the sums of good and bad words, as classes: of the whole text and of its last sentence.
  private func addValence(
    _ hits: [LexiconMatcher.Hit],
    _ valences: [Float],
    _ set: inout FeatureSet
  ) {
    var (good, bad, last): (Float, Float, Float) = (0, 0, 0)
    for hit in hits {
      let valence = valences[Int(hit.concept)] * (hit.isNegated ? -0.7 : 1)
      if valence > 0 { good += valence } else { bad -= valence }
      if sentences[hit.token] == ends.count - 1 { last += valence }
    }
    let total = Self.valenceClass(good - bad)
    let parts = [
      total, 20 + Self.valenceClass(good), 40 + Self.valenceClass(bad),
      60 + Self.valenceClass(last), 80 + total * 20 + Self.valenceClass(last),
    ]
    for part in parts {
      let hash = FeatureHash.pair(Kind.valence, UInt32(part), 0)
      set[.concepts].append(Feature(hash: hash, token: 0, tokenCount: 0))
    }
  }

  /// 6 for nothing, below for bad, above for good, coarser away from the middle.
  private static func valenceClass(_ sum: Float) -> Int {
    let size = abs(sum)
    let level = size < 0.5 ? 0 : size < 1.5 ? 1 : size < 2.5 ? 2 : size < 4 ? 3 : size < 7 ? 4 : 5
    return sum < 0 ? 6 - level : 6 + level
  }

  private func addShape(_ text: TokenisedText, _ set: inout FeatureSet) {
    var counts = TextShape()
    for (index, token) in text.tokens.enumerated() {
      counts.count(token, text)
      if token.isElongated { addTrait(1, 0, index, &set) }
      if token.kind == .emoji { addTrait(2, 0, index, &set) }
    }
    addTrait(3, counts.lengthClass, nil, &set)
    addTrait(4, min(counts.questions, 3), nil, &set)
    addTrait(5, min(counts.exclamations, 4), nil, &set)
    addTrait(6, counts.capitalsClass, nil, &set)
    addTrait(7, min(counts.numbers, 3), nil, &set)
    addTrait(8, min(ends.count, 6), nil, &set)
    addTrait(9, min(counts.lineBreaks, 3), nil, &set)
  }

  private func addTrait(_ trait: UInt32, _ value: Int, _ token: Int?, _ set: inout FeatureSet) {
    let feature = Feature(
      hash: FeatureHash.pair(Kind.shape, trait, UInt32(value)),
      token: UInt16(truncatingIfNeeded: token ?? 0),
      tokenCount: token == nil ? 0 : 1
    )
    set[.concepts].append(feature)
  }
}
