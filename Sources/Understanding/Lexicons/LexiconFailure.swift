/// What is wrong with a lexicon's source.
package enum LexiconFailure: Error, Equatable, Sendable {
  /// A phrase stands before the first `[concept]`.
  case phraseWithoutConcept(line: Int)
  /// A phrase has no word, or more than ``Lexicon/phraseLimit``.
  case unusablePhrase(String, line: Int)
  case tooManyConcepts
}
