import Storage

/// An event as the API shows it.
struct EventFrame {
  private let record: EventRecord

  init(_ record: EventRecord) { self.record = record }

  /// As a server-sent event: the position is its id, so that a client resumes after it.
  var bytes: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    return Array("id: \(record.position)\nevent: \(record.event.kind)\ndata: ".utf8)
      + json.bytes + Array("\n\n".utf8)
  }

  func write(to json: inout JSONWriter) {
    let event = record.event
    json.object { json in
      json.member("position", String(record.position))
      json.member("kind", event.kind)
      json.member("at", event.at)
      json.name("actor")
      if let actor = event.actor { actor.write(to: &json) } else { json.null() }
      json.name("subject")
      event.subject.write(to: &json)
      json.member("conversation", event.conversation.map { String($0) })
      json.name("data")
      json.raw(event.payload)
    }
  }

  static let schema = Schema.named(
    "Event",
    .object([
      .required("position", .string(length: 1...19, format: .position)),
      .required("kind", .string(length: 1...100)),
      .required("at", .time),
      .required("actor", .nullable(reference), "null where the program acted by itself"),
      .required("subject", reference),
      .required("conversation", .nullable(.id)),
      .required(
        "data",
        .map(
          .either([
            .nullable(.string(length: 0...100)), .integer(Int.min...Int.max), .boolean,
            .array(.string(length: 0...100), most: 100),
          ]),
          most: 20
        ),
        "Ids and numbers, by the event's kind"
      ),
    ])
  )

  private static let reference = Schema.named(
    "Reference",
    .object([.required("kind", .string(length: 1...50)), .required("id", .id)])
  )
}

extension Reference {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", kind)
      json.member("id", String(id))
    }
  }
}
