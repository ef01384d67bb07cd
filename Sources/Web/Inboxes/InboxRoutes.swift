import HTTPTypes
import ServiceDesk

/// Inboxes, with their secrets: for administrators alone.
struct InboxRoutes: Sendable {
  var operations: [Operation] {
    [
      Operation(
        .get,
        "/inboxes",
        "listInboxes",
        "The account's inboxes",
        scopes: .admin,
        query: Operation.Parameter.window,
        success: .json(status: 200, .page(of: Inbox.schema)),
        failures: [422]
      ) { call in
        try await call.page(ListInboxes(window: call.window())) { $0.write(to: &$1) }
      },
      Operation(
        .post,
        "/inboxes",
        "addInbox",
        "Adds an inbox for web chat",
        scopes: .admin,
        body: .json(.object([.required("name", Self.name)] + Self.settings)),
        success: .json(status: 201, Inbox.schema),
        run: add
      ),
      Operation(
        .patch,
        "/inboxes/{inbox}",
        "changeInbox",
        "Changes how an inbox presents itself",
        scopes: .admin,
        body: .json(.object([.optional("name", Self.name)] + Self.settings)),
        success: .json(status: 200, Inbox.schema),
        run: change
      ),
      Operation(
        .post,
        "/inboxes/{inbox}/secret",
        "renewInboxSecret",
        "Gives an inbox a new secret; identities signed with the old one are refused from now on",
        scopes: .admin,
        success: .json(status: 201, Inbox.schema)
      ) { call in
        let command = RenewInboxSecret(inbox: try call.inbox())
        return try await call.perform(command, status: 201) { $0.write(to: &$1) }
      },
    ]
  }

  private static let name = Schema.string(length: 1...100, format: .words)

  private static let settings: [Schema.Member] = [
    .optional(
      "origins",
      .array(.string(length: 1...255, format: .words), most: OriginList.most),
      "The pages that may use it, as https://shop.example; any where there are none"
    ),
    .optional("greeting", .string(length: 0...1_000), "What a visitor reads first"),
    .optional("colour", .string(length: 7...7), "As in #0b6e5f"),
    .optional("form", InboxForm.schema, "The form that asks visitors who they are"),
    .optional("away", .string(length: 0...1_000), "What a visitor reads while nobody is there"),
  ]

  private func add(_ call: Call) async throws -> Answer {
    let json = call.json
    let settings = Inbox.Settings(
      name: try Inbox.Name(json["name"]?.text ?? ""),
      origins: try json.origins ?? OriginList(),
      greeting: try json["greeting"]?.text.filled.map(Inbox.Greeting.init),
      colour: try json["colour"]?.text.map(Colour.init) ?? .standard,
      form: json.form ?? InboxForm(),
      away: try json["away"]?.text.filled.map(Inbox.AwayText.init)
    )
    return try await call.perform(AddInbox(settings: settings), status: 201) {
      $0.write(to: &$1)
    }
  }

  private func change(_ call: Call) async throws -> Answer {
    let json = call.json
    let command = ChangeInbox(
      inbox: try call.inbox(),
      name: try json["name"]?.text.map(Inbox.Name.init),
      origins: try json.origins,
      greeting: try json["greeting"]?.text.map(Inbox.Greeting.init),
      colour: try json["colour"]?.text.map(Colour.init),
      form: json.form,
      away: try json["away"]?.text.map(Inbox.AwayText.init)
    )
    return try await call.perform(command) { $0.write(to: &$1) }
  }
}

extension Call {
  /// The inbox in the path.
  fileprivate func inbox() throws -> ID<Inbox> { try id("inbox", absent: .noSuchInbox) }
}

extension JSON {
  fileprivate var origins: OriginList? {
    get throws {
      try self["origins"]?.items.map { items in
        try OriginList(items.map { try Origin($0.text ?? "") })
      }
    }
  }

  /// A form in a body that was checked against ``InboxForm/schema``.
  fileprivate var form: InboxForm? {
    self["form"].map { form in
      let usual = InboxForm()
      return InboxForm(
        when: form["when"]?.text.flatMap { InboxForm.When(rawValue: $0) } ?? usual.when,
        name: form["name"]?.text.flatMap { InboxForm.Field(rawValue: $0) } ?? usual.name,
        email: form["email"]?.text.flatMap { InboxForm.Field(rawValue: $0) } ?? usual.email
      )
    }
  }
}

extension String? {
  /// `nil` where there is nothing but white space.
  fileprivate var filled: String? { flatMap { $0.trimmed.isEmpty ? nil : $0 } }
}
