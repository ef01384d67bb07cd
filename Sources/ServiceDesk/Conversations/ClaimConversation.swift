import Storage

/// Makes the viewer the owner of a conversation that no other agent owns; nothing happens if the
/// viewer is already.
///
/// - Throws: ``AccessFailure``, ``ConversationFailure/alreadyClaimed``.
package struct ClaimConversation: Command {
  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  package func run(in work: Work) throws -> Conversation {
    let agent = try work.requireAgent()
    let state = try work.requireVisible(conversation)
    if state.owner != .agent(agent) {
      // The statement itself decides who is first, whatever was read before.
      let claimed = try work.execute(
        """
        UPDATE conversation SET owner_agent_id = \(agent), owner_team_id = NULL,
          updated_at = \(work.now)
        WHERE account_id = \(work.account) AND id = \(conversation) AND owner_agent_id IS NULL
        """
      )
      guard claimed > 0 else { throw ConversationFailure.alreadyClaimed }
      try work.count(
        conversation,
        from: state.standing,
        to: ConversationStanding(owner: .agent(agent), status: state.status)
      )
      try work.record(ConversationAssigned(conversation: conversation, agent: agent, team: nil))
    }
    return try FindConversation(conversation: conversation).run(in: work)
  }
}
