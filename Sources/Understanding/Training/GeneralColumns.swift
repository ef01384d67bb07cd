/// The columns of the model of texts in general, and how the labels of public sets fall into them.
enum GeneralColumns {
  static let polarity = 0..<3
  static let names = [
    "negative", "neutral", "positive", "anger", "frustration", "disappointment", "sadness",
    "anxiety", "confusion", "surprise", "delight", "gratitude", "relief", "appreciation",
    "affection", "service",
  ]
  /// The text is from a customer to a company.
  static let service = 15
  static let count = 16

  /// What a public set's labels say; below 0 what they do not tell.
  ///
  /// - Returns: `nil` if they say nothing of use.
  static func targets(_ labels: [Substring], of set: PublicSet) -> [Float]? {
    var targets = [Float](repeating: -1, count: count)
    for name in set.knownColumns {
      if let column = names.firstIndex(of: name) { targets[column] = 0 }
    }
    for label in labels {
      if let name = set.columns[String(label)], let column = names.firstIndex(of: name) {
        targets[column] = 1
      }
    }
    if let polarity = set.polarity(labels), let index = Polarity.allCases.firstIndex(of: polarity) {
      for column in 0..<3 { targets[column] = column == index ? 1 : 0 }
    }
    if set.isService { targets[service] = 1 } else { targets[service] = 0 }
    return targets
  }

  /// The scores that the model of service messages takes as inputs, held within bounds.
  static func inputs(_ logits: [Float]) -> [Float] {
    logits.prefix(service).map { max(-4, min(4, $0)) }
  }

  /// From a column of ``MessageColumns`` to the column here that means the same.
  static let twins: [Int: Int] = {
    var twins: [Int: Int] = [:]
    for (column, name) in MessageColumns.names.enumerated() where column > 2 {
      twins[column] = names.firstIndex(of: name)
    }
    return twins
  }()
}
