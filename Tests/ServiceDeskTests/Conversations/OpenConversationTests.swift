import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct OpenConversationTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  @Test func `it has a number, an owner and a due time from the start`() async throws {
    let events = try await harness.events {
      let opened = try await harness.perform(
        OpenConversation(
          customer: .address("maria"),
          subject: .init("Broken"),
          text: .init("It is broken.")
        )
      )
      #expect(opened.number == 2)
      #expect(opened.subject == "Broken")
      #expect(opened.status == .open && opened.priority == .normal && opened.channel == .api)
      #expect(opened.owner.id == .team(harness.anemone.team))
      #expect(opened.owner.name == "Support")
      #expect(opened.customer.id == harness.anemone.customer)
      #expect(opened.customer.name == "Maria")
      #expect(opened.dueAt == harness.clock.now + .hours(4))
      #expect(opened.snoozedUntil == nil && opened.labels == [] && opened.messageCount == 1)
      #expect(opened.createdAt == harness.clock.now && opened.updatedAt == harness.clock.now)
      #expect(try await harness.conversation(opened.id) == opened)

      let messages = try await harness.answer(
        ListMessages(conversation: opened.id, window: Window())
      ).items
      #expect(messages.map(\.text) == ["It is broken."])
      #expect(messages.map(\.kind) == [.incoming])
      #expect(messages.map(\.author) == [.customer(harness.anemone.customer)])
      #expect(messages.map(\.authorName) == ["Maria"])
      #expect(messages.map(\.delivery) == [nil])
    }

    #expect(events == ["conversation.opened"])
  }

  @Test func `the due time is the account's promise`() async throws {
    try await harness.perform(ChangeAccount(replyMinutes: 30))

    #expect(try await harness.open().dueAt == harness.clock.now + .minutes(30))
  }

  @Test func `each opens its own, and numbers count up in each account`() async throws {
    let numbers = [try await harness.open().number, try await harness.open().number]
    let other = try await harness.desk.perform(
      OpenConversation(customer: .address("maria"), text: .init("Hello")),
      as: harness.stefan
    )

    #expect(numbers == [2, 3])
    #expect(other.number == 2)
  }

  @Test func `many at once have numbers without a gap`() async throws {
    let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
      for customer in 0..<12 {
        group.addTask { try await harness.open(from: "c\(customer)").number }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }

    #expect(numbers.sorted() == Array(2...13))
  }

  @Test(arguments: [
    ("One line", "One line"),
    ("\n\nFirst\nsecond", "First"),
    ("First\r\nsecond", "First"),
    (String(repeating: "é", count: 120), String(repeating: "é", count: 120)),
    (String(repeating: "é", count: 121), String(repeating: "é", count: 119) + "…"),
  ])
  func `without a subject it is the first line, up to 120 scalars`(text: String, subject: String)
    async throws
  {
    #expect(try await harness.open(text).subject == subject)
  }

  @Test func `the longest texts are stored by both databases`() async throws {
    let subject = String(repeating: "𝄞", count: 250)
    let text = String(repeating: "é", count: 100_000)

    let opened = try await harness.perform(
      OpenConversation(
        customer: .address("maria"),
        subject: .init(subject),
        text: .init(text)
      )
    )

    #expect(opened.subject == subject)
    let message = try await harness.answer(ListMessages(conversation: opened.id, window: Window()))
    #expect(message.items.first?.text == text)
  }
}
