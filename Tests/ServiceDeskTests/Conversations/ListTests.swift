import ServiceDesk
import Storage
import TestSupport
import Testing

/// Lists that are alike: by id, a window at a time, with a bounded number of statements.
@Suite struct ListTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  /// Walks through a list by pages of 50, and checks that it takes `statements` for each.
  private func walk<Q: Query, Item>(
    statements: Int,
    _ query: (Window) -> Q
  ) async throws -> [Item] where Q.Output == Page<Item> {
    var (found, cursor): ([Item], Cursor?) = ([], nil)
    repeat {
      let query = query(Window(limit: 50, after: cursor))
      #expect(try await harness.statements(of: query, as: harness.amina) == statements)
      let page = try await harness.answer(query)
      #expect(page.next == nil || page.items.count == 50)
      found += page.items
      cursor = page.next
    } while cursor != nil
    await #expect(throws: CursorFailure.otherList) {
      try await harness.answer(query(Window(after: Cursor(order: "other", key: 0, id: 1))))
    }
    return found
  }

  @Test func `messages, oldest first`() async throws {
    let id = harness.anemone.conversation
    for number in 2...120 {
      try await harness.perform(
        ContinueConversation(conversation: id, text: .init("\(number)"))
      )
    }

    let found = try await walk(statements: 4) { ListMessages(conversation: id, window: $0) }

    #expect(found.dropFirst().map(\.text) == (2...120).map(String.init))
  }

  @Test func `customers, newest first`() async throws {
    var made = [harness.anemone.customer]
    for number in 2...120 { made.append(try await harness.customer("c\(number)")) }

    let found = try await walk(statements: 3) { ListCustomers(window: $0) }

    #expect(found.map(\.id) == made.reversed())
  }

  @Test func `agents, in the order in which they came`() async throws {
    var made = [harness.anemone.agent, harness.ben]
    for number in 3...120 {
      made.append(
        try await harness.perform(
          AddAgent(name: .init("Agent"), email: .init("a\(number)@anemone.example"))
        ).id
      )
    }

    let found = try await walk(statements: 1) { ListAgents(window: $0) }

    #expect(found.map(\.id) == made)
  }

  @Test func `teams with their members, in the order in which they came`() async throws {
    var made = [harness.anemone.team]
    for number in 2...120 {
      made.append(try await harness.perform(AddTeam(name: .init("Team \(number)"))).id)
      if number > 118 {
        try await harness.perform(JoinTeam(team: made[number - 1], agent: harness.ben))
      }
    }

    let found = try await walk(statements: 2) { ListTeams(window: $0) }

    #expect(found.map(\.id) == made)
    #expect(found.suffix(3).map(\.members) == [[], [harness.ben], [harness.ben]])
  }

  @Test func `labels, in the order in which they came`() async throws {
    var made: [ID<Label>] = []
    for number in 1...120 {
      made.append(try await harness.perform(AddLabel(name: .init("l\(number)"))).id)
    }

    let found = try await walk(statements: 1) { ListLabels(window: $0) }

    #expect(found.map(\.id) == made)
  }

  @Test func `tokens, in the order in which they came`() async throws {
    for number in 2...120 {
      try await harness.perform(IssueToken(name: .init("t\(number)"), grants: .read))
    }

    let found = try await walk(statements: 1) { ListTokens(window: $0) }

    #expect(found.dropFirst().map(\.name.text) == (2...120).map { "t\($0)" })
  }

  @Test func `what is found, newest first`() async throws {
    for number in 1...120 { try await harness.open("bicycle \(number)", from: "c\(number % 7)") }

    let found = try await walk(statements: 5) {
      SearchDesk(text: "bicycle", kind: .messages, window: $0)
    }

    #expect(found.map(\.snippet) == (1...120).reversed().map { "bicycle \($0)" })
  }
}
