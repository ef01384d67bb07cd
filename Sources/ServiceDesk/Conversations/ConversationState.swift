package import Storage

/// What commands decide by.
struct ConversationState {
  let id: ID<Conversation>
  let customer: ID<Customer>
  let status: Conversation.Status
  let channel: Channel
  let owner: Conversation.Owner
  let dueAt: Timestamp?

  var standing: ConversationStanding { ConversationStanding(owner: owner, status: status) }
}

extension Work {
  /// The conversation's state, locked until the commit.
  ///
  /// - Throws: ``AccessFailure/noSuchConversation`` unless the viewer may see it.
  func requireVisible(_ conversation: ID<Conversation>) throws -> ConversationState {
    let found = try rows(
      """
      SELECT customer_id, status, channel, owner_agent_id, owner_team_id, due_at
      FROM conversation WHERE account_id = \(account) AND id = \(conversation) \(forUpdate)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchConversation }
    return ConversationState(
      id: conversation,
      customer: try row[0],
      status: try row[1],
      channel: try row[2],
      owner: try Conversation.Owner(agent: row[3], team: row[4]),
      dueAt: try row[5]
    )
  }

  /// Notes that something happened to the conversation now.
  func touch(_ conversation: ID<Conversation>) throws {
    try execute(
      """
      UPDATE conversation SET updated_at = \(now)
      WHERE account_id = \(account) AND id = \(conversation)
      """
    )
  }

  /// Adds the person to those who take part, unless there already.
  func addParticipant(_ author: Message.Author, to conversation: ID<Conversation>) throws {
    guard let reference = author.reference else { return }
    try execute(
      """
      INSERT INTO participant (account_id, conversation_id, kind, person_id, joined_at)
      VALUES (\(account), \(conversation), \(reference.kind), \(reference.id), \(now))
      ON CONFLICT (account_id, conversation_id, kind, person_id) DO NOTHING
      """
    )
  }
}

extension Conversation.Owner {
  /// - Throws: `DatabaseFailure` unless exactly one is there, which the schema makes sure of.
  init(agent: ID<Agent>?, team: ID<Team>?) throws {
    if let agent {
      self = .agent(agent)
    } else if let team {
      self = .team(team)
    } else {
      throw DatabaseFailure.unexpectedValue("a conversation without owner")
    }
  }

  var agent: ID<Agent>? { if case .agent(let agent) = self { agent } else { nil } }
  var team: ID<Team>? { if case .team(let team) = self { team } else { nil } }
}

extension Message.Author {
  /// `nil` for the program.
  package var reference: Reference? {
    switch self {
    case .customer(let customer): customer.reference
    case .agent(let agent): agent.reference
    case .system: nil
    }
  }
}
