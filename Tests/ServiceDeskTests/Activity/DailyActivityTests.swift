import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct DailyActivityTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private func counts(of kind: String) async throws -> [Int64] {
    let account = harness.anemone.account
    return try await harness.database.read {
      try $0.rows(
        """
        SELECT count FROM daily_activity WHERE account_id = \(account) AND kind = \(kind)
        ORDER BY day
        """
      ).map { try $0[0] }
    }
  }

  @Test func `what happens is counted by day, kind and account, once`() async throws {
    try await harness.open()
    harness.clock.advance(by: .days(1))
    for _ in 0..<3 { try await harness.open() }
    harness.clock.advance(by: .days(1))
    try await harness.open()

    try await harness.feedConsumers()
    try await harness.feedConsumers()

    #expect(try await counts(of: "conversation.opened") == [2, 3, 1])
    #expect(try await counts(of: "reply.sent") == [])
  }
}
