import Text

/// Finds the spans of a text that speak for a label.
enum EvidenceFinder {
  /// The most spans.
  static let spanLimit = 5
  /// Tokens with less than this share of the heaviest token's weight are no evidence.
  private static let share: Float = 0.3

  /// The spans whose features raise the score of a column most, the heaviest first.
  static func find(
    _ column: Int,
    in table: WeightTable,
    _ features: FeatureSet,
    _ text: TokenisedText
  ) -> [Evidence] {
    let weights = tokenWeights(column, table, features, count: text.tokens.count)
    guard let top = weights.max(), top > 0 else { return [] }
    var spans: [(start: Int, end: Int, weight: Float)] = []
    var total: Float = 0
    for (index, weight) in weights.enumerated() where weight > 0 {
      total += weight
      guard weight >= top * share else { continue }
      if let last = spans.last, last.end == index {
        spans[spans.count - 1] = (last.start, index + 1, last.weight + weight)
      } else {
        spans.append((index, index + 1, weight))
      }
    }
    return spans.sorted { ($0.weight, $1.start) > ($1.weight, $0.start) }.prefix(spanLimit).map {
      Evidence(
        start: text.tokens[$0.start].source.lowerBound,
        end: text.tokens[$0.end - 1].source.upperBound,
        weight: Double($0.weight / total)
      )
    }
  }

  private static func tokenWeights(
    _ column: Int,
    _ table: WeightTable,
    _ features: FeatureSet,
    count: Int
  ) -> [Float] {
    var weights = [Float](repeating: 0, count: count)
    for (group, part) in features.groups.enumerated() {
      let scale = table.scale(group, part.count, column)
      for feature in part where feature.tokenCount > 0 {
        let value = scale * Float(table.weight(feature, column))
        let first = Int(feature.token)
        let each = feature.tokenCount == 1 ? value : value / Float(feature.tokenCount)
        for token in first..<min(first + Int(feature.tokenCount), count) { weights[token] += each }
      }
    }
    return weights
  }
}
