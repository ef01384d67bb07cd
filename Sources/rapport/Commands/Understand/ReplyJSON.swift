import Understanding

/// The reading of an agent's reply as JSON.
enum ReplyJSON {
  /// The names of its members; members of the same name are not passed through.
  static let keys: Set<String> = [
    "language", "steps", "missing", "tone", "formality", "customerFormality", "cliche",
    "personal", "probabilities",
  ]

  static func write(_ reading: ReplyReading, to json: inout JSONText) {
    json.add("language", reading.language)
    json.add("steps", reading.steps.map(\.rawValue))
    json.add("missing", reading.missing.map(\.rawValue))
    json.add("tone", reading.tone.rawValue)
    json.add("formality", reading.formality)
    json.add("customerFormality", reading.customerFormality)
    json.add("cliche", reading.isCliche)
    json.add("personal", reading.isPersonal)
    var probabilities = JSONText()
    for step in ReplyStep.allCases {
      probabilities.add(step.rawValue, reading.probabilities[step] ?? 0)
    }
    json.add("probabilities", probabilities)
  }
}
