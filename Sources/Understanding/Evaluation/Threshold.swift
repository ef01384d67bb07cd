/// The probability from which a label is given.
enum Threshold {
  /// The threshold with the best F1 on texts whose truth is known; 0.5 where none is found.
  ///
  /// The F1 is smoothed over neighbouring thresholds, as its peak on few texts is chance.
  static func best(_ scores: [(probability: Float, isTrue: Bool)]) -> Float {
    let candidates = stride(from: Float(0.02), through: 0.9, by: 0.02).map { $0 }
    let f1 = candidates.map { threshold in
      var tally = Tally()
      for score in scores {
        tally.count(given: score.probability >= threshold, true: score.isTrue)
      }
      return tally.f1
    }
    let smooth = f1.indices.map { index in
      let near = f1[max(0, index - 2)...min(f1.count - 1, index + 2)]
      return near.reduce(0, +) / Double(near.count)
    }
    guard let best = smooth.indices.max(by: { smooth[$0] < smooth[$1] }), smooth[best] > 0 else {
      return 0.5
    }
    return candidates[best]
  }
}
