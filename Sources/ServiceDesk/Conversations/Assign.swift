import Storage

/// Gives a conversation to an agent or a team; nothing happens if it is theirs already.
///
/// - Throws: ``AccessFailure``.
package struct Assign: Command {
  package var conversation: ID<Conversation>
  /// The account's default team where `nil`.
  package var owner: Conversation.Owner?

  package init(conversation: ID<Conversation>, owner: Conversation.Owner?) {
    self.conversation = conversation
    self.owner = owner
  }

  package func run(in work: Work) throws -> Conversation {
    let state = try work.requireVisible(conversation)
    let owner = try owner ?? .team(work.defaultTeam())
    switch owner {
    case .agent(let agent): try work.requireAgent(agent)
    case .team(let team): try work.requireTeam(team)
    }
    if owner != state.owner {
      try work.execute(
        """
        UPDATE conversation SET owner_agent_id = \(owner.agent), owner_team_id = \(owner.team),
          updated_at = \(work.now)
        WHERE account_id = \(work.account) AND id = \(conversation)
        """
      )
      try work.count(
        conversation,
        from: state.standing,
        to: ConversationStanding(owner: owner, status: state.status)
      )
      try work.record(
        ConversationAssigned(conversation: conversation, agent: owner.agent, team: owner.team)
      )
    }
    return try FindConversation(conversation: conversation).run(in: work)
  }
}

/// A conversation got another owner: an agent or a team.
package struct ConversationAssigned: ConversationEvent {
  package static let kind = "conversation.assigned"

  package let conversation: ID<Conversation>
  package let agent: ID<Agent>?
  package let team: ID<Team>?
}
