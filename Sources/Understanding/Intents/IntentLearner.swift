import Foundation

/// Learns what the texts of one account are about from examples, at once, and says when a text is
/// about nothing it knows.
///
/// Two views decide together: a linear model over all intents (softmax regression by stochastic
/// gradient), and the likeness (cosine) to the three most similar examples of each. The name of an
/// intent is one more example of it. A new example takes a millisecond; the whole state is the list
/// of examples, from which ``init(examples:)`` learns everything again, always the same.
package struct IntentLearner: Sendable {
  /// The most examples; further ones are not taken.
  package static let exampleLimit = 50_000

  /// Few examples are gone over more often than many.
  private static let stepBudget = 20_000
  private static let epochRange = 12...60
  private static let rate: Float = 4
  /// How often, and at what rate, a single new example is learned.
  private static let repeats = 3
  private static let lateRate: Float = 1
  /// How much the likeness to examples counts beside the linear model.
  private static let likenessWeight: Float = 3
  /// How much the likeness to texts out of scope counts against a guess.
  private static let outsideWeight: Float = 5
  /// The evidence that makes a confidence of a half where each intent has one example.
  ///
  /// It grows with the fifth root of their number: on CLINC150 with 10, 30 and 100 of each, nine
  /// tenths of the texts out of scope stay below 3.1 times that root.
  private static let halfEvidence: Float = 3

  /// In the order in which they were learned.
  package private(set) var examples: [IntentExample] = []
  /// The known intents in order of their first example.
  package private(set) var intents: [String] = []
  /// Texts whose confidence is below are out of scope.
  package var threshold: Double = 0.5

  /// The intent of each example by its number.
  private var places: [Int?] = []
  private var placeOfIntent: [String: Int] = [:]
  /// The names of the intents, each an example.
  private var names: [IntentExample] = []
  private var vocabulary = IntentVocabulary()
  private var index = ExampleIndex()
  private var weights = IntentWeights()

  package init() {}

  /// Learns examples in their order.
  package init(examples: [IntentExample]) {
    for example in examples.prefix(Self.exampleLimit) { remember(example) }
    let vectors = self.examples.map { vocabulary.vector($0.hashes) }
    for vector in vectors { index.add(vector) }
    weights.widen(features: vocabulary.count, intents: intents.count)
    let titles = names.map { vocabulary.vector($0.hashes) }
    var lessons: [(IntentVector, Int)] = []
    for (vector, place) in zip(vectors + titles, places + intents.indices.map(Optional.some)) {
      if let place { lessons.append((vector, place)) }
    }
    study(lessons)
  }

  /// Learns one more example.
  ///
  /// - Returns: `false` if there are ``exampleLimit`` already.
  @discardableResult
  package mutating func learn(_ example: IntentExample) -> Bool {
    guard examples.count < Self.exampleLimit else { return false }
    let known = intents.count
    remember(example)
    let isNew = intents.count > known
    let vector = vocabulary.vector(example.hashes)
    index.add(vector)
    weights.widen(features: vocabulary.count, intents: intents.count)
    guard let place = places[examples.count - 1] else { return true }
    let title = vocabulary.vector(names[place].hashes)
    for _ in 0..<Self.repeats {
      if isNew { weights.learn(title, place, rate: Self.lateRate) }
      weights.learn(vector, place, rate: Self.lateRate)
    }
    return true
  }

  /// What a text is about.
  ///
  /// - Returns: `nil` as long as nothing was learned.
  package func guess(_ text: String) -> IntentGuess? {
    guard !intents.isEmpty else { return nil }
    let vector = vocabulary.vector(IntentFeatures.hashes(text))
    let (likeness, outside) = likeness(vector)
    var scores = weights.scores(vector, count: intents.count)
    for place in scores.indices { scores[place] += Self.likenessWeight * likeness[place] }
    let (best, lead) = lead(scores)
    let evidence = lead * vector.known.squareRoot() - Self.outsideWeight * outside
    let confidence = confidence(evidence)
    Probability.normalise(&scores, 0..<scores.count)
    return IntentGuess(
      intent: intents[best],
      probability: Double(scores[best]),
      confidence: confidence,
      isInScope: confidence >= threshold
    )
  }

  /// The intent with the highest score, and how far it is above the mean and half above the next.
  private func lead(_ scores: [Float]) -> (best: Int, lead: Float) {
    guard scores.count > 1 else { return (0, 1.5 * scores[0]) }
    var best = 0
    for place in scores.indices where scores[place] > scores[best] { best = place }
    var next = -Float.infinity
    for place in scores.indices where place != best { next = max(next, scores[place]) }
    let mean = scores.reduce(0, +) / Float(scores.count)
    return (best, scores[best] - mean + (scores[best] - next) / 2)
  }

  private func confidence(_ evidence: Float) -> Double {
    let examplesEach = Float(examples.count) / Float(intents.count)
    return 1 - Double(exp2(-max(0, evidence) / (Self.halfEvidence * pow(examplesEach, 0.2))))
  }

  private mutating func remember(_ example: IntentExample) {
    var place: Int?
    if let intent = example.intent { place = number(of: intent) }
    examples.append(example)
    places.append(place)
    vocabulary.add(example.hashes, intent: place)
  }

  /// The number of an intent; the name of a new one is an example of it too.
  private mutating func number(of intent: String) -> Int {
    if let place = placeOfIntent[intent] { return place }
    let place = intents.count
    placeOfIntent[intent] = place
    intents.append(intent)
    names.append(IntentExample(intent, intent: intent))
    vocabulary.add(names[place].hashes, intent: place)
    return place
  }

  private mutating func study(_ lessons: [(IntentVector, Int)]) {
    var random = SplitMix(seed: 11)
    let wanted = Self.stepBudget / max(1, lessons.count)
    let epochs = min(max(wanted, Self.epochRange.lowerBound), Self.epochRange.upperBound)
    for epoch in 0..<epochs {
      let rate = Self.rate * (1 - 0.9 * Float(epoch) / Float(epochs))
      for number in random.permutation(lessons.count) {
        weights.learn(lessons[number].0, lessons[number].1, rate: rate)
      }
    }
  }

  /// For each intent the mean likeness of the most similar examples; the same of out-of-scope ones.
  private func likeness(_ vector: IntentVector) -> ([Float], Float) {
    var best = [SIMD3<Float>](repeating: .zero, count: intents.count)
    var outside: Float = 0
    for (place, value) in zip(places, index.likeness(vector)) {
      guard let place else {
        outside = max(outside, value)
        continue
      }
      let known = best[place]
      guard value > known.z else { continue }
      if value > known.x {
        best[place] = SIMD3(value, known.x, known.y)
      } else if value > known.y {
        best[place] = SIMD3(known.x, value, known.y)
      } else {
        best[place].z = value
      }
    }
    let means = best.map { (known: SIMD3<Float>) in 0.6 * known.x + 0.4 * known.sum() / 3 }
    return (means, outside)
  }
}
