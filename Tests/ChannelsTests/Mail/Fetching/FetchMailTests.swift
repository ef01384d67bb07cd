import Channels
import Foundation
import ServiceDesk
import Storage
import TestSupport
import Testing

/// What is fetched from servers that do as they should, and from others.
@Suite struct FetchMailTests {
  /// How a server can deny one message.
  enum Denial: String, CaseIterable, Sendable {
    case refused = "TAG NO [SERVERBUG] it is broken"
    case null = "* 2 FETCH (UID 2 FLAGS () BODY[] NIL)\r\nTAG OK"
    case empty = "* 2 FETCH (UID 2 FLAGS () BODY[] {0}\r\n)\r\nTAG OK"
    case garbled = "* 2 FETCH (UID 2 BODY[] {9999999999}\r\n"
    case silent = "* OK wait"
    case lost = ""
  }

  private static func isBody(_ command: String, of uid: UInt32) -> Bool {
    command.hasPrefix("UID FETCH \(uid) ") && command.contains("BODY")
  }

  @Test(arguments: Denial.allCases)
  func `a mail that cannot be had keeps none that came later, and comes when it can`(
    denial: Denial
  ) async throws {
    let house = try await LoopbackHouse(["INBOX": [.number(1), .number(2), .number(3)]])
    house.server.behave { Self.isBody($0, of: 2) ? denial.rawValue : nil }
    await house.look(3)
    #expect(try await house.subjects == ["1", "3"])
    #expect(try await house.health.skipped == 1)

    house.server.behave(nil)
    house.harness.clock.advance(by: .days(1))
    await house.look()
    #expect(try await house.subjects == ["1", "3", "2"])
    #expect(try await house.health.skipped == 0)
  }

  @Test func `a mail of two hundred million bytes is told of until it is gone, and never loaded`()
    async throws
  {
    let house = try await LoopbackHouse(["INBOX": [.number(1), .number(2)]])
    house.server.behave { command in
      command.contains("RFC822.SIZE") && command.hasPrefix("UID FETCH 1")
        ? "* 1 FETCH (UID 1 RFC822.SIZE 200000000)\r\n* 2 FETCH (UID 2)\r\nTAG OK" : nil
    }
    await house.look(3)
    #expect(try await house.subjects == ["2"])
    let skipped = try await house.harness.answer(ListSkippedMail(mailbox: house.mailbox))
    #expect(skipped.map(\.reason) == [.tooLarge] && skipped.map(\.words) == ["200000000"])
    let health = try await house.health
    #expect(health.lastError == nil && health.skipped == 1)

    house.harness.clock.advance(by: .days(1))
    await house.look()
    #expect(!house.server.heard.contains { Self.isBody($0, of: 1) })
    house.server.behave(nil)
    house.server.empty("INBOX")
    house.harness.clock.advance(by: .days(1))
    await house.look()
    #expect(try await house.health.skipped == 0)
  }

  @Test func `a server that hands nothing over is asked for little, and loses nothing`()
    async throws
  {
    let house = try await LoopbackHouse(["INBOX": (1...30).map { .number($0) }])
    house.server.behave { $0.contains("BODY") ? "TAG NO [UNAVAILABLE] later" : nil }
    await house.look()
    #expect(house.server.heard.count { $0.contains("BODY") } == 10)
    #expect(try await house.health.lastError == "INBOX: UNAVAILABLE later")

    house.server.behave(nil)
    house.harness.clock.advance(by: .hours(1))
    await house.look()
    #expect(try await house.subjects.count == 30)
    let health = try await house.health
    #expect(health.lastError == nil && health.skipped == 0)
  }

  @Test func `what was skipped is met anew when the folder is numbered anew`() async throws {
    let house = try await LoopbackHouse(["INBOX": [.number(1), .number(2)]])
    house.server.behave { Self.isBody($0, of: 1) ? "TAG NO no" : nil }
    await house.look()
    #expect(try await house.health.skipped == 1)
    house.server.number(anew: 8)
    house.harness.clock.advance(by: .days(1))
    await house.look()
    #expect(try await house.health.skipped == 1)
    house.server.behave(nil)
    house.harness.clock.advance(by: .days(1))
    await house.look()
    #expect(try await house.subjects == ["2", "1"])
    #expect(try await house.health.skipped == 0)
  }

