import HTTPTypes
import ServiceDesk
import Storage
import Understanding

/// Conversations: listed, opened, changed, and their states.
struct ConversationRoutes: Sendable {
  var operations: [Operation] { lists + states }

  private typealias Order = ListConversations.Order
  private typealias View = ListConversations.View

  private static let filters: [Operation.Parameter] = [
    .init(
      "status",
      .string(length: 4...60, format: .any),
      "One or more of open, waiting, snoozed, resolved, spam, with commas; without it the first three"
    ),
    .init("owner", .either([.choice(["me"]), .id]), "An agent's id, or me"),
    .init("team", .id, "A team's id"),
    .init("label", .string(length: 1...50, format: .words), "A label's name"),
    .init("customer", .id, "A customer's id"),
    .init(
      "mood",
      .choice(ListConversations.MoodFilter.allCases.map(\.rawValue)),
      "How it is for the customer"
    ),
    .init("urgent", .choice(["true"]), "Only what is urgent to the customer"),
    .init("churn", .choice(["true"]), "Only where the customer speaks of leaving"),
    .init("barrier", .choice(Barrier.allCases.map(\.rawValue)), "What the customer complains of"),
    .init("view", .choice(View.allCases.map(\.rawValue)), "Whose"),
    .init("sort", .choice(Order.allCases.map(\.rawValue)), "In which order; activity without it"),
  ]

  private var lists: [Operation] {
    [
      Operation(
        .get,
        "/conversations",
        "listConversations",
        "Conversations, newest activity first",
        scopes: .read,
        query: Self.filters + Operation.Parameter.window,
        success: .json(status: 200, .page(of: Conversation.schema)),
        failures: [404, 422],
        run: list
      ),
      Operation(
        .post,
        "/conversations",
        "openConversation",
        "Opens a conversation with a customer's first message; always a new one",
        scopes: .write,
        body: .json(
          .object([
            .required("customer", CustomerHandle.schema),
            .optional("subject", .nullable(.string(length: 1...250, format: .words))),
            .required("text", .string(length: 1...100_000, format: .words)),
            .optional("channel", .choice(Channel.allCases.map(\.rawValue))),
            .optional("attachments", Attachment.idsSchema),
          ])
        ),
        success: .json(status: 201, Conversation.schema),
        failures: [404],
        run: open
      ),
      Operation(
        .post,
        "/started-conversations",
        "startConversation",
        "Opens a conversation with your first message to a customer; it is yours, and waits",
        scopes: .write,
        body: .json(
          .object(
            [
              .required("customer", CustomerHandle.schema),
              .optional("subject", .nullable(.string(length: 1...250, format: .words))),
              .required("text", .string(length: 1...100_000, format: .words), "Markdown"),
              .optional(
                "channel",
                .choice(Channel.allCases.map(\.rawValue)),
                "By mail it leaves ten seconds later"
              ),
              .optional("attachments", Attachment.idsSchema),
            ] + MailRecipients.members
          )
        ),
        success: .json(status: 201, Conversation.schema),
        failures: [404],
        run: start
      ),
      Operation(
        .get,
        "/conversations/{conversation}",
        "findConversation",
        "One conversation",
        scopes: .read,
        success: .json(status: 200, Conversation.schema)
      ) { call in
        try await call.answer(FindConversation(conversation: call.conversation())) {
          $0.write(to: &$1)
        }
      },
      Operation(
        .patch,
        "/conversations/{conversation}",
        "changeConversation",
        "Changes what a conversation is called and how it is sorted",
        scopes: .write,
        body: .json(
          .object([
            .optional("subject", .string(length: 1...250, format: .words)),
            .optional("priority", .choice(Conversation.Priority.allCases.map(\.rawValue))),
            .optional(
              "labels",
              .array(.string(length: 1...50, format: .words), most: Label.mostOfConversation),
              "All labels that it is to have"
            ),
            .optional("attributes", Attributes.changeSchema, "null takes an attribute away"),
          ])
        ),
        success: .json(status: 200, Conversation.schema),
        run: change
      ),
    ]
  }

