/// What a text is taken to be about.
package struct IntentGuess: Sendable, Hashable {
  /// The likeliest intent.
  package let intent: String
  /// How likely it is among the known intents, from 0 to 1.
  package let probability: Double
  /// How much like a known intent the text is at all; compared with a learner's threshold.
  package let confidence: Double
  /// Whether the confidence is enough; else the text is out of scope.
  package let isInScope: Bool
}
