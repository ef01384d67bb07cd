import ServiceDesk

extension MailSource {
  static let schema = Schema.named(
    "Mail",
    .object([
      .required("id", .id),
      .required("mailbox", .nullable(.id)),
      .required("size", .integer(1...MailSource.mostBytes), "In bytes"),
      .required("state", .choice(State.allCases.map(\.rawValue))),
      .required("reason", .nullable(.string()), "Why there is no message of it"),
      .required("conversation", .nullable(.id)),
      .required("message", .nullable(.id)),
      .required("arrivedAt", .time),
    ])
  )

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("mailbox", mailbox)
      json.member("size", size)
      json.member("state", state.rawValue)
      json.member("reason", reason)
      json.member("conversation", conversation)
      json.member("message", message)
      json.member("arrivedAt", arrivedAt)
    }
  }
}
