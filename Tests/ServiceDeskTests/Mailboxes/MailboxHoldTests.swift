import ServiceDesk
import Storage
import TestSupport
import Testing

/// Which node may look into a mailbox.
@Suite struct MailboxHoldTests {
  private let world: MailWorld

  init() async throws { world = try await MailWorld() }

  private func take(_ node: Int64) async throws {
    let time = world.harness.clock.now
    try await world.harness.database.write {
      try MailboxHold.take(node: node, at: time, in: $0)
    }
  }

  private func held(by node: Int64) async throws -> [ID<Mailbox>] {
    let time = world.harness.clock.now
    return try await world.harness.database.read {
      try MailboxHold.held(by: node, at: time, in: $0).map(\.mailbox)
    }
  }

  @Test func `of nodes that ask at once, one has it`() async throws {
    async let first: Void = take(1)
    async let second: Void = take(2)
    async let third: Void = take(3)
    _ = try await (first, second, third)
    var holders: [ID<Mailbox>] = []
    for node in Int64(1)...3 { holders += try await held(by: node) }
    #expect(holders == [world.mailbox])
  }

  @Test func `who goes on asking keeps it, and who has gone loses it in time`() async throws {
    try await take(1)
    for _ in 1...5 {
      world.harness.clock.advance(by: .minutes(1))
      try await take(1)
      try await take(2)
      #expect(try await held(by: 1) == [world.mailbox])
      #expect(try await held(by: 2).isEmpty)
    }
    world.harness.clock.advance(by: .seconds(90))
    try await take(2)
    #expect(try await held(by: 2).isEmpty)
    world.harness.clock.advance(by: .milliseconds(1))
    try await take(2)
    try await take(1)
    #expect(try await held(by: 2) == [world.mailbox])
    #expect(try await held(by: 1).isEmpty)
  }

  @Test func `one that is paused is nobody's`() async throws {
    try await take(1)
    try await world.harness.perform(PauseMailbox(mailbox: world.mailbox))
    #expect(try await held(by: 1).isEmpty)
    world.harness.clock.advance(by: .hours(1))
    try await take(2)
    #expect(try await held(by: 2).isEmpty)
    try await world.harness.perform(ResumeMailbox(mailbox: world.mailbox))
    try await take(2)
    #expect(try await held(by: 2) == [world.mailbox])
  }
}
