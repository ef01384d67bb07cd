extension Guess {
  /// Adds to the scores of some columns; the three polarities stay probabilities of one choice.
  mutating func shift(_ shifts: [Int: Float]) {
    for (column, shift) in shifts {
      let bounded = max(-Corrections.decisive, min(Corrections.decisive, shift))
      let moved = Probability.logit(probabilities[column]) + bounded
      probabilities[column] = Probability.sigmoid(moved)
    }
    let sum = MessageColumns.polarity.reduce(Float(0)) { $0 + probabilities[$1] }
    guard sum > 0 else { return }
    for column in MessageColumns.polarity { probabilities[column] /= sum }
  }
}
