import ServiceDesk

extension Inbox {
  /// Writes it as the API shows it, to administrators.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("kind", kind.rawValue)
      json.member("key", key.text)
      json.member("secret", secret.text)
      json.member("name", settings.name.text)
      json.name("origins")
      json.array(settings.origins.origins) { $0.value($1.text) }
      json.member("greeting", settings.greeting?.text ?? "")
      json.member("colour", settings.colour.text)
      json.name("form")
      settings.form.write(to: &json)
      json.member("away", settings.away?.text ?? "")
      json.member("createdAt", createdAt)
    }
  }

  static let schema = Schema.named(
    "Inbox",
    .object([
      .required("id", .id),
      .required("kind", .choice(Kind.allCases.map(\.rawValue))),
      .required("key", .string(length: 20...100, format: .key), "What a web page calls it by"),
      .required("secret", .string(length: 64...64), "Signs who a visitor is; keep it to yourself"),
      .required("name", .string(length: 1...100)),
      .required("origins", .array(.string(length: 1...255), most: OriginList.most)),
      .required("greeting", .string(length: 0...1_000)),
      .required("colour", .string(length: 7...7)),
      .required("form", InboxForm.schema),
      .required("away", .string(length: 0...1_000)),
      .required("createdAt", .time),
    ])
  )
}

extension InboxForm {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("when", when.rawValue)
      json.member("name", name.rawValue)
      json.member("email", email.rawValue)
    }
  }

  static let schema = Schema.named(
    "InboxForm",
    .object([
      .required("when", .choice(When.allCases.map(\.rawValue))),
      .required("name", .choice(Field.allCases.map(\.rawValue))),
      .required("email", .choice(Field.allCases.map(\.rawValue))),
    ])
  )
}
