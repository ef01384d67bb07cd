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
  static let schema = Schema.named("MessageReading", .object(members))

  func write(to json: inout JSONWriter) { json.object { writeMembers(to: &$0) } }
}
