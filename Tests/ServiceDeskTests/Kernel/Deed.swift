import ServiceDesk
import Storage
import TestSupport
import Testing

/// One command or question with ids in it, for what is true of all of them.
struct Deed: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What the viewer must be allowed to do.
  let scopes: Scopes
  /// Does it in the viewer's account with `ids`, and with the viewer's `own` where those are not
  /// what matters.
  let run:
    @Sendable (_ desk: Desk, _ viewer: Viewer, _ own: Records, _ ids: Records) async throws
      -> Void

  private init<C: Command>(
    _ name: String,
    _ command: @escaping @Sendable (_ own: Records, _ ids: Records) throws -> C
  ) {
    testDescription = name
    scopes = C.scopes
    run = { desk, viewer, own, ids in _ = try await desk.perform(command(own, ids), as: viewer) }
  }

  private init<Q: Query>(
    asking name: String,
    _ query: @escaping @Sendable (_ own: Records, _ ids: Records) throws -> Q
  ) {
    testDescription = name
    scopes = Q.scopes
    run = { desk, viewer, own, ids in _ = try await desk.answer(query(own, ids), as: viewer) }
  }

  private init(
    _ name: String,
    scopes: Scopes,
    run: @escaping @Sendable (Desk, Viewer, Records, Records) async throws -> Void
  ) {
    testDescription = name
    self.scopes = scopes
    self.run = run
  }
}

extension Deed {
  /// Every command and question that takes an id, once for each id.
  static let all = conversations + customers + accounts

  private static let conversations = [
    Deed("continue") { _, ids in
      try ContinueConversation(conversation: ids.conversation, text: Message.Body("Hello"))
    },
    Deed("continue with a customer") { own, ids in
      try ContinueConversation(
        conversation: own.conversation,
        text: Message.Body("Hello"),
        author: ids.customer
      )
    },
    Deed("reply") { _, ids in
      try Reply(conversation: ids.conversation, text: Message.Body("Hello"))
    },
    Deed("reply with an attachment") { own, ids in
      try Reply(
        conversation: own.conversation,
        text: Message.Body("Hello"),
        attachments: [ids.attachment]
      )
    },
    Deed("note") { _, ids in
      try AddNote(conversation: ids.conversation, text: Message.Body("Hello"))
    },
    Deed("note with an attachment") { own, ids in
      try AddNote(
        conversation: own.conversation,
        text: Message.Body("Hello"),
        attachments: [ids.attachment]
      )
    },
    Deed("save a draft") { _, ids in
      SaveDraft(conversation: ids.conversation, kind: .note, text: try Draft.Text("Hm"))
    },
    Deed("discard drafts") { _, ids in DiscardDrafts(conversation: ids.conversation) },
    Deed(asking: "find drafts") { _, ids in FindDrafts(conversation: ids.conversation) },
    Deed("change a saved reply") { _, ids in
      ChangeSavedReply(savedReply: ids.savedReply, text: try SavedReply.Text("Hello"))
    },
    Deed("remove a saved reply") { _, ids in RemoveSavedReply(savedReply: ids.savedReply) },
    Deed(asking: "fill saved replies") { _, ids in
      FillSavedReplies(conversation: ids.conversation, window: Window())
    },
    Deed("claim") { _, ids in ClaimConversation(conversation: ids.conversation) },
    Deed("start with a customer") { _, ids in
      try StartConversation(
        customer: CustomerHandle(id: ids.customer),
        text: Message.Body("Hello")
      )
    },
    Deed("start with an attachment") { own, ids in
      try StartConversation(
        customer: CustomerHandle(id: own.customer),
        text: Message.Body("Hello"),
        attachments: [ids.attachment]
      )
    },
    Deed("assign") { _, ids in Assign(conversation: ids.conversation, owner: nil) },
    Deed("assign to an agent") { own, ids in
      Assign(conversation: own.conversation, owner: .agent(ids.agent))
    },
    Deed("assign to a team") { own, ids in
      Assign(conversation: own.conversation, owner: .team(ids.team))
    },
    Deed("resolve") { _, ids in Resolve(conversation: ids.conversation) },
    Deed("reopen") { _, ids in Reopen(conversation: ids.conversation) },
    Deed("mark as spam") { _, ids in MarkSpam(conversation: ids.conversation) },
    Deed("unmark as spam") { _, ids in UnmarkSpam(conversation: ids.conversation) },
    Deed("snooze") { _, ids in
      Snooze(conversation: ids.conversation, until: TestClock.start + .days(1))
    },
    Deed("wake") { _, ids in Wake(conversation: ids.conversation) },
    Deed("change a conversation") { _, ids in
      ChangeConversation(conversation: ids.conversation, priority: .high)
    },
    Deed("label") { _, ids in LabelConversation(conversation: ids.conversation, labels: []) },
    Deed("remove a label") { _, ids in RemoveLabel(label: ids.label) },
    Deed("open with an attachment") { _, ids in
      try OpenConversation(
        customer: .address("maria"),
        text: Message.Body("Hello"),
        attachments: [ids.attachment]
      )
    },
    Deed(asking: "find a conversation") { _, ids in
      FindConversation(conversation: ids.conversation)
    },
    Deed(asking: "list messages") { _, ids in
      ListMessages(conversation: ids.conversation, window: Window())
    },
    Deed(asking: "find a message") { own, ids in
      FindMessage(message: ids.message, conversation: own.conversation)
    },
    Deed("download", scopes: .read) { desk, viewer, _, ids in
      _ = try await desk.download(ids.attachment, as: viewer)
    },
  ]

