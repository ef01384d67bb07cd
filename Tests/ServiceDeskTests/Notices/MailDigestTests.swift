import Storage
import TestSupport
import Testing

@testable import ServiceDesk

/// What agents are told in the morning.
@Suite struct MailDigestTests {
  private let world: DeskHarness

  /// It is Friday, 2027-01-15, 08:00 UTC.
  init() async throws {
    world = try await DeskHarness()
    try await world.addMailbox()
    try await world.writeNotices()
  }

  private func live(in zone: String?) async throws {
    _ = try await world.desk.perform(
      ChangeProfile(timeZone: .some(try zone.map { try TimeZoneName($0) })),
      as: world.benViewer
    )
    _ = try await world.desk.perform(ChangeProfile(name: .init("Ben B.")), as: world.benViewer)
    try await world.writeNotices()
  }

  private func giveToBen() async throws {
    _ = try await world.perform(
      Assign(conversation: world.anemone.conversation, owner: .agent(world.ben))
    )
  }

  private func digests() async throws -> [OutgoingMail] {
    try await world.fireMailTimers()
    return try await world.outbox(.digest)
  }

  /// From eight in the morning in UTC, in minutes.
  private static let mornings: [(zone: String?, minutes: Int64)] = [
    (zone: nil, minutes: 1_440), (zone: "Europe/Athens", minutes: 1_320),
    (zone: "Asia/Tehran", minutes: 1_230), (zone: "America/New_York", minutes: 300),
    (zone: "Asia/Kathmandu", minutes: 1_095),
  ]

  @Test(arguments: mornings)
  func `the morning is the agent's own`(zone: String?, minutes: Int64) async throws {
    let name = try zone.map { try TimeZoneName($0) }
    let next = DigestHour.next(after: world.clock.now, in: name)
    #expect(next == world.clock.now + .minutes(minutes))
  }

  @Test func `an agent is told each morning what waits`() async throws {
    try await live(in: "Europe/Athens")
    try await giveToBen()
    world.clock.advance(by: .hours(22) - .milliseconds(1))
    #expect(try await digests().isEmpty)
    world.clock.advance(by: .milliseconds(1))
    let sent = try await digests()
    #expect(
      sent.map(\.letter.content)
        == [.digest(count: 1, conversations: [world.anemone.conversation])]
    )
    #expect(sent.map(\.agent) == [world.ben])
    world.clock.advance(by: .hours(24))
    #expect(try await digests().count == 2)
  }

  @Test func `who has nothing to do, or does not want it, is not told`() async throws {
    try await live(in: nil)
    world.clock.advance(by: .hours(24))
    #expect(try await digests().isEmpty)
    try await giveToBen()
    _ = try await world.desk.perform(ChangeMailPreferences(digest: false), as: world.benViewer)
    world.clock.advance(by: .hours(24))
    #expect(try await digests().isEmpty)
    _ = try await world.desk.perform(ChangeMailPreferences(digest: true), as: world.benViewer)
    world.clock.advance(by: .hours(24))
    #expect(try await digests().count == 1)
  }

  @Test func `a morning that was missed by far is left out`() async throws {
    try await live(in: nil)
    try await giveToBen()
    world.clock.advance(by: .hours(24 + 6))
    #expect(try await digests().isEmpty)
    world.clock.advance(by: .hours(18))
    #expect(try await digests().count == 1)
  }
}