  @Test func `what was to be marked is left as it is once somebody wants that`() async throws {
    let house = try await LoopbackHouse(
      ["INBOX": [.number(1)]],
      fetching: Mailbox.Fetching(after: .delete)
    )
    house.server.behave { $0.hasPrefix("UID STORE") ? "TAG NO not now" : nil }
    await house.look()
    house.server.behave(nil)
    for after in [Mailbox.Fetching.After.leave, .delete] {
      let mailbox = try await house.harness.answer(FindMailbox(mailbox: house.mailbox))
      var settings = mailbox.settings
      settings.fetching.after = after
      try await house.harness.perform(
        ChangeMailbox(mailbox: house.mailbox, settings: settings)
      )
      await house.look()
    }
    #expect(house.server.messages(in: "INBOX").map(\.flags) == [[]])
  }

  @Test(arguments: [Mailbox.Fetching.After.flag, .delete, .move])
  func `what was kept before the line broke is marked at the next look`(
    after: Mailbox.Fetching.After
  ) async throws {
    let house = try await LoopbackHouse(
      ["INBOX": [.number(1), .number(2)], "Done": []],
      fetching: Mailbox.Fetching(after: after, moveTo: "Done")
    )
    house.server.behave { $0.hasPrefix("UID STORE") || $0.hasPrefix("UID MOVE") ? "" : nil }
    await house.look()
    #expect(house.server.messages(in: "INBOX").count == 2)

    house.server.behave(nil)
    await house.look(2)
    let left = house.server.messages(in: "INBOX")
    #expect(left.map(\.flags) == (after == .flag ? [["\\Seen"], ["\\Seen"]] : []))
    #expect(house.server.messages(in: "Done").count == (after == .move ? 2 : 0))
    #expect(try await house.subjects == ["1", "2"])
  }

  @Test func `what the server will not move is told of until it does`() async throws {
    let house = try await LoopbackHouse(
      ["INBOX": [.number(1), .number(2)]],
      fetching: Mailbox.Fetching(after: .move, moveTo: "Done")
    )
    await house.look(2)
    #expect(try await house.health.lastError == "INBOX: TRYCREATE no such folder")
    #expect(try await house.subjects == ["1", "2"])
  }

  @Test func `the last of all numbers is a message like any other`() async throws {
    let house = try await LoopbackHouse(["INBOX": [.number(.max)]])
    await house.look(2)
    #expect(try await house.subjects == ["\(UInt32.max)"])
    #expect(try await house.health.lastError == nil)
  }

  @Test func `what came before the day from which on mail is fetched is not even loaded`()
    async throws
  {
    // The 23rd of November 2026 at nine, universal time.
    let since = Timestamp(milliseconds: 1_795_424_400_000)
    let house = try await LoopbackHouse(
      ["INBOX": (1...9).map { .number($0, on: 10) } + [.number(10, on: 22), .number(11)]],
      fetching: Mailbox.Fetching(since: since)
    )
    await house.look(2)
    #expect(try await house.subjects == ["11"])
    #expect(house.server.heard.filter { $0.contains("BODY") }.count == 1)
  }

  @Test func `all folders are looked into, and one that is not there stops no other`()
    async throws
  {
    let house = try await LoopbackHouse(
      ["INBOX": [.number(1)], "Sales": [.number(2)]],
      fetching: Mailbox.Fetching(folders: ["INBOX", "Gone", "Sales"])
    )
    await house.look()
    #expect(try await house.subjects == ["1", "2"])
    #expect(try await house.health.lastError == "Gone: NONEXISTENT no such folder")
  }

  @Test func `what was fetched is moved on the server`() async throws {
    let house = try await LoopbackHouse(
      ["INBOX": [.number(1), .number(2)], "Done": []],
      fetching: Mailbox.Fetching(after: .move, moveTo: "Done")
    )
    await house.look()
    #expect(house.server.messages(in: "INBOX").isEmpty)
    #expect(house.server.messages(in: "Done").map(\.uid) == [1, 2])
  }
}
