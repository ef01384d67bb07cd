import ServiceDesk
import Understanding

extension Reading {
  static let schema = Schema.named(
    "Reading",
    .object(
      members + [
        .required("intensity", .number, "From 0 to 1"),
        .required("emotions", .map(.number, most: 13), "Calibrated probabilities"),
        .required(
          "reason",
          .nullable(IntentGuess.schema),
          "What the text is about, of the account's contact reasons; null for none of them"
        ),
      ]
    )
  )

  /// Writes it with the contact reason, if the text has one that the account knows.
  func write(to json: inout JSONWriter, reason: IntentGuess?) {
    json.object { json in
      writeMembers(to: &json)
      json.name("intensity")
      json.value(intensity)
      json.name("emotions")
      json.object { json in
        for emotion in Emotion.allCases {
          json.name(emotion.rawValue)
          json.value(emotions[emotion] ?? 0)
        }
      }
      json.name("reason")
      if let reason { reason.write(to: &json) } else { json.null() }
    }
  }
}

extension Evidence {
  static let schema = Schema.object([
    .required("start", .integer(0...1_000_000), "In Unicode scalars"),
    .required("end", .integer(0...1_000_000)),
    .required("weight", .number),
  ])

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("start", start)
      json.member("end", end)
      json.name("weight")
      json.value(weight)
    }
  }
}

extension Correction {
  static let schema = Schema.object([
    .required("label", .string(length: 1...50, format: .words)),
    .required("isTrue", .boolean),
    .required(
      "trace",
      .array(.integer(0...Int(UInt32.max)), most: CorrectionTrace.featureLimit),
      "Hashes, from which no word can be read"
    ),
  ])

  init?(_ json: JSON) {
    guard let label = json["label"]?.text, let hashes = json["trace"]?.items else { return nil }
    let numbers = hashes.compactMap { $0.wholeNumber.flatMap { UInt32(exactly: $0) } }
    self.init(
      label: label,
      isTrue: json["isTrue"] == .bool(true),
      trace: CorrectionTrace(hashes: numbers)
    )
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("label", label)
      json.member("isTrue", isTrue)
      json.name("trace")
      json.array(trace.hashes) { $0.value(Int($1)) }
    }
  }
}

extension Corrections {
  static let schema = Schema.named(
    "Corrections",
    .object([.required("items", .array(Correction.schema, most: limit))])
  )

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.name("items")
      json.array(all) { $1.write(to: &$0) }
    }
  }
}
