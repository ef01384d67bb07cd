import Foundation

/// Learns what the texts of one account are about from examples, at once, and says when a text is
/// about nothing it knows.
///
/// Two views decide together: a linear model over all intents, and the likeness (cosine of tf·idf)
/// to the most similar examples. A new example takes some milliseconds; the whole state is the
/// list of examples, from which ``init(examples:)`` learns everything again, always the same.
package struct IntentLearner: Sendable {
  /// The most examples; further ones are not taken.
  package static let exampleLimit = 50_000

  /// Few examples are gone over more often than many.
  private static let stepBudget = 60_000
  private static let epochRange = 8...60
  private static let rate: Float = 0.3
  /// How often a single new example is learned.
  private static let repeats = 3
  /// How much the likeness to examples counts beside the linear model.
  private static let likenessWeight: Float = 3
  private static let neighbours = 3

  /// In the order in which they were learned.
  package private(set) var examples: [IntentExample] = []
  /// The known intents in order of their first example.
  package private(set) var intents: [String] = []
  /// Texts whose confidence is below are out of scope.
  package var threshold: Double = 0.225

  private var index = ExampleIndex()
  private var weights = IntentWeights()

  package init() {}

  /// Learns examples in their order.
  package init(examples: [IntentExample]) {
    for example in examples.prefix(Self.exampleLimit) { remember(example) }
    var random = SplitMix(seed: 11)
    let wanted = Self.stepBudget / max(1, self.examples.count)
    let epochs = min(max(wanted, Self.epochRange.lowerBound), Self.epochRange.upperBound)
    for epoch in 0..<epochs {
      let rate = Self.rate * (1 - 0.9 * Float(epoch) / Float(epochs))
      for place in random.permutation(self.examples.count) { study(self.examples[place], rate) }
    }
  }

  /// Learns one more example.
  ///
  /// - Returns: `false` if there are ``exampleLimit`` already.
  @discardableResult
  package mutating func learn(_ example: IntentExample) -> Bool {
    guard examples.count < Self.exampleLimit else { return false }
    remember(example)
    for _ in 0..<Self.repeats { study(example, Self.rate) }
    return true
  }

  /// What a text is about.
  ///
  /// - Returns: `nil` as long as nothing was learned.
  package func guess(_ text: String) -> IntentGuess? {
    guard !intents.isEmpty else { return nil }
    let vector = index.vector(IntentFeatures.hashes(text))
    let (likeness, outside) = likeness(vector)
    var scores = weights.scores(vector, count: intents.count)
    for place in scores.indices { scores[place] += Self.likenessWeight * likeness[place] }
    Probability.normalise(&scores, 0..<scores.count)
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    let near = max(0, likeness[best] - 0.5 * outside)
    let confidence = Double((scores[best] * near).squareRoot())
    return IntentGuess(
      intent: intents[best],
      probability: Double(scores[best]),
      confidence: confidence,
      isInScope: confidence >= threshold
    )
  }

  private mutating func remember(_ example: IntentExample) {
    if let intent = example.intent, !intents.contains(intent) { intents.append(intent) }
    examples.append(example)
    index.add(example.hashes)
  }

  private mutating func study(_ example: IntentExample, _ rate: Float) {
    guard let intent = example.intent, let place = intents.firstIndex(of: intent) else { return }
    weights.learn(index.vector(example.hashes), place, of: intents.count, rate: rate)
  }

  /// For each intent the mean likeness of the most similar examples; the same of out-of-scope ones.
  private func likeness(_ vector: [(feature: UInt32, value: Float)]) -> ([Float], Float) {
    var best = [[Float]](repeating: [], count: intents.count)
    var outside: Float = 0
    let places = Dictionary(uniqueKeysWithValues: intents.enumerated().map { ($1, $0) })
    for (number, value) in index.nearest(vector) {
      guard let intent = examples[number].intent, let place = places[intent] else {
        outside = max(outside, value)
        continue
      }
      if best[place].count < Self.neighbours { best[place].append(value) }
    }
    return (
      best.map { $0.isEmpty ? 0 : 0.6 * $0[0] + 0.4 * $0.reduce(0, +) / Float($0.count) },
      outside
    )
  }
}
