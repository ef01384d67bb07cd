import Storage

/// Ends a conversation, so that nothing is owed any more.
///
/// Nothing happens if it is resolved already.
///
/// - Throws: ``AccessFailure``.
package struct Resolve: Command {
  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  package func run(in work: Work) throws -> Conversation {
    let state = try work.requireVisible(conversation)
    if state.status != .resolved {
      try work.close(state, as: .resolved, resolvedAt: work.now)
      try work.record(ConversationResolved(conversation: conversation))
    }
    return try FindConversation(conversation: conversation).run(in: work)
  }
}

/// Takes up a resolved conversation again, with a new promise; nothing happens to any other.
///
/// - Throws: ``AccessFailure``.
package struct Reopen: Command {
  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  package func run(in work: Work) throws -> Conversation {
    let state = try work.requireVisible(conversation)
    if state.status == .resolved {
      try work.returnToTeam(state)
      try work.record(ConversationReopened(conversation: conversation))
    }
    return try FindConversation(conversation: conversation).run(in: work)
  }
}

/// Puts a conversation away as spam; nothing happens if it is there already.
///
/// - Throws: ``AccessFailure``.
package struct MarkSpam: Command {
  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  package func run(in work: Work) throws -> Conversation {
    let state = try work.requireVisible(conversation)
    if state.status != .spam {
      try work.close(state, as: .spam, resolvedAt: nil)
      try work.record(ConversationMarkedSpam(conversation: conversation))
    }
    return try FindConversation(conversation: conversation).run(in: work)
  }
}

/// Takes a conversation out of spam, with a new promise; nothing happens to any other.
///
/// - Throws: ``AccessFailure``.
package struct UnmarkSpam: Command {
  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  package func run(in work: Work) throws -> Conversation {
    let state = try work.requireVisible(conversation)
    if state.status == .spam {
      try work.returnToTeam(state)
      try work.record(ConversationReopened(conversation: conversation))
    }
    return try FindConversation(conversation: conversation).run(in: work)
  }
}

/// A conversation was ended.
package struct ConversationResolved: ConversationEvent {
  package static let kind = "conversation.resolved"

  package let conversation: ID<Conversation>
}

/// A conversation was taken up again by an agent.
package struct ConversationReopened: ConversationEvent {
  package static let kind = "conversation.reopened"

  package let conversation: ID<Conversation>
}

/// A conversation was put away as spam.
package struct ConversationMarkedSpam: ConversationEvent {
  package static let kind = "conversation.spammed"

  package let conversation: ID<Conversation>
}

extension Work {
  fileprivate func close(
    _ state: ConversationState,
    as status: Conversation.Status,
    resolvedAt: Timestamp?
  ) throws {
    try execute(
      """
      UPDATE conversation SET status = \(status), due_at = NULL, snoozed_until = NULL,
        resolved_at = \(resolvedAt), updated_at = \(now)
      WHERE account_id = \(account) AND id = \(state.id)
      """
    )
    try clearSnooze(of: state.id)
    try count(
      state.id,
      from: state.standing,
      to: ConversationStanding(owner: state.owner, status: status)
    )
  }
}