  private static let customers = [
    Deed("open for a customer") { _, ids in
      try OpenConversation(
        customer: CustomerHandle(id: ids.customer),
        text: Message.Body("Hello")
      )
    },
    Deed("receive from a customer") { _, ids in
      try ReceiveMessage(
        customer: CustomerHandle(id: ids.customer),
        text: Message.Body("Hello"),
        channel: .phone
      )
    },
    Deed("change a customer") { _, ids in ChangeCustomer(customer: ids.customer) },
    Deed("merge into a customer") { own, ids in
      MergeCustomers(survivor: ids.customer, other: own.other)
    },
    Deed("merge a customer") { own, ids in
      MergeCustomers(survivor: own.customer, other: ids.other)
    },
    Deed("unmerge from a customer") { own, ids in
      UnmergeCustomers(survivor: ids.customer, other: own.merged)
    },
    Deed("unmerge a customer") { own, ids in
      UnmergeCustomers(survivor: own.customer, other: ids.merged)
    },
    Deed("block a customer") { _, ids in BlockCustomer(customer: ids.customer) },
    Deed("unblock a customer") { _, ids in UnblockCustomer(customer: ids.customer) },
    Deed(asking: "look back on a customer") { _, ids in Timeline(customer: ids.customer) },
    Deed(asking: "find a customer") { _, ids in FindCustomer(customer: ids.customer) },
  ]

  private static let accounts = [
    Deed("join a team") { own, ids in JoinTeam(team: ids.team, agent: own.agent) },
    Deed("let an agent join") { own, ids in JoinTeam(team: own.team, agent: ids.agent) },
    Deed("leave a team") { own, ids in LeaveTeam(team: ids.team, agent: own.agent) },
    Deed("let an agent leave") { own, ids in LeaveTeam(team: own.team, agent: ids.agent) },
    Deed("issue a token") { _, ids in
      try IssueToken(agent: ids.agent, name: Token.Name("x"), grants: .read)
    },
    Deed("end a session") { _, ids in EndSession(session: ids.session) },
    Deed("choose a picture") { _, ids in ChangeProfile(picture: ids.attachment) },
    Deed("set a password", scopes: .admin) { desk, viewer, _, ids in
      try await desk.setPassword(of: ids.agent, to: "correct horse", as: viewer)
    },
    Deed("revoke a token") { _, ids in RevokeToken(token: ids.token) },
    Deed("change an inbox") { _, ids in ChangeInbox(inbox: ids.inbox) },
    Deed("admit a visitor") { _, ids in
      try AdmitVisitor(inbox: ids.inbox, language: LanguageTag("en"))
    },
    Deed("change a role") { _, ids in ChangeRole(agent: ids.agent, role: .administrator) },
    Deed("renew an inbox's secret") { _, ids in RenewInboxSecret(inbox: ids.inbox) },
  ]
}

/// One record of each kind.
struct Records: Sendable {
  var conversation: ID<Conversation>
  var message: ID<Message>
  var customer: ID<Customer>
  /// A second customer.
  var other: ID<Customer>
  /// One who is merged into the first.
  var merged: ID<Customer>
  var agent: ID<Agent>
  var team: ID<Team>
  var label: ID<Label>
  var token: ID<Token>
  var attachment: ID<ServiceDesk.Attachment>
  /// One of the viewer's own.
  var session: ID<Session>
  var savedReply: ID<SavedReply>
  var inbox: ID<Inbox>

  /// Of which no account has one.
  static let absent = Records(
    conversation: ID(1),
    message: ID(1),
    customer: ID(1),
    other: ID(1),
    merged: ID(1),
    agent: ID(1),
    team: ID(1),
    label: ID(1),
    token: ID(1),
    attachment: ID(1),
    session: ID(1),
    savedReply: ID(1),
    inbox: ID(1)
  )
}

extension DeskHarness {
  /// One record of each kind in the account.
  func records(of world: World) async throws -> Records {
    let viewer = world.admin
    func customer(_ name: String) async throws -> ID<Customer> {
      try await desk.perform(
        OpenConversation(customer: .address(name), text: Message.Body("Hello")),
        as: viewer
      ).customer.id
    }
    let messages = try await desk.answer(
      ListMessages(conversation: world.conversation, window: Window()),
      as: viewer
    )
    let merged = try await customer("merged")
    try await desk.perform(MergeCustomers(survivor: world.customer, other: merged), as: viewer)
    return Records(
      conversation: world.conversation,
      message: messages.items[0].id,
      customer: world.customer,
      other: try await customer("other"),
      merged: merged,
      agent: world.agent,
      team: world.team,
      label: try await desk.perform(AddLabel(name: Label.Name("parcel")), as: viewer).id,
      token: try await desk.perform(
        IssueToken(name: Token.Name("x"), grants: .read),
        as: viewer
      ).token.id,
      attachment: try await upload(as: viewer),
      session: try await session(of: world),
      savedReply: try await desk.perform(
        AddSavedReply(name: SavedReply.Name("Thanks"), text: SavedReply.Text("Thank you!")),
        as: viewer
      ).id,
      inbox: try await desk.perform(
        AddInbox(settings: .init(name: Inbox.Name("Shop"))),
        as: viewer
      ).id
    )
  }

  /// Puts in a session, since signing in takes its time.
  private func session(of world: World) async throws -> ID<Session> {
    let id = ID<Session>(try desk.ids.next())
    try await database.write { [clock] transaction in
      try transaction.execute(
        """
        INSERT INTO session (account_id, id, agent_id, hash, device, created_at, expires_at)
        VALUES (\(world.account), \(id), \(world.agent), 'x', '', \(clock.now),
          \(clock.now + .days(1)))
        """
      )
    }
    return id
  }
}
