import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct ReadEventsTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  @Test func `an account reads its own events, from where it stopped`() async throws {
    try await harness.numberEvents()
    let all = try await harness.answer(ReadEvents(after: 0, limit: 1_000))
    let first = try await harness.answer(ReadEvents(after: 0, limit: 2))
    let rest = try await harness.answer(
      ReadEvents(after: first.last?.position ?? 0, limit: 1_000)
    )

    #expect((first + rest).map(\.position) == all.map(\.position))
    #expect(
      all.map(\.event.kind) == [
        "account.created", "agent.added", "team.joined", "token.issued", "customer.created",
        "conversation.opened", "agent.added", "team.joined",
      ]
    )
  }

  @Test func `from the last position on is from now on`() async throws {
    try await harness.numberEvents()
    let last = try await harness.answer(LastPosition())

    #expect(try await harness.answer(ReadEvents(after: last, limit: 10)).isEmpty)
    try await harness.open()
    try await harness.numberEvents()
    #expect(
      try await harness.answer(ReadEvents(after: last, limit: 10)).map(\.event.kind)
        == ["conversation.opened"]
    )
    await #expect(throws: EventLogFailure.expired) {
      try await harness.answer(ReadEvents(after: last + 100, limit: 10))
    }
  }
}
