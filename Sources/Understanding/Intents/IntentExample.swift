/// What is kept of a text that shows an intent: no word can be read from it.
package struct IntentExample: Sendable, Hashable, Codable {
  /// The name of the intent, or `nil` for a text that is out of scope.
  package let intent: String?
  /// What is kept of the text.
  package let hashes: [UInt32]

  /// Takes the features of a text, of which the first 2,000 scalars count.
  package init(_ text: String, intent: String?) {
    self.intent = intent
    hashes = IntentFeatures.hashes(text)
  }

  /// Takes up an example that was kept before.
  package init(intent: String?, hashes: [UInt32]) {
    self.intent = intent
    self.hashes = hashes
  }
}
