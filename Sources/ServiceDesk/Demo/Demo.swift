import Storage

/// Fills an empty database with a small company whose customers write in three languages.
package struct Demo: Sendable {
  private let desk: Desk

  package init(desk: Desk) { self.desk = desk }

  /// Makes the company: the flower shop Anemone, its people, teams and conversations.
  ///
  /// - Returns: the administrator's token.
  /// - Throws: ``DemoFailure/databaseInUse`` if there is an account already.
  package func fill() async throws -> TokenSecret {
    guard try await !desk.hasAccounts() else { throw DemoFailure.databaseInUse }
    let created = try await desk.perform(
      CreateAdministrator(
        account: Account.Name("Anemone"),
        name: Agent.Name("Amina Haddad"),
        email: EmailAddress("amina@anemone.example")
      ),
      as: .system(of: ID(0))
    )
    let amina = Viewer(account: created.account, actor: .agent(created.agent))
    let agents = try await addAgents(as: amina)
    let delivery = try await desk.perform(AddTeam(name: .init("Delivery")), as: amina)
    for agent in agents {
      try await desk.perform(JoinTeam(team: delivery.id, agent: agent), as: amina)
    }
    for (index, story) in DemoStory.all.enumerated() {
      let owner: Conversation.Owner =
        index % 3 == 0 ? .team(delivery.id) : .agent(agents[index % agents.count])
      try await tell(story, owner: owner, account: created.account)
    }
    return created.token
  }

  private func addAgents(as viewer: Viewer) async throws -> [ID<Agent>] {
    var agents: [ID<Agent>] = []
    for (name, email) in [
      ("Νίκος Παππάς", "nikos@anemone.example"), ("سارا رضایی", "sara@anemone.example"),
    ] {
      let command = AddAgent(name: try .init(name), email: try .init(email))
      agents.append(try await desk.perform(command, as: viewer).id)
    }
    return agents
  }

  private func tell(
    _ story: DemoStory,
    owner: Conversation.Owner,
    account: ID<Account>
  ) async throws {
    let opening = OpenConversation(
      customer: CustomerHandle(
        identities: [Identity(try EmailAddress(story.email))],
        name: try Customer.Name(story.customer)
      ),
      subject: try Conversation.Subject(story.subject),
      text: try Message.Body(story.opening)
    )
    let system = Viewer.system(of: account)
    let conversation = try await desk.perform(opening, as: system).id
    try await desk.perform(Assign(conversation: conversation, owner: owner), as: system)
    try await desk.perform(
      ChangeConversation(
        conversation: conversation,
        priority: story.priority,
        labels: try story.labels.map(Label.Name.init)
      ),
      as: system
    )
    for turn in story.turns {
      try await take(turn, in: conversation, owner: owner, account: account)
    }
    if story.isResolved { try await desk.perform(Resolve(conversation: conversation), as: system) }
  }

  private func take(
    _ turn: DemoStory.Turn,
    in conversation: ID<Conversation>,
    owner: Conversation.Owner,
    account: ID<Account>
  ) async throws {
    let speaker: ID<Agent>
    if case .agent(let agent) = owner {
      speaker = agent
    } else {
      let agents = try await desk.answer(ListAgents(window: Window()), as: .system(of: account))
      guard let first = agents.items.first else { return }
      speaker = first.id
    }
    let viewer = Viewer(account: account, actor: .agent(speaker))
    switch turn {
    case .reply(let text):
      try await desk.perform(Reply(conversation: conversation, text: .init(text)), as: viewer)
    case .note(let text):
      try await desk.perform(AddNote(conversation: conversation, text: .init(text)), as: viewer)
    case .customer(let text):
      try await desk.perform(
        ContinueConversation(conversation: conversation, text: .init(text)),
        as: viewer
      )
    }
  }
}

/// Why the demonstration was not filled in.
package enum DemoFailure: String, Failure, CaseIterable {
  case databaseInUse = "demoDatabaseInUse"

  package var kind: FailureKind { .conflict }
}
