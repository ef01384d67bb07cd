import Understanding

/// A reading as JSON.
enum ReadingJSON {
  /// The names of its members; members of the same name are not passed through.
  static let keys: Set<String> = [
    "language", "polarity", "score", "intensity", "emotions", "labels", "evidence", "urgent",
    "urgency", "churn", "churnRisk", "barriers", "root", "questions", "amounts", "dates",
    "orderNumbers", "personal", "explanation",
  ]

  static func write(_ reading: Reading, to json: inout JSONText) {
    json.add("language", reading.language)
    json.add("polarity", reading.polarity.rawValue)
    json.add("score", reading.score)
    json.add("intensity", reading.intensity)
    json.add("emotions", emotions(reading))
    json.add("labels", reading.labels.map(\.rawValue))
    json.add("evidence", reading.evidence.map(object))
    json.add("urgent", reading.isUrgent)
    json.add("urgency", reading.urgency)
    json.add("churn", reading.isChurn)
    json.add("churnRisk", reading.churnRisk)
    json.add("barriers", reading.barriers.map(\.rawValue))
    json.add("root", reading.root?.rawValue)
    writeMentions(reading.mentions, to: &json)
  }

  /// For each label the spans that carried it.
  static func explanation(_ spans: [String: [Evidence]]) -> JSONText {
    var json = JSONText()
    for (label, evidence) in spans.sorted(by: { $0.key < $1.key }) {
      json.add(label, evidence.map(object))
    }
    return json
  }

  private static func emotions(_ reading: Reading) -> JSONText {
    var json = JSONText()
    for emotion in Emotion.allCases {
      json.add(emotion.rawValue, reading.emotions[emotion] ?? 0)
    }
    return json
  }

  private static func object(_ evidence: Evidence) -> JSONText {
    var json = JSONText()
    json.add("start", evidence.start)
    json.add("end", evidence.end)
    json.add("weight", evidence.weight)
    return json
  }

  private static func writeMentions(_ mentions: [Mention], to json: inout JSONText) {
    for (name, kind) in [
      ("questions", Mention.Kind.question), ("amounts", .amount), ("dates", .date),
      ("orderNumbers", .orderNumber),
    ] {
      json.add(name, mentions.filter { $0.kind == kind }.map { object($0, withKind: false) })
    }
    json.add("personal", mentions.filter(\.kind.isPersonal).map { object($0, withKind: true) })
  }

  private static func object(_ mention: Mention, withKind: Bool) -> JSONText {
    var json = JSONText()
    if withKind { json.add("kind", mention.kind.rawValue) }
    json.add("start", mention.start)
    json.add("end", mention.end)
    json.add("text", mention.text)
    return json
  }
}
