package import Storage

/// Lays a conversation aside until a time; a customer's message brings it back earlier.
///
/// - Throws: ``AccessFailure``, ``ConversationFailure``.
package struct Snooze: Command {
  package var conversation: ID<Conversation>
  /// In the future, at most a year ahead.
  package var until: Timestamp

  package init(conversation: ID<Conversation>, until: Timestamp) {
    self.conversation = conversation
    self.until = until
  }

  package func run(in work: Work) throws -> Conversation {
    let state = try work.requireVisible(conversation)
    guard until > work.now, until <= work.now + .days(366) else {
      throw ConversationFailure.snoozeTimeOutOfRange
    }
    guard Conversation.Status.unresolved.contains(state.status) else {
      throw ConversationFailure.notUnresolved
    }
    try work.execute(
      """
      UPDATE conversation SET status = 'snoozed', snoozed_until = \(until), due_at = \(until),
        updated_at = \(work.now)
      WHERE account_id = \(work.account) AND id = \(conversation)
      """
    )
    try work.count(
      conversation,
      from: state.standing,
      to: ConversationStanding(owner: state.owner, status: .snoozed)
    )
    try TimerQueue.set(
      account: work.account.raw,
      kind: SnoozeTimer.kind,
      subject: conversation.raw,
      due: until,
      in: work.transaction
    )
    try work.record(ConversationSnoozed(conversation: conversation, until: until.milliseconds))
    return try FindConversation(conversation: conversation).run(in: work)
  }
}

/// Takes up a snoozed conversation; nothing happens to any other.
///
/// - Throws: ``AccessFailure``.
package struct Wake: Command {
  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  package func run(in work: Work) throws -> Conversation {
    let state = try work.requireVisible(conversation)
    if state.status == .snoozed {
      try work.returnToTeam(state)
      try work.record(ConversationWoken(conversation: conversation))
    }
    return try FindConversation(conversation: conversation).run(in: work)
  }
}

/// A conversation was laid aside.
package struct ConversationSnoozed: ConversationEvent {
  package static let kind = "conversation.snoozed"

  package let conversation: ID<Conversation>
  /// In milliseconds since 1970 UTC.
  package let until: Int64
}

/// A conversation came back from where it was laid aside.
package struct ConversationWoken: ConversationEvent {
  package static let kind = "conversation.woken"

  package let conversation: ID<Conversation>
}

/// Wakes a conversation when its time has come.
package struct SnoozeTimer: TimerHandler {
  package static let kind = "snooze"

  private let ids: IDSource

  package init(ids: IDSource) { self.ids = ids }

  package func fire(_ timer: DueTimer, at time: Timestamp, in transaction: Transaction) throws {
    let work = Work(
      transaction: transaction,
      viewer: .system(of: ID(timer.account)),
      now: time,
      ids: ids
    )
    _ = try Wake(conversation: ID(timer.subject)).run(in: work)
  }
}

extension Work {
  func clearSnooze(of conversation: ID<Conversation>) throws {
    try TimerQueue.clear(
      account: account.raw,
      kind: SnoozeTimer.kind,
      subject: conversation.raw,
      in: transaction
    )
  }
}
