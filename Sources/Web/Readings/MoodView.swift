import ServiceDesk
import Understanding

extension Mood {
  static let schema = Schema.object([
    .required("score", .number, "From -1, all negative, to 1"),
    .required("feeling", .nullable(.choice(Emotion.allCases.map(\.rawValue)))),
    .required("urgent", .boolean),
    .required("churn", .boolean, "The customer speaks of leaving"),
  ])

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.name("score")
      json.value(Double(score) / 100)
      json.member("feeling", feeling?.rawValue)
      json.member("urgent", isUrgent)
      json.member("churn", isChurn)
    }
  }
}

extension MessageReading {
  static let schema = Schema.named(
    "MessageReading",
    .object([
      .required("language", .string(length: 2...3), "ISO 639-1; und for no words"),
      .required("polarity", .choice(Polarity.allCases.map(\.rawValue))),
      .required("score", .number, "From -1, all negative, to 1"),
      .required("labels", .array(.choice(Emotion.allCases.map(\.rawValue)), most: 3)),
      .required("urgent", .boolean),
      .required("churn", .boolean),
      .required("barriers", .array(.choice(Barrier.allCases.map(\.rawValue)), most: 10)),
      .required("root", .nullable(.choice(Root.allCases.map(\.rawValue)))),
      .required("evidence", .array(Evidence.schema, most: 100)),
    ])
  )

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("language", language)
      json.member("polarity", polarity.rawValue)
      json.name("score")
      json.value(Double(score) / 100)
      json.name("labels")
      json.array(feelings) { $0.value($1.rawValue) }
      json.member("urgent", isUrgent)
      json.member("churn", isChurn)
      json.name("barriers")
      json.array(barriers) { $0.value($1.rawValue) }
      json.member("root", root?.rawValue)
      json.name("evidence")
      json.array(evidence) { $1.write(to: &$0) }
    }
  }
}
