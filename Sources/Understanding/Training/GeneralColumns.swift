/// The columns of the model of texts in general, and how the labels of public sets fall into them.
enum GeneralColumns {
  static let names = [
    "negative", "neutral", "positive", "anger", "frustration", "disappointment", "sadness",
    "anxiety", "confusion", "surprise", "delight", "gratitude", "relief", "appreciation",
    "affection",
  ]
  static let emotions = 3..<15
  /// The three polarities of each kind of text but service, by ``TextKind/rawValue``.
  static let polarity = [0..<3, 15..<18, 18..<21]
  /// Which ``TextKind`` the text is.
  static let kinds = 21..<25
  static let count = 25

  static func kind(_ kind: TextKind) -> Int { kinds.lowerBound + kind.rawValue }

  /// How much a text's polarity counts for the kinds that it does not belong to.
  private static let sharedPolarity: Float = 0.1

  /// What a public set's labels say; below 0 what they do not tell.
  static func targets(_ labels: [Substring], of set: PublicSet) -> [Float] {
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
      for columns in Self.polarity {
        for (place, column) in columns.enumerated() { targets[column] = place == index ? 1 : 0 }
      }
    }
    if let kind = set.kind { mark(kind, in: &targets) }
    return targets
  }

  /// Says which kind of text it is.
  static func mark(_ kind: TextKind, in targets: inout [Float]) {
    for (place, column) in kinds.enumerated() { targets[column] = place == kind.rawValue ? 1 : 0 }
  }

  /// How much each column of a set's texts counts: the polarity as other kinds read it little.
  static func shares(of set: PublicSet) -> [Float] {
    var shares = [Float](repeating: 1, count: count)
    let own = set.kind ?? .talk
    for (kind, columns) in polarity.enumerated() where kind != own.rawValue {
      for column in columns { shares[column] = sharedPolarity }
    }
    return shares
  }

  /// The scores that the model of service messages takes as inputs, held within bounds.
  static func inputs(_ logits: [Float]) -> [Float] {
    logits.prefix(kinds.lowerBound).map { max(-4, min(4, $0)) }
  }

  /// From a column of ``MessageColumns`` to the column here that means the same.
  static let twins: [Int?] = MessageColumns.names.enumerated().map { column, name in
    column > 2 ? names.firstIndex(of: name) : nil
  }
}
