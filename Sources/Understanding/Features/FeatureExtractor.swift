import Text

/// Turns texts into features; keeps its memory from one text to the next.
struct FeatureExtractor {
  /// What kinds of features there are; part of their hashes.
  private enum Kind {
    static let pair: UInt64 = 21
    static let skip: UInt64 = 22
    static let beginning: UInt64 = 23
    static let letters: UInt64 = 24
    static let negated: UInt64 = 25
    static let sound: UInt64 = 26
    static let soundPair: UInt64 = 27
    static let triple: UInt64 = 28
    static let first: UInt64 = 29
    static let language: UInt64 = 30
  }

  /// The runs of letters inside a word, its two ends counted as one letter each.
  private static let runLengths = 3...5
  private static let wordBeginning = 5
  /// How many words after a negation are under its influence.
  private static let negationReach = 3

  let lexicon: Lexicon
  private let negator: UInt16?
  private let valences: [Float]
  private(set) var features = FeatureSet()
  private var forms = WordForms()
  private var matcher = LexiconMatcher()
  private var concepts = ConceptFeatures()
  private var scratch: [UInt32] = []

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    negator = lexicon.concept("negator").map { UInt16($0) }
    valences = lexicon.concepts.map(Lexicon.valence)
  }

  /// Fills ``features`` with those of a text in a language, which is a feature itself: how often a
  /// text has no feeling depends on who labelled the texts of its language.
  mutating func extract(_ text: TokenisedText, language: String) {
    extract(text, spelling: LanguageColumns.spelling(language))
    var hash = FeatureHash(seed: Kind.language)
    for byte in language.utf8.prefix(2) { hash.add(UInt64(byte)) }
    add(.concepts, hash.value, 0, 0)
    add(.concepts, FeatureHash.pair(Kind.language, hash.value, 1), 0, 0)
  }

  /// Fills ``features`` with those of a text.
  mutating func extract(_ text: TokenisedText, spelling: WordForms.Spelling) {
    features.removeAll()
    forms.read(text, as: spelling)
    matcher.match(text, forms, lexicon)
    markNegations(text)
    addWords(text)
    concepts.add(matcher.hits, text, valences: valences, to: &features)
  }

  /// The phrases found in the text extracted last.
  var hits: [LexiconMatcher.Hit] { matcher.hits }

  // MARK: Words

  private mutating func addWords(_ text: TokenisedText) {
    var previous: (hash: UInt32, index: Int)?
    var beforeThat: UInt32?
    var isOpening = true
    for (index, token) in text.tokens.enumerated() {
      let hash = forms.hashes[index]
      addWord(hash, index)
      if let previous {
        addPair(previous, hash, index)
        if let beforeThat { addTriple(beforeThat, previous, hash, index) }
      }
      if token.isWord {
        addRuns(index)
        if token.kind == .arabic { addSound(text, token, index) }
        if isOpening { add(.words, FeatureHash.pair(Kind.first, hash, 0), index, 1) }
        isOpening = false
      }
      beforeThat = previous?.hash
      previous = (hash, index)
    }
  }

  @inline(__always)
  private mutating func add(_ group: FeatureGroup, _ hash: UInt32, _ token: Int, _ count: Int) {
    let feature = Feature(
      hash: hash,
      token: UInt16(truncatingIfNeeded: token),
      tokenCount: UInt16(truncatingIfNeeded: count)
    )
    features[group].append(feature)
  }

  private mutating func addWord(_ hash: UInt32, _ index: Int) {
    add(.words, hash, index, 1)
    let range = forms.ranges[index]
    if range.count > Self.wordBeginning {
      var beginning = FeatureHash(seed: Kind.beginning &+ forms.seeds[index] << 8)
      for place in range.prefix(Self.wordBeginning) { beginning.add(UInt64(forms.scalars[place])) }
      add(.words, beginning.value, index, 1)
    }
    if isNegated[index] { add(.words, FeatureHash.pair(Kind.negated, hash, 0), index, 1) }
  }

  private mutating func addPair(
    _ previous: (hash: UInt32, index: Int),
    _ hash: UInt32,
    _ index: Int
  ) {
    add(.words, FeatureHash.pair(Kind.pair, previous.hash, hash), previous.index, 2)
  }

  private mutating func addTriple(
    _ first: UInt32,
    _ previous: (hash: UInt32, index: Int),
    _ hash: UInt32,
    _ index: Int
  ) {
    add(.words, FeatureHash.pair(Kind.skip, first, hash), index - 2, 3)
  }

  /// Adds the consonants of a Persian word, which its Latin spelling has in common.
  private mutating func addSound(_ text: TokenisedText, _ token: Token, _ index: Int) {
    let hash = WordForms.persianSoundHash(text.scalars[token.folded], &scratch)
    add(.words, hash, index, 1)
  }

  private mutating func addRuns(_ index: Int) {
    let range = forms.ranges[index]
    let count = range.count + 2
    let seed = Kind.letters &+ forms.seeds[index] << 8
    for start in 0..<count {
      var hash = FeatureHash(seed: seed)
      for length in 1...Self.runLengths.upperBound {
        let place = start + length - 1
        guard place < count else { break }
        let isEnd = place == 0 || place == count - 1
        hash.add(isEnd ? 1 : UInt64(forms.scalars[range.lowerBound + place - 1]))
        if length >= Self.runLengths.lowerBound { add(.letters, hash.value, index, 1) }
      }
    }
  }

  // MARK: Negation

  private var isNegated: [Bool] = []

  /// Marks the words and phrases that a negation before them turns around.
  ///
  /// In Persian the verb comes last, so there the two words before a negated verb count too.
  private mutating func markNegations(_ text: TokenisedText) {
    isNegated.removeAll(keepingCapacity: true)
    isNegated.append(contentsOf: repeatElement(false, count: text.tokens.count))
    guard let negator else { return }
    for hit in matcher.hits where hit.concept == negator {
      mark(from: hit.tokenEnd, by: 1, text)
      if text.tokens[hit.token].kind == .arabic { mark(from: hit.token - 1, by: -1, text) }
    }
    for (index, hit) in matcher.hits.enumerated() where hit.concept != negator {
      if isNegated[hit.tokenEnd - 1] { matcher.negate(index) }
    }
  }

  private mutating func mark(from start: Int, by step: Int, _ text: TokenisedText) {
    var index = start
    var left = step > 0 ? Self.negationReach : 2
    while left > 0, text.tokens.indices.contains(index) {
      if text.tokens[index].kind == .sign || text.tokens[index].kind == .lineBreak { return }
      isNegated[index] = true
      index += step
      left -= 1
    }
  }
}
