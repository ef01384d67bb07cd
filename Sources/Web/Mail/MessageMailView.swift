import ServiceDesk
import Storage

extension Message {
  /// Writes what its mail says beside its words; `null` for what is no mail.
  func writeMail(to json: inout JSONWriter) {
    guard let mail else { return json.null() }
    let sending = mail.sending
    let bounce = sending?.bounce
    json.object { json in
      json.name("from")
      mail.head.from.write(to: &json)
      json.name("to")
      json.array(mail.head.to) { $1.write(to: &$0) }
      json.name("cc")
      json.array(mail.head.cc) { $1.write(to: &$0) }
      json.name("bcc")
      json.array(mail.head.bcc) { $1.write(to: &$0) }
      json.member("subject", mail.head.subject)
      json.member("messageID", mail.rfcID)
      json.member("automatic", mail.head.automatic?.rawValue)
      json.name("warnings")
      json.array(mail.head.warnings) { $0.value($1.rawValue) }
      json.member("hasMore", mail.head.hasMore)
      json.member("hasHTML", mail.head.hasHTML)
      json.member("source", mail.source)
      json.member("error", sending?.error)
      json.name("bounce")
      bounce.write(to: &json)
      json.member("undoUntil", delivery == .held ? sending?.releaseAt : nil)
    }
  }

  static let mailSchema = Schema.named(
    "MessageMail",
    .object([
      .required("from", .nullable(Correspondent.schema), "null for what the team has sent"),
      .required("to", .array(Correspondent.schema, most: 10_000)),
      .required("cc", .array(Correspondent.schema, most: 10_000)),
      .required("bcc", .array(Correspondent.schema, most: 10_000), "Of what the team has sent"),
      .required("subject", .string()),
      .required("messageID", .nullable(.string()), "Without angle brackets"),
      .required(
        "automatic",
        .nullable(.choice(AutomaticMail.allCases.map(\.rawValue))),
        "What kind of program wrote it"
      ),
      .required("warnings", .array(.choice(MailWarning.allCases.map(\.rawValue)), most: 10)),
      .required("hasMore", .boolean, "Whether it says more than the text shows"),
      .required("hasHTML", .boolean),
      .required("source", .nullable(.id), "The mail as it came; null for what the team has sent"),
      .required("error", .nullable(.string()), "What the mail server said"),
      .required("bounce", .nullable(MailBounce.schema)),
      .required("undoUntil", .nullable(.time), "Until when it may be taken back"),
    ])
  )
}

extension Correspondent {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("name", name)
      json.member("email", address.text)
    }
  }

  static let schema = Schema.object([
    .required("name", .nullable(.string())),
    .required("email", .string(length: 3...254)),
  ])

  /// As a request names one.
  static let givenSchema = Schema.object([
    .required("email", .string(length: 3...254, format: .words)),
    .optional("name", .nullable(.string(length: 0...200))),
  ])

  init(_ json: JSON) throws {
    self.init(name: json["name"]?.text, address: try EmailAddress(json["email"]?.text ?? ""))
  }
}

extension Correspondent? {
  fileprivate func write(to json: inout JSONWriter) {
    if let self { self.write(to: &json) } else { json.null() }
  }
}

extension MailBounce {
  fileprivate static let schema = Schema.object([
    .required("recipients", .array(.string(), most: 1_000)),
    .required("status", .nullable(.string()), "As in 5.1.1 (RFC 3463)"),
    .required("isComplaint", .boolean),
  ])
}

extension MailBounce? {
  fileprivate func write(to json: inout JSONWriter) {
    guard let self else { return json.null() }
    json.object { json in
      json.name("recipients")
      json.array(self.recipients) { $0.value($1) }
      json.member("status", self.status)
      json.member("isComplaint", self.isComplaint)
    }
  }
}

extension MailRecipients {
  /// The members of a request's body that name them, each optional.
  static let members: [Schema.Member] = ["to", "cc", "bcc"].map {
    .optional($0, .array(Correspondent.givenSchema, most: MailRecipients.most))
  }

  /// Those that a request names; `nil` where it names none at all.
  init?(_ json: JSON) throws {
    func people(_ name: String) throws -> [Correspondent]? {
      try json[name]?.items?.map { try Correspondent($0) }
    }
    let (to, cc, bcc) = try (people("to"), people("cc"), people("bcc"))
    guard to != nil || cc != nil || bcc != nil else { return nil }
    self.init(to: to ?? [], cc: cc ?? [], bcc: bcc ?? [])
  }
}
