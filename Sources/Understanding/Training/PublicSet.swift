/// A free set of labelled texts, and how its labels are read.
///
/// The mapping is proposed by those who gathered the sets; see the model's card for the licences.
package struct PublicSet: Sendable {
  /// How the labels of a set are to be understood.
  package enum Scheme: Sendable {
    /// 28 emotions of GoEmotions.
    case goEmotions
    /// Plutchik's eight, projected onto subtitles.
    case xed
    /// Six emotions of posts and stories.
    case sixEmotions
    /// The same of sentences that were made up.
    case sentences
    /// Plain questions and requests to a service.
    case service
  }

  package let scheme: Scheme

  package init(_ scheme: Scheme) { self.scheme = scheme }

  /// What its texts are, or `nil` if they are like nothing that people send.
  var kind: TextKind? {
    switch scheme {
    case .goEmotions: .posts
    case .sixEmotions: .stories
    case .xed: .talk
    case .service: .service
    case .sentences: nil
    }
  }

  /// From a label of the set to the name of a column.
  var columns: [String: String] {
    switch scheme {
    case .goEmotions: Self.goEmotions
    case .xed, .sixEmotions, .sentences: Self.basic
    case .service: [:]
    }
  }

  /// The columns of which the absence of a label says something too.
  var knownColumns: Set<String> { Set(columns.values) }

  /// The feeling as a whole, or `nil` where the labels say both or nothing about it.
  package func polarity(_ labels: [Substring]) -> Polarity? {
    if case .service = scheme { return nil }
    let isPositive = labels.contains { Self.positive.contains($0) }
    let isNegative = labels.contains { Self.negative.contains($0) }
    switch (isPositive, isNegative) {
    case (true, true): return nil
    case (true, false): return .positive
    case (false, true): return .negative
    case (false, false): return labels.contains("neutral") ? .neutral : nil
    }
  }

  private static let basic = [
    "anger": "anger", "disgust": "anger", "fear": "anxiety", "sadness": "sadness",
    "surprise": "surprise", "joy": "delight",
  ]

  private static let goEmotions = [
    "anger": "anger", "disgust": "anger", "annoyance": "frustration",
    "disapproval": "frustration", "disappointment": "disappointment", "sadness": "sadness",
    "grief": "sadness", "remorse": "sadness", "embarrassment": "sadness", "fear": "anxiety",
    "nervousness": "anxiety", "confusion": "confusion", "surprise": "surprise",
    "realization": "surprise", "joy": "delight", "excitement": "delight",
    "amusement": "delight", "admiration": "appreciation", "approval": "appreciation",
    "pride": "appreciation", "optimism": "appreciation", "gratitude": "gratitude",
    "love": "affection", "caring": "affection", "relief": "relief",
  ]

  private static let positive: Set<Substring> = [
    "admiration", "amusement", "approval", "caring", "desire", "excitement", "gratitude", "joy",
    "love", "optimism", "pride", "relief", "anticipation", "trust",
  ]

  private static let negative: Set<Substring> = [
    "anger", "annoyance", "disappointment", "disapproval", "disgust", "embarrassment", "fear",
    "grief", "nervousness", "remorse", "sadness",
  ]
}
