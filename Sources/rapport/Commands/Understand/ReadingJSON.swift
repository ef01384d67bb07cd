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
    json.key("emotions")
    json.raw(emotions(reading))
    json.add("labels", reading.labels.map(\.rawValue))
    json.key("evidence")
    json.raw(list(reading.evidence))
    json.add("urgent", reading.isUrgent)
    json.add("urgency", reading.urgency)
    json.add("churn", reading.isChurn)
    json.add("churnRisk", reading.churnRisk)
    json.add("barriers", reading.barriers.map(\.rawValue))
    json.key("root")
    json.raw(reading.root.map { JSONText.quoted($0.rawValue) } ?? "null")
    writeMentions(reading.mentions, to: &json)
  }

  /// For each label the spans that carried it.
  static func explanation(_ spans: [String: [Evidence]]) -> String {
    var json = JSONText()
    for (label, evidence) in spans.sorted(by: { $0.key < $1.key }) {
      json.key(label)
      json.raw(list(evidence))
    }
    return json.object
  }

  private static func emotions(_ reading: Reading) -> String {
    var json = JSONText()
    for emotion in Emotion.allCases {
      json.add(emotion.rawValue, reading.emotions[emotion] ?? 0)
    }
    return json.object
  }

  private static func list(_ evidence: [Evidence]) -> String {
    let spans = evidence.map {
      "{\"start\":\($0.start),\"end\":\($0.end),\"weight\":\(JSONText.number($0.weight))}"
    }
    return "[" + spans.joined(separator: ",") + "]"
  }

  private static func writeMentions(_ mentions: [Mention], to json: inout JSONText) {
    for (name, kind) in [
      ("questions", Mention.Kind.question), ("amounts", .amount), ("dates", .date),
      ("orderNumbers", .orderNumber),
    ] {
      json.key(name)
      json.raw(list(mentions.filter { $0.kind == kind }, withKind: false))
    }
    json.key("personal")
    json.raw(list(mentions.filter(\.kind.isPersonal), withKind: true))
  }

  private static func list(_ mentions: [Mention], withKind: Bool) -> String {
    let spans = mentions.map { mention in
      let kind = withKind ? "\"kind\":\(JSONText.quoted(mention.kind.rawValue))," : ""
      let text = JSONText.quoted(mention.text)
      return "{\(kind)\"start\":\(mention.start),\"end\":\(mention.end),\"text\":\(text)}"
    }
    return "[" + spans.joined(separator: ",") + "]"
  }
}
