import Foundation
import ServiceDesk
import Storage
import Testing

@testable import Web

/// Until when a conversation sleeps, in the agent's own zone.
@Suite struct SnoozeChoiceTests {
  // A Friday evening in Athens, in winter: 20:30 there.
  private let now = Timestamp(rfc3339: "2026-11-20T18:30:00.000Z")
  private let athens = TimeZone(identifier: "Europe/Athens")

  @Test(arguments: [
    ("later", "2026-11-20T21:30:00.000Z"), ("tomorrow", "2026-11-21T07:00:00.000Z"),
    ("monday", "2026-11-23T07:00:00.000Z"), ("2026-12-24T09:15", "2026-12-24T07:15:00.000Z"),
    ("2026-07-01T09:00", "2026-07-01T06:00:00.000Z"),
    ("2026-12-24T09:15:00.000Z", "2026-12-24T09:15:00.000Z"),
  ])
  func `is what people mean by it`(text: String, time: String) throws {
    let choice = try SnoozeChoice(text, in: athens)
    #expect(try choice.time(after: try #require(now), in: athens).rfc3339 == time)
  }

  @Test(arguments: ["", "soon", "2026-13-01T09:00"])
  func `anything else is refused`(text: String) {
    #expect(throws: ConversationFailure.snoozeTimeOutOfRange) {
      try SnoozeChoice(text, in: athens)
    }
  }
}
