import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct ListConversationsTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  /// Opens conversations, several in the same millisecond.
  private func open(_ count: Int) async throws {
    for number in 0..<count {
      if number.isMultiple(of: 3) { harness.clock.advance(by: .milliseconds(1)) }
      try await harness.open("Hello", from: "c\(number % 7)")
    }
    // As if all had been read.
    try await harness.database.write { transaction in
      _ = try transaction.execute("UPDATE conversation SET mood = number % 5 - 2")
    }
  }

  /// Walks through the list, doing something between its pages.
  private func walk(
    _ order: ListConversations.Order,
    between: () async throws -> Void = {}
  ) async throws -> [Conversation] {
    var found: [Conversation] = []
    var sizes: [Int] = []
    var cursor: Cursor?
    repeat {
      let page = try await harness.answer(
        ListConversations(order: order, window: Window(limit: 50, after: cursor))
      )
      found += page.items
      sizes.append(page.items.count)
      cursor = page.next
      if cursor != nil { try await between() }
    } while cursor != nil
    #expect(sizes.dropLast().allSatisfy { $0 == 50 })
    return found
  }

  @Test(arguments: ListConversations.Order.allCases)
  func `a walk through 120 by pages of 50 meets each once, in order`(
    order: ListConversations.Order
  ) async throws {
    try await open(119)

    let walked = try await walk(order)

    let numbers = walked.map(\.number)
    #expect(numbers.sorted() == Array(1...120))
    switch order {
    case .created: #expect(numbers == numbers.sorted(by: >))
    case .activity:
      let keys = walked.map { ($0.updatedAt, $0.id) }
      #expect(keys.elementsEqual(keys.sorted { $0 > $1 }, by: ==))
    case .due:
      let keys = walked.map { ($0.dueAt ?? TestClock.start, $0.id) }
      #expect(keys.elementsEqual(keys.sorted { $0 < $1 }, by: ==))
    case .mood:
      let keys = walked.map { ($0.mood?.score ?? 0, $0.id) }
      #expect(keys.elementsEqual(keys.sorted { $0 < $1 }, by: ==) && keys.contains { $0.0 < 0 })
    }
  }

  @Test(arguments: ListConversations.Order.allCases)
  func `what comes in meanwhile moves nothing`(order: ListConversations.Order) async throws {
    try await open(119)
    let before = try await walk(order).map(\.number)

    let walked = try await walk(order) { try await open(4) }.map(\.number)

    #expect(walked.filter { $0 <= 120 } == before)
    #expect(Set(walked).count == walked.count)
  }

  @Test(arguments: ListConversations.Order.allCases)
  func `a list takes two statements, however long it is`(order: ListConversations.Order)
    async throws
  {
    try await open(60)
    let cursor = try await harness.answer(
      ListConversations(order: order, window: Window(limit: 5))
    ).next
    for window in [Window(limit: 1), Window(limit: 50), Window(limit: 50, after: cursor)] {
      let query = ListConversations(order: order, window: window)
      #expect(try await harness.statements(of: query, as: harness.amina) == 2)
    }
  }

  @Test func `a cursor of another order is refused`() async throws {
    try await open(3)
    let cursor = try await harness.answer(
      ListConversations(order: .created, window: Window(limit: 1))
    ).next

    await #expect(throws: CursorFailure.otherList) {
      try await harness.answer(
        ListConversations(order: .activity, window: Window(after: cursor))
      )
    }
  }

  @Test func `what is resolved or spam is listed where it is asked for`() async throws {
    let (resolved, spam) = (try await harness.open(), try await harness.open())
    try await harness.perform(Resolve(conversation: resolved.id))
    try await harness.perform(MarkSpam(conversation: spam.id))
    func numbers(
      _ statuses: [Conversation.Status],
      _ order: ListConversations.Order = .activity
    ) async throws -> [Int] {
      try await harness.answer(ListConversations(statuses: statuses, order: order)).items
        .map(\.number).sorted()
    }

    #expect(try await numbers(Conversation.Status.unresolved) == [1])
    #expect(try await numbers([.resolved]) == [2])
    #expect(try await numbers([.spam, .open]) == [1, 3])
    #expect(try await numbers(Conversation.Status.allCases) == [1, 2, 3])
    #expect(try await numbers([.waiting, .snoozed]) == [])
    #expect(try await numbers(Conversation.Status.allCases, .due) == [1])
  }

  @Test func `they are listed by owner, team, label, customer and view`() async throws {
    let mine = try await harness.open(from: "c1")
    let bens = try await harness.open(from: "c2")
    let returns = try await harness.perform(AddTeam(name: .init("Returns"))).id
    let teams = try await harness.open(from: "c3")
    try await harness.perform(
      Assign(conversation: mine.id, owner: .agent(harness.anemone.agent))
    )
    try await harness.perform(Assign(conversation: bens.id, owner: .agent(harness.ben)))
    try await harness.perform(Assign(conversation: teams.id, owner: .team(returns)))
    try await harness.perform(
      LabelConversation(conversation: bens.id, labels: [.init("vip")])
    )
    func numbers(_ query: ListConversations) async throws -> [Int] {
      try await harness.answer(query).items.map(\.number).sorted()
    }

    #expect(try await numbers(ListConversations(owner: harness.ben)) == [bens.number])
    #expect(try await numbers(ListConversations(team: returns)) == [teams.number])
    #expect(try await numbers(ListConversations(label: "vip")) == [bens.number])
    #expect(try await numbers(ListConversations(label: "unknown")) == [])
    #expect(
      try await numbers(ListConversations(customer: bens.customer.id)) == [bens.number]
    )
    #expect(try await numbers(ListConversations(view: .mine)) == [mine.number])
    #expect(try await numbers(ListConversations(view: .unassigned)) == [1, teams.number])
    #expect(try await numbers(ListConversations(owner: harness.ben, label: "vip")).count == 1)
    #expect(try await numbers(ListConversations(owner: harness.ben, view: .mine)) == [])
  }
}
