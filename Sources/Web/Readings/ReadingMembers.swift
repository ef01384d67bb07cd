import ServiceDesk
import Understanding

/// What the API tells of every reading, just made or kept with its message.
protocol ReadingMembers {
  var language: String { get }
  var polarity: Polarity { get }
  /// From -1, all negative, to 1.
  var shownScore: Double { get }
  var labels: [Emotion] { get }
  var evidence: [Evidence] { get }
  var isUrgent: Bool { get }
  var isChurn: Bool { get }
  var barriers: [Barrier] { get }
  var root: Root? { get }
}

extension Reading: ReadingMembers {
  var shownScore: Double { score }
}

extension MessageReading: ReadingMembers {
  var shownScore: Double { Double(score) / 100 }
  var labels: [Emotion] { feelings }
}

extension ReadingMembers {
  static var members: [Schema.Member] {
    [
      .required("language", .string(length: 2...3), "ISO 639-1; und for no words"),
      .required("polarity", .choice(Polarity.allCases.map(\.rawValue))),
      .required("score", .number, "From -1, all negative, to 1"),
      .required("labels", .array(.choice(Emotion.allCases.map(\.rawValue)), most: 3)),
      .required("evidence", .array(Evidence.schema, most: 100)),
      .required("urgent", .boolean),
      .required("churn", .boolean),
      .required("barriers", .array(.choice(Barrier.allCases.map(\.rawValue)), most: 10)),
      .required("root", .nullable(.choice(Root.allCases.map(\.rawValue)))),
    ]
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("language", language)
    json.member("polarity", polarity.rawValue)
    json.name("score")
    json.value(shownScore)
    json.name("labels")
    json.array(labels) { $0.value($1.rawValue) }
    json.name("evidence")
    json.array(evidence) { $1.write(to: &$0) }
    json.member("urgent", isUrgent)
    json.member("churn", isChurn)
    json.name("barriers")
    json.array(barriers) { $0.value($1.rawValue) }
    json.member("root", root?.rawValue)
  }
}
