import HTTPTypes
import ServiceDesk

/// What the token's agent has begun to write.
struct DraftRoutes: Sendable {
  private static let path = "/conversations/{conversation}/draft"

  var operations: [Operation] {
    [
      Operation(
        .get,
        Self.path,
        "findDrafts",
        "What you have begun to write into a conversation; nobody else sees it",
        scopes: .read,
        success: .json(status: 200, Self.schema)
      ) { call in
        try await call.answer(FindDrafts(conversation: call.conversation())) { drafts, json in
          json.object { json in
            json.name("reply")
            Self.write(drafts.first { $0.kind == .reply }, to: &json)
            json.name("note")
            Self.write(drafts.first { $0.kind == .note }, to: &json)
          }
        }
      },
      Operation(
        .put,
        Self.path,
        "saveDraft",
        "Keeps what you have written so far; an empty text removes it",
        scopes: .write,
        body: .json(
          .object([
            .required("kind", .choice(Draft.Kind.allCases.map(\.rawValue))),
            .required("text", .string(length: 0...100_000)),
          ])
        ),
        success: .empty
      ) { call in
        let command = SaveDraft(
          conversation: try call.conversation(),
          kind: call.json["kind"]?.text.flatMap { Draft.Kind(rawValue: $0) } ?? .note,
          text: try Draft.Text(call.json["text"]?.text ?? "")
        )
        return try await call.perform(command)
      },
      Operation(
        .delete,
        Self.path,
        "discardDrafts",
        "Removes what you have written so far, the reply and the note",
        scopes: .write,
        success: .empty
      ) { call in
        try await call.perform(DiscardDrafts(conversation: call.conversation()))
      },
    ]
  }

  private static func write(_ draft: Draft?, to json: inout JSONWriter) {
    guard let draft else { return json.null() }
    json.object { json in
      json.member("text", draft.text)
      json.member("updatedAt", draft.updatedAt)
    }
  }

  private static let schema = Schema.object([
    .required("reply", .nullable(.named("Draft", draftSchema))),
    .required("note", .nullable(.named("Draft", draftSchema))),
  ])

  private static let draftSchema = Schema.object([
    .required("text", .string(length: 1...100_000)),
    .required("updatedAt", .time),
  ])
}
