/// Phrases of several languages and the concepts they stand for, compiled for matching.
///
/// A concept (`waiting`, `apology`, `closing_thanks`) is the same in all languages: what a model
/// learns about it from English texts holds for Persian and Greek ones.
package struct Lexicon: Sendable {
  /// The most words in a phrase; longer phrases are refused.
  static let phraseLimit = 8

  /// The most concepts.
  static let conceptLimit = 1_000

  /// The most states; a file that names more is none of ours.
  static let stateLimit = 1_000_000

  /// The names of the concepts; a concept's number is its index.
  package let concepts: [String]

  /// From a word, or the beginning of one, to its number.
  let elements: HashTable
  /// From a state and a word's number to the next state; state 0 is the beginning.
  let transitions: HashTable
  /// From a state to one more than the first place in ``endings``.
  let firstEndings: HashTable
  /// The concepts of states that end a phrase, each list closed by ``Lexicon/endMark``.
  let endings: [UInt32]

  /// By number; what ``transitions`` and ``firstEndings`` say of each, here side by side.
  let states: [State]

  /// What is known of a phrase begun.
  struct State {
    /// The state behind a gap, or 0.
    let afterGap: UInt32
    /// One more than the first place in ``endings``, or 0.
    let firstEnding: UInt32
  }

  static let endMark = UInt32.max

  init(
    concepts: [String],
    elements: HashTable,
    transitions: HashTable,
    firstEndings: HashTable,
    endings: [UInt32]
  ) {
    self.concepts = concepts
    self.elements = elements
    self.transitions = transitions
    self.firstEndings = firstEndings
    self.endings = endings
    states = (0...UInt32(transitions.largestValue)).map { state in
      State(
        afterGap: transitions.value(Self.key(state: state, element: Self.gapElement)),
        firstEnding: firstEndings.value(state)
      )
    }
  }

  /// The number of the gap that a phrase may contain, which stands for up to two words.
  static let gapElement: UInt32 = 1

  /// The key of a whole word, or of a word's beginning.
  @inline(__always)
  static func key(_ hash: UInt32, isPrefix: Bool) -> UInt32 {
    isPrefix ? FeatureHash.pair(11, hash, 1) : hash
  }

  /// The key of a step from a state over a word.
  @inline(__always)
  static func key(state: UInt32, element: UInt32) -> UInt32 {
    FeatureHash.pair(12, state, element)
  }

  /// The number of a concept, if there is one of this name.
  package func concept(_ name: String) -> Int? { concepts.firstIndex(of: name) }

  /// What a concept is worth between bad and good, which its name tells: `valence-2`, `praise`.
  static func valence(_ concept: String) -> Float {
    if concept.hasPrefix("valence") { return Float(concept.dropFirst(7)) ?? 0 }
    switch concept {
    case "delight", "thanks_deep", "praise": return 1.5
    case "insult", "swear", "anger": return -2
    case "badword", "frustration", "disappointment", "sadness", "distrust", "rude": return -1.2
    default: return 0
    }
  }
}
