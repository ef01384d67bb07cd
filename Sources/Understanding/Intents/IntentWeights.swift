/// The linear part of an ``IntentLearner``: a row of weights for each feature, one for each intent.
struct IntentWeights: Sendable {
  private var weights: [Float] = []
  private var rows = 0
  private var width = 0
  private var bias: [Float] = []

  /// The scores of all intents.
  func scores(_ vector: IntentVector, count: Int) -> [Float] {
    var scores = bias + Array(repeating: 0, count: max(0, count - bias.count))
    let width = width
    let taken = min(count, width)
    scores.withUnsafeMutableBufferPointer { scores in
      weights.withUnsafeBufferPointer { weights in
        for (feature, value) in zip(vector.features, vector.values) {
          let start = Int(feature) * width
          guard start + taken <= weights.count else { continue }
          for place in 0..<taken { scores[place] += value * weights[start + place] }
        }
      }
    }
    return scores
  }

  /// Makes room for so many features and intents.
  mutating func widen(features: Int, intents: Int) {
    if bias.count < intents { bias += Array(repeating: 0, count: intents - bias.count) }
    if intents > width { widen(to: max(intents, width * 3 / 2, 8)) }
    guard features > rows else { return }
    weights += repeatElement(0, count: (features - rows) * width)
    rows = features
  }

  /// Takes one step towards an intent.
  mutating func learn(_ vector: IntentVector, _ intent: Int, rate: Float) {
    var errors = scores(vector, count: bias.count)
    Probability.normalise(&errors, 0..<errors.count)
    errors[intent] -= 1
    for place in errors.indices { bias[place] -= 0.1 * rate * errors[place] }
    let width = width
    weights.withUnsafeMutableBufferPointer { weights in
      errors.withUnsafeBufferPointer { errors in
        for (feature, value) in zip(vector.features, vector.values) {
          let start = Int(feature) * width
          let step = rate * value
          for place in 0..<errors.count { weights[start + place] -= step * errors[place] }
        }
      }
    }
  }

  /// Moves the rows apart; half as many places again each time, so that it seldom happens.
  private mutating func widen(to wider: Int) {
    var moved = [Float](repeating: 0, count: rows * wider)
    for row in 0..<rows {
      for place in 0..<width { moved[row * wider + place] = weights[row * width + place] }
    }
    weights = moved
    width = wider
  }
}
