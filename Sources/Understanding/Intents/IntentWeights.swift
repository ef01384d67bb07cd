/// The linear part of an ``IntentLearner``: a row of weights for each feature, one for each intent.
struct IntentWeights: Sendable {
  private var rows: [UInt32: Int] = [:]
  private var weights: [Float] = []
  private var squares: [Float] = []
  private var width = 0
  private var bias: [Float] = []

  /// The scores of all intents.
  func scores(_ vector: [(feature: UInt32, value: Float)], count: Int) -> [Float] {
    var scores = bias + Array(repeating: 0, count: max(0, count - bias.count))
    for (feature, value) in vector {
      guard let row = rows[feature] else { continue }
      for place in 0..<min(count, width) { scores[place] += value * weights[row * width + place] }
    }
    return scores
  }

  /// Takes one step towards an intent.
  mutating func learn(
    _ vector: [(feature: UInt32, value: Float)],
    _ intent: Int,
    of count: Int,
    rate: Float
  ) {
    widen(to: count)
    var errors = scores(vector, count: count)
    Probability.normalise(&errors, 0..<count)
    errors[intent] -= 1
    let size = errors.reduce(0) { $0 + $1 * $1 }
    guard size > 1e-4 else { return }
    for (feature, value) in vector { step(feature, value, errors, size, rate) }
    for place in errors.indices { bias[place] -= 0.1 * rate * errors[place] }
  }

  private mutating func step(
    _ feature: UInt32,
    _ value: Float,
    _ errors: [Float],
    _ size: Float,
    _ rate: Float
  ) {
    let row = row(of: feature)
    squares[row] += value * value * size
    let step = rate * value / squares[row].squareRoot()
    for place in errors.indices { weights[row * width + place] -= step * errors[place] }
  }

  private mutating func row(of feature: UInt32) -> Int {
    if let row = rows[feature] { return row }
    let row = rows.count
    rows[feature] = row
    weights.append(contentsOf: repeatElement(0, count: width))
    squares.append(1e-3)
    return row
  }

  /// Makes room for more intents, half as many again each time, so that it seldom happens.
  private mutating func widen(to count: Int) {
    if bias.count < count { bias += Array(repeating: 0, count: count - bias.count) }
    guard count > width else { return }
    let wider = max(count, width * 3 / 2, 8)
    var moved = [Float](repeating: 0, count: rows.count * wider)
    for row in 0..<rows.count {
      for place in 0..<width { moved[row * wider + place] = weights[row * width + place] }
    }
    weights = moved
    width = wider
  }
}
