import HTTPTypes
import ServiceDesk

/// The account and its labels.
struct AccountRoutes: Sendable {
  var operations: [Operation] {
    [
      Operation(
        .get,
        "/account",
        "findAccount",
        "The token's account",
        scopes: .read,
        success: .json(status: 200, Account.schema)
      ) { call in
        try await call.answer(CurrentAccount()) { $0.write(to: &$1) }
      },
      Operation(
        .patch,
        "/account",
        "changeAccount",
        "Renames the account or changes its settings",
        scopes: .admin,
        body: .json(
          .object([
            .optional("name", .string(length: 1...100, format: .words)),
            .optional("replyMinutes", .integer(1...43_200), "Time for a first answer"),
            .optional("reopenDays", .integer(0...365), "For how long a message reopens"),
          ])
        ),
        success: .json(status: 200, Account.schema)
      ) { call in
        let command = ChangeAccount(
          name: try call.json["name"]?.text.map(Account.Name.init),
          replyMinutes: call.json["replyMinutes"]?.wholeNumber,
          reopenDays: call.json["reopenDays"]?.wholeNumber
        )
        return try await call.perform(command) { $0.write(to: &$1) }
      },
      Operation(
        .get,
        "/labels",
        "listLabels",
        "The account's labels",
        scopes: .read,
        query: Operation.Parameter.window,
        success: .json(status: 200, .page(of: Label.schema)),
        failures: [422]
      ) { call in
        try await call.page(ListLabels(window: call.window())) { $0.write(to: &$1) }
      },
      Operation(
        .post,
        "/labels",
        "addLabel",
        "Adds a label; the existing one where the name is taken",
        scopes: .write,
        body: .json(.object([.required("name", .string(length: 1...50, format: .words))])),
        success: .json(status: 201, Label.schema)
      ) { call in
        let command = AddLabel(name: try Label.Name(call.json["name"]?.text ?? ""))
        return try await call.perform(command, status: 201) { $0.write(to: &$1) }
      },
      Operation(
        .delete,
        "/labels/{label}",
        "removeLabel",
        "Removes a label, also from conversations",
        scopes: .admin,
        success: .empty
      ) { call in
        try await call.perform(RemoveLabel(label: call.id("label", absent: .noSuchLabel)))
      },
    ]
  }
}

extension Account {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("name", name.text)
      json.member("replyMinutes", settings.replyMinutes)
      json.member("reopenDays", settings.reopenDays)
      json.member("createdAt", createdAt)
    }
  }

  fileprivate static let schema = Schema.named(
    "Account",
    .object([
      .required("id", .id),
      .required("name", .string(length: 1...100)),
      .required("replyMinutes", .integer(1...43_200)),
      .required("reopenDays", .integer(0...365)),
      .required("createdAt", .time),
    ])
  )
}

extension Label {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("name", name.text)
      json.member("createdAt", createdAt)
    }
  }

  fileprivate static let schema = Schema.named(
    "Label",
    .object([
      .required("id", .id),
      .required("name", .string(length: 1...50)),
      .required("createdAt", .time),
    ])
  )
}
