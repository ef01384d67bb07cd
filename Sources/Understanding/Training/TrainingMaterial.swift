/// All that a model learns from.
package struct TrainingMaterial: Sendable {
  /// A text with labels as its set writes them.
  package struct Text: Sendable {
    package let text: String
    package let labels: [Substring]

    package init(text: String, labels: [Substring]) {
      self.text = text
      self.labels = labels
    }
  }

  /// Texts of one free set.
  package struct Set: Sendable {
    package let name: String
    package let scheme: PublicSet
    package let texts: [Text]
    /// How much each of its texts counts.
    package let weight: Float

    package init(name: String, scheme: PublicSet, texts: [Text], weight: Float) {
      self.name = name
      self.scheme = scheme
      self.texts = texts
      self.weight = weight
    }
  }

  package var messages: [LabelledMessage]
  package var replies: [LabelledReply]
  package var sets: [Set]
  /// Texts whose one label is a language's code.
  package var languages: [Text]
  /// The sources of the lexicon, in order.
  package var lexicons: [String]

  package init(
    messages: [LabelledMessage],
    replies: [LabelledReply],
    sets: [Set],
    languages: [Text],
    lexicons: [String]
  ) {
    self.messages = messages
    self.replies = replies
    self.sets = sets
    self.languages = languages
    self.lexicons = lexicons
  }
}
