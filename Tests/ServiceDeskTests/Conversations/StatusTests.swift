import ServiceDesk
import Storage
import TestSupport
import Testing

/// Every command that moves a conversation from one state to another, from every state.
@Suite struct StatusTests {
  enum Move: CaseIterable { case resolve, reopen, markSpam, unmarkSpam, snooze, wake }

  let harness: DeskHarness
  let id: ID<Conversation>

  init() async throws {
    harness = try await DeskHarness()
    id = harness.anemone.conversation
    harness.clock.advance(by: .minutes(1))
  }

  private func move(_ move: Move) async throws -> Conversation {
    switch move {
    case .resolve: try await harness.perform(Resolve(conversation: id))
    case .reopen: try await harness.perform(Reopen(conversation: id))
    case .markSpam: try await harness.perform(MarkSpam(conversation: id))
    case .unmarkSpam: try await harness.perform(UnmarkSpam(conversation: id))
    case .snooze:
      try await harness.perform(Snooze(conversation: id, until: harness.clock.now + .days(1)))
    case .wake: try await harness.perform(Wake(conversation: id))
    }
  }

  private func bring(to status: Conversation.Status) async throws {
    switch status {
    case .open: break
    case .waiting: try await harness.perform(Reply(conversation: id, text: .init("Hm.")))
    case .snoozed: _ = try await move(.snooze)
    case .resolved: _ = try await move(.resolve)
    case .spam: _ = try await move(.markSpam)
    }
    #expect(try await harness.conversation(id).status == status)
  }

  /// Where a move leads and its event; `nil` where nothing happens.
  private static func end(
    of move: Move,
    from status: Conversation.Status
  ) -> (status: Conversation.Status, event: String)? {
    switch (move, status) {
    case (.resolve, .resolved), (.markSpam, .spam): nil
    case (.resolve, _): (.resolved, "conversation.resolved")
    case (.markSpam, _): (.spam, "conversation.spammed")
    case (.reopen, .resolved), (.unmarkSpam, .spam): (.open, "conversation.reopened")
    case (.wake, .snoozed): (.open, "conversation.woken")
    case (.snooze, _): (.snoozed, "conversation.snoozed")
    default: nil
    }
  }

  @Test(arguments: Move.allCases, Conversation.Status.allCases)
  func `each move leads from each state where it should`(
    move: Move,
    status: Conversation.Status
  ) async throws {
    if move == .snooze, !Conversation.Status.unresolved.contains(status) { return }
    try await bring(to: status)
    let before = try await harness.conversation(id)
    harness.clock.advance(by: .minutes(1))
    let (now, expected) = (harness.clock.now, Self.end(of: move, from: status))

    let events = try await harness.events {
      let after = try await self.move(move)
      #expect(try await harness.conversation(id) == after)
      #expect(after.status == expected?.status ?? before.status)
      #expect(after.updatedAt == (expected == nil ? before.updatedAt : now))
      let due: Timestamp? =
        switch expected?.status {
        case .open: now + .hours(4)
        case .snoozed: now + .days(1)
        case .resolved, .spam: nil
        default: before.dueAt
        }
      #expect(after.dueAt == due)
      #expect((after.snoozedUntil != nil) == (after.status == .snoozed))
    }

    #expect(events == (expected.map { [$0.event] } ?? []))
    try await harness.feedConsumers()
    #expect(try await harness.violations() == [])
  }

  @Test(arguments: [Conversation.Status.resolved, .spam])
  func `what is put away cannot be laid aside`(status: Conversation.Status) async throws {
    try await bring(to: status)

    let events = try await harness.events {
      await #expect(throws: ConversationFailure.notUnresolved) { try await move(.snooze) }
    }

    #expect(events == [])
  }
}
