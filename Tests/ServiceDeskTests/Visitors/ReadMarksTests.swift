import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct ReadMarksTests {
  let harness: DeskHarness
  let browser: Browser
  /// Three messages of one conversation.
  let messages: [ChatMessage]
  let marks: ReadMarks

  init() async throws {
    harness = try await DeskHarness()
    browser = try await harness.browser(at: try await harness.inbox())
    messages = [
      try await browser.write("1"), try await browser.write("2"), try await browser.write("3"),
    ]
    marks = ReadMarks(database: harness.database)
  }

  private func mark(_ index: Int, agent: ID<Agent>? = nil) async throws -> ReadMarks.Mark {
    let customer = try await harness.customer(of: browser)
    return ReadMarks.Mark(
      account: harness.anemone.account,
      conversation: messages[index].conversation,
      reader: agent.map { .agent($0) } ?? .customer(customer),
      message: messages[index].id
    )
  }

  private func stored(_ side: ReadMarks.Side) async throws -> ID<Message>? {
    try await harness.answer(FindReadMarks(conversation: messages[0].conversation))[side]
  }

  @Test func `a mark is seen at once, and written when it is flushed`() async throws {
    marks.note(try await mark(1))

    let conversations = [messages[0].conversation]
    let account = harness.anemone.account
    #expect(
      marks.latest(.customer, in: conversations, of: account, stored: messages[0].id)
        == messages[1].id
    )
    #expect(
      marks.latest(.customer, in: conversations, of: account, stored: messages[2].id)
        == messages[2].id
    )
    #expect(marks.latest(.agent, in: conversations, of: account, stored: nil) == nil)
    #expect(
      marks.latest(.customer, in: conversations, of: harness.basil.account, stored: nil) == nil
    )
    #expect(try await stored(.customer) == nil)

    try await marks.flush()

    #expect(try await stored(.customer) == messages[1].id)
    #expect(marks.latest(.customer, in: conversations, of: account, stored: nil) == nil)
    #expect(try await browser.history().readByCustomer == messages[1].id)
    #expect(try await browser.history().readByTeam == nil)
    #expect(try await harness.violations() == [])
  }

  @Test func `a mark only moves on`() async throws {
    for index in [2, 0] {
      marks.note(try await mark(index))
      try await marks.flush()
      #expect(try await stored(.customer) == messages[2].id)
    }
  }

  @Test func `the team has read as far as any of it`() async throws {
    marks.note(try await mark(0, agent: harness.anemone.agent))
    marks.note(try await mark(1, agent: harness.ben))
    try await marks.flush()

    #expect(try await stored(.agent) == messages[1].id)
    #expect(try await browser.history().readByTeam == messages[1].id)
  }

  @Test func `each move is told once`() async throws {
    let told = Moves()
    let marks = ReadMarks(database: harness.database) { told.note($0.message) }

    for index in [0, 1, 1, 0] { marks.note(try await mark(index)) }

    #expect(told.all == [messages[0].id, messages[1].id])
  }

  @Test func `what waits is written when the loop ends`() async throws {
    marks.note(try await mark(2))

    let loop = Task { try await marks.run() }
    loop.cancel()
    try await loop.value

    #expect(try await stored(.customer) == messages[2].id)
  }
}
