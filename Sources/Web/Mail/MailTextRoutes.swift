import HTTPTypes
import ServiceDesk

/// What programs write to customers in the account's words, and what they write to agents.
struct MailTextRoutes: Sendable {
  var operations: [Operation] { texts + preferences }

  private static let purpose = Schema.choice(MailText.Purpose.allCases.map(\.rawValue))
  private static let language = Schema.string(length: 2...35, format: .words)

  private var texts: [Operation] {
    [
      Operation(
        .get,
        "/mail-texts",
        "listMailTexts",
        "The account's own words for automatic answers; for what is not there ours are used",
        scopes: .admin,
        success: .json(status: 200, MailText.listSchema)
      ) { call in
        try await call.answer(ListMailTexts()) { texts, json in
          json.object { json in
            json.name("items")
            json.array(texts) { $1.write(to: &$0) }
          }
        }
      },
      Operation(
        .put,
        "/mail-texts",
        "setMailText",
        "Puts the account's own words in place of ours for a purpose and a language",
        scopes: .admin,
        body: .json(
          .object([
            .required("purpose", Self.purpose),
            .required("language", Self.language),
            .required("subject", .string(length: 1...250, format: .words), Self.variables),
            .required("text", .string(length: 1...20_000, format: .words), Self.variables),
          ])
        ),
        success: .json(status: 200, MailText.schema)
      ) { call in
        let command = SetMailText(
          purpose: try Self.purpose(call.json["purpose"]?.text),
          language: try LanguageTag(call.json["language"]?.text ?? ""),
          subject: try MailText.Subject(call.json["subject"]?.text ?? ""),
          text: try MailText.Text(call.json["text"]?.text ?? "")
        )
        return try await call.perform(command) { $0.write(to: &$1) }
      },
      Operation(
        .delete,
        "/mail-texts",
        "resetMailText",
        "Goes back to our words for a purpose and a language",
        scopes: .admin,
        query: [
          .init("purpose", Self.purpose, "What the mail is for", isRequired: true),
          .init("language", Self.language, "As in el", isRequired: true),
        ],
        success: .empty
      ) { call in
        let command = ResetMailText(
          purpose: try Self.purpose(call.query["purpose"]),
          language: try LanguageTag(call.query["language"] ?? "")
        )
        return try await call.perform(command)
      },
    ]
  }

  private static let variables =
    "May hold " + MailTemplate.variables.map { "{{\($0)}}" }.joined(separator: ", ")

  /// The declaration has checked it already.
  private static func purpose(_ text: String?) throws -> MailText.Purpose {
    guard let purpose = text.flatMap({ MailText.Purpose(rawValue: $0) }) else {
      throw Problem(status: 422, code: "invalidBody")
    }
    return purpose
  }

  private var preferences: [Operation] {
    [
      Operation(
        .get,
        "/me/mail",
        "findMailPreferences",
        "What the token's agent is told by mail, and how the agent signs",
        scopes: .read,
        success: .json(status: 200, MailPreferences.schema)
      ) { call in
        try await call.answer(FindMailPreferences()) { $0.write(to: &$1) }
      },
      Operation(
        .patch,
        "/me/mail",
        "changeMailPreferences",
        "Changes what the token's agent is told by mail, and how the agent signs",
        scopes: .write,
        body: .json(
          .object([
            .optional("notices", .choice(MailPreferences.Notices.allCases.map(\.rawValue))),
            .optional("digest", .boolean, "Whether to tell each morning what waits"),
            .optional(
              "signatures",
              .map(.string(length: 0...2_000), most: MailPreferences.mostSignatures),
              "By language; an empty one is taken away"
            ),
          ])
        ),
        success: .json(status: 200, MailPreferences.schema)
      ) { call in
        let command = ChangeMailPreferences(
          notices: call.json["notices"]?.text.flatMap { MailPreferences.Notices(rawValue: $0) },
          digest: call.json["digest"].map { $0 == .bool(true) },
          signatures: (call.json["signatures"]?.members ?? [:]).compactMapValues(\.text)
        )
        return try await call.perform(command) { $0.write(to: &$1) }
      },
    ]
  }
}

extension MailText {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("purpose", purpose.rawValue)
      json.member("language", language.text)
      json.member("subject", subject.text)
      json.member("text", text.text)
      json.member("updatedAt", updatedAt)
    }
  }

  fileprivate static let schema = Schema.named(
    "MailText",
    .object([
      .required("purpose", .choice(Purpose.allCases.map(\.rawValue))),
      .required("language", .string(length: 2...35)),
      .required("subject", .string(length: 1...250)),
      .required("text", .string(length: 1...20_000)),
      .required("updatedAt", .time),
    ])
  )

  fileprivate static let listSchema = Schema.object([
    .required("items", .array(schema, most: most))
  ])
}

extension MailPreferences {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("notices", notices.rawValue)
      json.member("digest", digest)
      json.name("signatures")
      json.object { json in
        for (language, text) in signatures.sorted(by: { $0.key < $1.key }) {
          json.name(language)
          json.value(text)
        }
      }
    }
  }

  fileprivate static let schema = Schema.named(
    "MailPreferences",
    .object([
      .required("notices", .choice(Notices.allCases.map(\.rawValue))),
      .required("digest", .boolean),
      .required(
        "signatures",
        .map(.string(length: 1...2_000), most: mostSignatures),
        "By language"
      ),
    ])
  )
}
