import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct HousekeepingTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private func clean(eventsKept: Duration?) async throws {
    let clock = harness.clock
    try await Housekeeping(
      database: harness.database,
      eventsKept: eventsKept,
      now: { clock.now }
    ).clean()
  }

  private func answer(_ key: String) async throws {
    _ = try await harness.desk.perform(
      AddLabel(name: Label.Name(key)),
      as: harness.amina,
      once: RequestKey(key: key, fingerprint: [])
    ) { _ in StoredAnswer(status: 201, body: "") }
  }

  private var keys: [String] {
    get async throws {
      try await harness.database.read {
        try $0.rows("SELECT key FROM request_key ORDER BY key").map { try $0[0] }
      }
    }
  }

  @Test func `keys of requests go after 24 hours`() async throws {
    try await answer("old")
    harness.clock.advance(by: .milliseconds(1))
    try await answer("young")

    harness.clock.advance(by: .hours(24))
    try await clean(eventsKept: nil)

    #expect(try await keys == ["young"])
  }

  @Test func `sessions go when they have expired`() async throws {
    try await harness.desk.setPassword(
      of: harness.ben,
      to: "correct horse",
      as: harness.amina
    )
    func signIn() async throws -> Session.Secret {
      try await harness.desk.signIn(
        email: "ben@anemone.example",
        password: "correct horse",
        device: ""
      )
    }
    _ = try await signIn()
    harness.clock.advance(by: .days(1))
    let young = try await signIn()

    harness.clock.advance(by: .days(29))
    try await clean(eventsKept: nil)

    let left: [String] = try await harness.database.read {
      try $0.rows("SELECT hash FROM session").map { try $0[0] }
    }
    #expect(left == [young.hash.hex])
  }

  @Test func `what counts automatic mails goes after an hour`() async throws {
    func count(_ name: String) async throws {
      let account = harness.anemone.account
      let minute = harness.clock.now.milliseconds / 60_000
      try await harness.database.write { transaction in
        _ = try transaction.execute(
          """
          INSERT INTO automatic_mail (account_id, address, minute, sent, refused)
          VALUES (\(account), \(name), \(minute), 1, 0)
          """
        )
      }
    }
    try await count("old")
    harness.clock.advance(by: .minutes(1))
    try await count("young")
    harness.clock.advance(by: .minutes(59))
    try await clean(eventsKept: nil)

    let left: [String] = try await harness.database.read {
      try $0.rows("SELECT address FROM automatic_mail").map { try $0[0] }
    }
    #expect(left == ["young"])
  }

  @Test func `events go when they are older than they are kept for and have been seen`()
    async throws
  {
    try await harness.feedConsumers()
    let before = try await harness.log(of: harness.amina).count
    harness.clock.advance(by: .days(2))
    try await harness.open()
    try await harness.feedConsumers()

    try await clean(eventsKept: nil)
    #expect(try await harness.log(of: harness.amina).count == before + 1)
    try await clean(eventsKept: .days(1))
    #expect(try await harness.log(of: harness.amina) == ["conversation.opened"])
    #expect(try await harness.violations() == [])
  }
}
