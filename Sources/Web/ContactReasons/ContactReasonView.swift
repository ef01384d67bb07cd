import ServiceDesk
import Understanding

extension ContactReason {
  static let nameSchema = Schema.string(length: ContactReasonNameLimits.range, format: .words)
  static let nameMeaning = "What the text is about; null for nothing the account knows"

  static let listSchema = Schema.named(
    "ContactReasons",
    .object([
      .required(
        "items",
        .array(
          .object([
            .required("name", nameSchema),
            .required("examples", .integer(1...ContactReasonLessons.limit)),
          ]),
          most: ContactReasonLessons.limit
        )
      )
    ])
  )

  @Sendable
  static func write(_ reasons: [ContactReason], to json: inout JSONWriter) {
    json.object { json in
      json.name("items")
      json.array(reasons) { json, reason in
        json.object { json in
          json.member("name", reason.name)
          json.member("examples", reason.examples)
        }
      }
    }
  }
}

extension IntentExample {
  /// The most hashes that are kept of a text.
  private static let mostHashes = 20_000

  static let listSchema = Schema.named(
    "ContactReasonExamples",
    .object([
      .required(
        "items",
        .array(
          .object([
            .required("reason", .nullable(ContactReason.nameSchema), ContactReason.nameMeaning),
            .required(
              "trace",
              .array(.integer(0...Int(UInt32.max)), most: mostHashes),
              "Hashes, from which no word can be read"
            ),
          ]),
          most: ContactReasonLessons.limit
        )
      )
    ])
  )

  init?(_ json: JSON) {
    guard let hashes = json["trace"]?.items else { return nil }
    self.init(
      intent: json["reason"]?.text,
      hashes: hashes.compactMap { $0.wholeNumber.flatMap { UInt32(exactly: $0) } }
    )
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("reason", intent)
      json.name("trace")
      json.array(hashes) { $0.value(Int($1)) }
    }
  }
}

extension IntentGuess {
  static let schema = Schema.object([
    .required("name", ContactReason.nameSchema),
    .required("probability", .number, "Among the account's contact reasons, from 0 to 1"),
  ])

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("name", intent)
      json.name("probability")
      json.value(probability)
    }
  }
}
