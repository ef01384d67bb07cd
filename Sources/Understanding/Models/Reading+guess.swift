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
      labels: guess.likeliest(Emotion.allCases, MessageColumns.column, Self.labelLimit),
      evidence: [],
      isUrgent: guess.isGiven(MessageColumns.urgent),
      urgency: Double(values[MessageColumns.urgent]),
      isChurn: guess.isGiven(MessageColumns.churn),
      churnRisk: Double(values[MessageColumns.churn]),
      barriers: guess.likeliest(Barrier.allCases, MessageColumns.column, 10),
      root: guess.likeliest(Root.allCases, MessageColumns.column, 1).first,
      mentions: []
    )
    for emotion in Emotion.allCases {
      emotions[emotion] = Double(values[MessageColumns.column(emotion)])
    }
  }
}

extension Guess {
  /// The labels above their thresholds, the likeliest first.
  fileprivate func likeliest<Label>(
    _ labels: [Label],
    _ column: (Label) -> Int,
    _ limit: Int
  ) -> [Label] {
    let given = labels.filter { isGiven(column($0)) }
    let sorted = given.sorted { probabilities[column($0)] > probabilities[column($1)] }
    return Array(sorted.prefix(limit))
  }
}
