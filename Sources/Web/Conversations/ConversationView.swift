import ServiceDesk

extension Conversation {
  /// Writes it as the API shows it.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("number", number)
      json.member("subject", subject)
      json.member("status", status.rawValue)
      json.member("priority", priority.rawValue)
      json.member("channel", channel.rawValue)
      json.name("customer")
      json.object { json in
        json.member("id", customer.id)
        json.member("name", customer.name)
      }
      json.name("owner")
      owner.write(to: &json)
      json.member("dueAt", dueAt)
      json.member("snoozedUntil", snoozedUntil)
      json.name("mood")
      if let mood { mood.write(to: &json) } else { json.null() }
      json.name("labels")
      json.array(labels) { $0.value($1) }
      json.name("attributes")
      attributes.write(to: &json)
      json.member("messageCount", messageCount)
      json.member("createdAt", createdAt)
      json.member("updatedAt", updatedAt)
    }
  }

  static let schema = Schema.named(
    "Conversation",
    .object([
      .required("id", .id),
      .required("number", .integer(1...Int.max)),
      .required("subject", .string(length: 1...250)),
      .required("status", .choice(Status.allCases.map(\.rawValue))),
      .required("priority", .choice(Priority.allCases.map(\.rawValue))),
      .required("channel", .choice(Channel.allCases.map(\.rawValue))),
      .required(
        "customer",
        .object([.required("id", .id), .required("name", .nullable(.string(length: 0...200)))])
      ),
      .required(
        "owner",
        .object([
          .required("kind", .choice(["agent", "team"])),
          .required("id", .id),
          .required("name", .nullable(.string(length: 0...100))),
        ])
      ),
      .required("dueAt", .nullable(.time), "null once nothing is owed"),
      .required("snoozedUntil", .nullable(.time)),
      .required("mood", .nullable(Mood.schema), "null until it has been read"),
      .required("labels", .array(.string(length: 1...50), most: Label.mostOfConversation)),
      .required("attributes", Attributes.schema),
      .required("messageCount", .integer(0...Int.max)),
      .required("createdAt", .time),
      .required("updatedAt", .time),
    ])
  )
}

extension Conversation.Named<Conversation.Owner> {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      switch id {
      case .agent(let agent):
        json.member("kind", "agent")
        json.member("id", agent)
      case .team(let team):
        json.member("kind", "team")
        json.member("id", team)
      }
      json.member("name", name)
    }
  }
}