  private var states: [Operation] {
    [
      state(
        .put,
        "assignment",
        "assignConversation",
        "Gives it to an agent or a team",
        body: .json(
          .either([
            .object([.required("agent", .id)]),
            .object([.required("team", .id)]),
          ])
        )
      ) { call, conversation in
        let agent: ID<Agent>? = call.json["agent"]?.text.flatMap { ID($0) }
        let team: ID<Team>? = call.json["team"]?.text.flatMap { ID($0) }
        guard let owner = agent.map({ Conversation.Owner.agent($0) }) ?? team.map({ .team($0) })
        else { throw AccessFailure.noSuchAgent }
        return Assign(conversation: conversation, owner: owner)
      },
      state(.put, "claim", "claimConversation", "Makes it yours, unless it is another agent's") {
        ClaimConversation(conversation: $1)
      },
      state(.delete, "assignment", "unassignConversation", "Gives it back to the default team") {
        Assign(conversation: $1, owner: nil)
      },
      state(
        .put,
        "snooze",
        "snoozeConversation",
        "Lays it aside until a time",
        body: .json(.object([.required("until", .time, "At most a year ahead")]))
      ) { call, conversation in
        guard let until = call.json["until"]?.text.flatMap({ Timestamp(rfc3339: $0) }) else {
          throw ConversationFailure.snoozeTimeOutOfRange
        }
        return Snooze(conversation: conversation, until: until)
      },
      state(.delete, "snooze", "wakeConversation", "Takes it up before its time") {
        Wake(conversation: $1)
      },
      state(.put, "resolution", "resolveConversation", "Ends it: nothing is owed any more") {
        Resolve(conversation: $1)
      },
      state(.delete, "resolution", "reopenConversation", "Takes it up again") {
        Reopen(conversation: $1)
      },
      state(.put, "spam", "markSpam", "Puts it away as spam") { MarkSpam(conversation: $1) },
      state(.delete, "spam", "unmarkSpam", "Takes it out of spam") {
        UnmarkSpam(conversation: $1)
      },
    ]
  }

  /// An operation that sets or ends one of a conversation's states.
  private func state<C: Command>(
    _ method: HTTPRequest.Method,
    _ noun: String,
    _ name: String,
    _ summary: String,
    body: Operation.Body = .none,
    command: @escaping @Sendable (Call, ID<Conversation>) throws -> C
  ) -> Operation where C.Output == Conversation {
    Operation(
      method,
      "/conversations/{conversation}/\(noun)",
      name,
      summary,
      scopes: .write,
      body: body,
      success: .json(status: 200, Conversation.schema)
    ) { call in
      try await call.perform(command(call, call.conversation())) { $0.write(to: &$1) }
    }
  }

  private func list(_ call: Call) async throws -> Answer {
    let owner: ID<Agent>? = call.query["owner"].flatMap { ID($0) }
    let view = call.query["view"].flatMap { View(rawValue: $0) } ?? .all
    var query = ListConversations(
      statuses: try statuses(call),
      owner: owner,
      team: call.query["team"].flatMap { ID($0) },
      label: call.query["label"],
      customer: call.query["customer"].flatMap { ID($0) },
      mood: call.query["mood"].flatMap { ListConversations.MoodFilter(rawValue: $0) },
      view: call.query["owner"] == "me" ? .mine : view,
      order: call.query["sort"].flatMap { Order(rawValue: $0) } ?? .activity,
      window: try call.window()
    )
    query.isUrgent = call.query["urgent"] != nil
    query.isChurn = call.query["churn"] != nil
    query.barrier = call.query["barrier"].flatMap { Barrier(rawValue: $0) }
    return try await call.page(query) { $0.write(to: &$1) }
  }

  private func statuses(_ call: Call) throws -> [Conversation.Status] {
    guard let text = call.query["status"] else { return Conversation.Status.unresolved }
    return try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let status = Conversation.Status(rawValue: String(name)) else {
        let known = Conversation.Status.allCases.map(\.rawValue).joined(separator: ", ")
        throw Problem(
          status: 400,
          code: "invalidQuery",
          faults: [Fault(pointer: "status", detail: "each is to be one of \(known)")]
        )
      }
      return status
    }
  }

  private func open(_ call: Call) async throws -> Answer {
    let command = OpenConversation(
      customer: try CustomerHandle.customer(of: call.json),
      subject: try call.json["subject"]?.text.map(Conversation.Subject.init),
      text: try Message.Body(call.json["text"]?.text ?? ""),
      channel: call.json["channel"]?.text.flatMap { Channel(rawValue: $0) } ?? .api,
      attachments: try call.attachments()
    )
    return try await call.perform(command, status: 201) { $0.write(to: &$1) }
  }

  private func start(_ call: Call) async throws -> Answer {
    let command = StartConversation(
      customer: try CustomerHandle.customer(of: call.json),
      subject: try call.json["subject"]?.text.map(Conversation.Subject.init),
      text: try Message.Body(call.json["text"]?.text ?? ""),
      channel: call.json["channel"]?.text.flatMap { Channel(rawValue: $0) } ?? .api,
      attachments: try call.attachments(),
      recipients: try MailRecipients(call.json)
    )
    return try await call.perform(command, status: 201) { $0.write(to: &$1) }
  }

  private func change(_ call: Call) async throws -> Answer {
    let command = ChangeConversation(
      conversation: try call.conversation(),
      subject: try call.json["subject"]?.text.map(Conversation.Subject.init),
      priority: call.json["priority"]?.text.flatMap { Conversation.Priority(rawValue: $0) },
      labels: try call.json["labels"]?.items?.map { try Label.Name($0.text ?? "") },
      attributes: call.json["attributes"]?.attributeChanges ?? [:]
    )
    return try await call.perform(command) { $0.write(to: &$1) }
  }
}

extension Call {
  /// The conversation in the path.
  func conversation() throws -> ID<Conversation> {
    try id("conversation", absent: .noSuchConversation)
  }
}
