/// The groups in which the features of a text are counted and weighed.
enum FeatureGroup: Int, CaseIterable, Sendable {
  /// Words, their beginnings and their neighbours.
  case words
  /// Runs of letters inside words.
  case letters
  /// What the lexicon knows, signs, and the shape of the whole.
  case concepts
}
