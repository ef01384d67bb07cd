import Foundation

/// From scores to probabilities.
enum Probability {
  static func sigmoid(_ logit: Float) -> Float { 1 / (1 + exp(-logit)) }

  static func logit(_ probability: Float) -> Float {
    let bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return log(bounded / (1 - bounded))
  }

  /// Turns the scores in `range` into probabilities that add up to 1.
  static func normalise(_ logits: inout [Float], _ range: Range<Int>) {
    var top = -Float.infinity
    for index in range { top = max(top, logits[index]) }
    var sum: Float = 0
    for index in range {
      logits[index] = exp(logits[index] - top)
      sum += logits[index]
    }
    for index in range { logits[index] /= sum }
  }

  /// Turns scores into probabilities: of `exclusive` columns one is right, the others stand alone.
  static func fromLogits(_ logits: inout [Float], exclusive: [Range<Int>]) {
    var index = 0
    while index < logits.count {
      if let range = exclusive.first(where: { $0.lowerBound == index }) {
        normalise(&logits, range)
        index = range.upperBound
      } else {
        logits[index] = sigmoid(logits[index])
        index += 1
      }
    }
  }
}
