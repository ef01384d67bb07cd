extension Reading {
  /// The reading that calibrated probabilities amount to, without evidence and mentions.
  init(_ guess: Guess, language: String) {
    let values = guess.probabilities
    let best = MessageColumns.polarity.max { values[$0] < values[$1] } ?? 1
    self.init(
      language: language,
      polarity: Polarity.allCases[best],
      score: Double(values[2] - values[0]),
      intensity: Double(MessageColumns.strength.reduce(0) { $0 + values[$1] }) / 3,
      emotions: [:],
      labels: guess.emotions(beside: Polarity.allCases[best], Self.labelLimit),
      evidence: [],
      isUrgent: guess.isGiven(MessageColumns.urgent),
      urgency: Double(values[MessageColumns.urgent]),
      isChurn: guess.isGiven(MessageColumns.churn),
      churnRisk: Double(values[MessageColumns.churn]),
      barriers: guess.likeliest(Barrier.allCases, MessageColumns.barriers, 10),
      root: guess.likeliest(Root.allCases, MessageColumns.roots, 1).first,
      mentions: []
    )
    emotions.reserveCapacity(MessageColumns.emotions.count)
    for (emotion, column) in zip(Emotion.allCases, MessageColumns.emotions) {
      emotions[emotion] = Double(values[column])
    }
  }
}

extension Guess {
  /// The emotions above their thresholds, the likeliest first.
  ///
  /// Customers do thank and complain in one message, and the corpus has taught how that reads; of
  /// the general model, which learned each by itself, only those count that go with the polarity.
  fileprivate func emotions(beside polarity: Polarity, _ limit: Int) -> [Emotion] {
    let all = likeliest(Emotion.allCases, MessageColumns.emotions, Emotion.allCases.count)
    if isCorpusLanguage || polarity == .neutral { return Array(all.prefix(limit)) }
    return Array(all.filter { $0.side == nil || $0.side == polarity }.prefix(limit))
  }

  /// The labels above their thresholds, the likeliest first.
  fileprivate func likeliest<Label>(
    _ labels: [Label],
    _ columns: Range<Int>,
    _ limit: Int
  ) -> [Label] {
    let given = columns.filter(isGiven)
    if given.isEmpty { return [] }
    let sorted = given.sorted { probabilities[$0] > probabilities[$1] }
    return sorted.prefix(limit).map { labels[$0 - columns.lowerBound] }
  }
}
