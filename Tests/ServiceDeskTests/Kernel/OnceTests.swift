import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct OnceTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private func key(_ key: String = "key", of request: String = "request") throws -> RequestKey {
    try RequestKey(key: key, fingerprint: Array(request.utf8))
  }

  /// Opens a conversation under the key.
  private func open(
    once key: RequestKey,
    as viewer: Viewer? = nil,
    attachments: [ID<ServiceDesk.Attachment>] = []
  ) async throws -> StoredAnswer {
    try await harness.desk.perform(
      OpenConversation(
        customer: .address("maria"),
        text: Message.Body("Hello"),
        attachments: attachments
      ),
      as: viewer ?? harness.amina,
      once: key
    ) { StoredAnswer(status: 201, body: "\($0.number)") }
  }

  private var conversations: Int {
    get async throws { try await harness.answer(ListConversations()).items.count }
  }

  @Test func `the same request under the same key gets the same answer, and does nothing again`()
    async throws
  {
    let first = try await open(once: key())
    let events = try await harness.events {
      let (second, third) = (try await open(once: key()), try await open(once: key()))
      #expect(second == first && third == first)
    }

    #expect(first == StoredAnswer(status: 201, body: "2"))
    #expect(events == [])
    #expect(try await conversations == 2)
  }

  @Test func `another key is another request`() async throws {
    #expect(try await open(once: key("one")).body == "2")
    #expect(try await open(once: key("two")).body == "3")
  }

  @Test func `another request under the same key is refused`() async throws {
    _ = try await open(once: key())

    await #expect(throws: OnceFailure.keyReused) {
      try await open(once: key(of: "another"))
    }
    #expect(try await conversations == 2)
  }

  @Test func `each account has its own keys`() async throws {
    _ = try await open(once: key())

    #expect(try await open(once: key(of: "another"), as: harness.stefan).body == "2")
  }

  @Test func `a command that fails leaves no key, so that it can be mended`() async throws {
    await #expect(throws: AccessFailure.noSuchAttachment) {
      try await open(once: key(), attachments: [ID(1)])
    }

    #expect(try await open(once: key(of: "mended")).body == "2")
  }

  @Test func `a key is kept for 24 hours, and no longer`() async throws {
    _ = try await open(once: key())

    harness.clock.advance(by: .hours(24))
    #expect(try await open(once: key()).body == "2")
    harness.clock.advance(by: .milliseconds(1))
    #expect(try await open(once: key(of: "another")).body == "3")
    #expect(try await open(once: key(of: "another")).body == "3")
  }

  @Test func `many at once under one key have one effect`() async throws {
    let answers = try await withThrowingTaskGroup(of: StoredAnswer?.self) { group in
      for _ in 0..<16 {
        group.addTask {
          do {
            return try await open(once: key())
          } catch OnceFailure.stillRunning {
            return nil
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }

    #expect(Set(answers.compactMap { $0?.body }) == ["2"])
    #expect(try await conversations == 2)
  }

  @Test func `many nodes at once under one key have one effect`() async throws {
    let harness = harness
    let answers = try await withThrowingTaskGroup(of: StoredAnswer.self) { group in
      for _ in 0..<4 {
        // A desk of its own knows nothing of what runs on the others.
        let node = Desk(
          database: harness.database,
          blobs: harness.desk.blobs,
          ids: harness.desk.ids,
          secrets: harness.desk.secrets,
          now: { harness.clock.now }
        )
        group.addTask {
          try await node.perform(
            OpenConversation(customer: .address("maria"), text: Message.Body("Hello")),
            as: harness.amina,
            once: key()
          ) { StoredAnswer(status: 201, body: "\($0.number)") }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }

    #expect(answers.count == 4)
    #expect(Set(answers.map(\.body)) == ["2"])
    #expect(try await conversations == 2)
  }

  @Test(arguments: ["", " ", "a b", "é", "a\n", "a\u{7F}", String(repeating: "k", count: 256)])
  func `a key is 1 to 255 visible characters`(text: String) throws {
    #expect(throws: OnceFailure.malformedKey) { try key(text) }
    _ = try key(String(repeating: "k", count: 255))
  }
}
