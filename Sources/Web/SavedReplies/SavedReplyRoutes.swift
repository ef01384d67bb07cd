import HTTPTypes
import ServiceDesk

/// Texts for answers that are given often.
struct SavedReplyRoutes: Sendable {
  var operations: [Operation] { lists + changes }

  private static func members(isNew: Bool) -> [Schema.Member] {
    let name = Schema.string(length: 1...100, format: .words)
    let text = Schema.string(length: 1...20_000, format: .words)
    let variables =
      "May hold {{customer.name}}, {{customer.firstName}}, {{agent.name}}, "
      + "{{conversation.number}}, {{conversation.subject}} and {{account.name}}"
    return [
      isNew ? .required("name", name) : .optional("name", name),
      isNew ? .required("text", text, variables) : .optional("text", text, variables),
      .optional("language", .nullable(.string(length: 2...35))),
      .optional("shortcut", .nullable(.string(length: 1...30, format: .words))),
    ]
  }

  private var lists: [Operation] {
    [
      Operation(
        .get,
        "/saved-replies",
        "listSavedReplies",
        "The account's saved replies as they are kept",
        scopes: .read,
        query: Operation.Parameter.window,
        success: .json(status: 200, .page(of: SavedReply.schema)),
        failures: [422]
      ) { call in
        try await call.page(ListSavedReplies(window: call.window())) { $0.write(to: &$1) }
      },
      Operation(
        .get,
        "/conversations/{conversation}/saved-replies",
        "fillSavedReplies",
        "The account's saved replies with the variables filled for a conversation and you",
        scopes: .read,
        query: Operation.Parameter.window,
        success: .json(status: 200, .page(of: FillSavedReplies.Filled.schema)),
        failures: [422]
      ) { call in
        let query = FillSavedReplies(
          conversation: try call.conversation(),
          window: try call.window()
        )
        return try await call.page(query) { $0.write(to: &$1) }
      },
    ]
  }

  private var changes: [Operation] {
    [
      Operation(
        .post,
        "/saved-replies",
        "addSavedReply",
        "Keeps a text for answers that are given often",
        scopes: .write,
        body: .json(.object(Self.members(isNew: true))),
        success: .json(status: 201, SavedReply.schema),
        run: add
      ),
      Operation(
        .patch,
        "/saved-replies/{savedReply}",
        "changeSavedReply",
        "Changes a saved reply",
        scopes: .write,
        body: .json(.object(Self.members(isNew: false))),
        success: .json(status: 200, SavedReply.schema),
        run: change
      ),
      Operation(
        .delete,
        "/saved-replies/{savedReply}",
        "removeSavedReply",
        "Removes a saved reply",
        scopes: .write,
        success: .empty
      ) { call in
        let id: ID<SavedReply> = try call.id("savedReply", absent: .noSuchSavedReply)
        return try await call.perform(RemoveSavedReply(savedReply: id))
      },
    ]
  }

  private func add(_ call: Call) async throws -> Answer {
    let command = AddSavedReply(
      name: try SavedReply.Name(call.json["name"]?.text ?? ""),
      text: try SavedReply.Text(call.json["text"]?.text ?? ""),
      language: try call.json["language"]?.text.map { try LanguageTag($0) },
      shortcut: try call.json["shortcut"]?.text.map { try SavedReply.Shortcut($0) }
    )
    return try await call.perform(command, status: 201) { $0.write(to: &$1) }
  }

  private func change(_ call: Call) async throws -> Answer {
    let command = ChangeSavedReply(
      savedReply: try call.id("savedReply", absent: .noSuchSavedReply),
      name: try call.json["name"]?.text.map { try SavedReply.Name($0) },
      text: try call.json["text"]?.text.map { try SavedReply.Text($0) },
      language: try call.json.change("language") { try LanguageTag($0) },
      shortcut: try call.json.change("shortcut") { try SavedReply.Shortcut($0) }
    )
    return try await call.perform(command) { $0.write(to: &$1) }
  }
}

extension SavedReply {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("name", name.text)
      json.member("text", text.text)
      json.member("language", language?.text)
      json.member("shortcut", shortcut?.text)
      json.member("createdAt", createdAt)
      json.member("updatedAt", updatedAt)
    }
  }

  fileprivate static let schema = Schema.named(
    "SavedReply",
    .object([
      .required("id", .id),
      .required("name", .string(length: 1...100)),
      .required("text", .string(length: 1...20_000)),
      .required("language", .nullable(.string(length: 2...35))),
      .required("shortcut", .nullable(.string(length: 1...30))),
      .required("createdAt", .time),
      .required("updatedAt", .time),
    ])
  )
}

extension FillSavedReplies.Filled {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("name", name)
      json.member("shortcut", shortcut)
      json.member("text", text)
    }
  }

  fileprivate static let schema = Schema.named(
    "FilledReply",
    .object([
      .required("id", .id),
      .required("name", .string(length: 1...100)),
      .required("shortcut", .nullable(.string(length: 1...30))),
      .required("text", .string(length: 0...1_000_000)),
    ])
  )
}
