extension ReplyReading {
  /// The reading that a model's probabilities amount to.
  init(
    _ raw: [Float],
    _ calibration: Calibration,
    language: String,
    formality: (reply: Double, customer: Double?),
    answering customer: Reading?
  ) {
    let values = raw.enumerated().map { calibration.probability($1, $0) }
    func isGiven(_ column: Int) -> Bool { calibration.isGiven(values[column], column) }
    let steps = ReplyStep.allCases.enumerated().filter { isGiven($0.offset) }.map(\.element)
    let tone = ReplyColumns.tones.max { raw[$0] < raw[$1] } ?? 0
    self.init(
      language: language,
      steps: steps,
      missing: Self.wanted(customer).filter { !steps.contains($0) },
      tone: Tone.allCases[tone - ReplyColumns.tones.lowerBound],
      formality: formality.reply,
      customerFormality: formality.customer,
      isCliche: isGiven(ReplyColumns.cliche),
      isPersonal: isGiven(ReplyColumns.personal),
      probabilities: [:]
    )
    for (index, step) in ReplyStep.allCases.enumerated() {
      probabilities[step] = Double(values[index])
    }
  }

  /// The steps that an answer wants: a plain question needs no apology, a complaint all five.
  private static func wanted(_ customer: Reading?) -> [ReplyStep] {
    switch customer?.polarity {
    case .neutral: [.hear, .resolve]
    case .positive: [.hear, .empathise]
    case .negative, nil: ReplyStep.allCases
    }
  }
}
