import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct MergeTests {
  let harness: DeskHarness
  /// Three customers with a conversation each.
  let (a, b, c): (ID<Customer>, ID<Customer>, ID<Customer>)

  init() async throws {
    harness = try await DeskHarness()
    a = try await harness.customer("a")
    b = try await harness.customer("b")
    c = try await harness.customer("c")
  }

  @discardableResult
  private func merge(_ other: ID<Customer>, into survivor: ID<Customer>) async throws -> Customer {
    try await harness.perform(MergeCustomers(survivor: survivor, other: other))
  }

  @discardableResult
  private func unmerge(_ other: ID<Customer>, from survivor: ID<Customer>) async throws -> Customer
  {
    try await harness.perform(UnmergeCustomers(survivor: survivor, other: other))
  }

  /// The conversations that are listed under a customer, by number.
  private func numbers(of customer: ID<Customer>) async throws -> [Int] {
    try await harness.answer(ListConversations(customer: customer)).items.map(\.number).sorted()
  }

  /// Everything that is known of the three, but for when it last changed.
  private func state() async throws -> [String] {
    var state: [String] = []
    for id in [a, b, c] {
      let customer = try await harness.customer(id)
      let (names, numbers) = (customer.identities.map(\.value), try await numbers(of: id))
      state.append("\(names) \(customer.merged) \(customer.mergedInto?.raw ?? 0) \(numbers)")
    }
    return state
  }

  @Test func `two become one: identities and conversations are the survivor's`() async throws {
    let events = try await harness.events {
      let survivor = try await merge(a, into: b)
      #expect(survivor.id == b)
      #expect(survivor.merged == [a])
      #expect(survivor.identities == [try .address("a"), try .address("b")])
    }

    #expect(events == ["customer.merged"])
    #expect(try await numbers(of: b) == [2, 3])
    #expect(try await numbers(of: a) == [])
    #expect(try await harness.customer(a).mergedInto == b)
    let first = try await harness.answer(ListConversations(customer: b)).items
    #expect(first.map(\.customer.id) == [b, b])
    let listed = try await harness.answer(ListCustomers(window: Window())).items.map(\.id)
    #expect(listed == [c, b, harness.anemone.customer])
  }

  @Test func `a chain ends at its last survivor`() async throws {
    try await merge(a, into: b)
    try await merge(b, into: c)

    #expect(try await numbers(of: c) == [2, 3, 4])
    #expect(try await numbers(of: b) == [])
    #expect(try await harness.customer(a).mergedInto == b)
    #expect(try await harness.customer(b).mergedInto == c)
    let last = try await harness.customer(c)
    #expect(last.merged == [b])
    #expect(last.identities.map(\.value).count == 3)
    #expect(try await harness.customer("a") == c, "a message by the first address goes to the end")
  }

  @Test func `merging into one who is merged leads to the end too`() async throws {
    try await merge(b, into: c)
    try await merge(a, into: b)

    #expect(try await numbers(of: c) == [2, 3, 4])
    try await harness.feedConsumers()
    #expect(try await harness.violations() == [])
  }

  @Test func `undoing is exact, in whatever order`() async throws {
    let apart = try await state()
    try await merge(a, into: b)
    let pair = try await state()
    try await merge(b, into: c)

    let events = try await harness.events { try await unmerge(b, from: c) }
    #expect(events == ["customer.unmerged"])
    #expect(try await state() == pair)
    try await merge(b, into: c)
    try await unmerge(a, from: b)
    try await unmerge(b, from: c)

    #expect(try await state() == apart)
    try await harness.feedConsumers()
    #expect(try await harness.violations() == [])
  }

  @Test func `what came later stays with the survivor`() async throws {
    try await merge(a, into: b)
    let later = try await harness.open(from: "a")
    #expect(later.customer.id == b)

    try await unmerge(a, from: b)

    #expect(try await numbers(of: a) == [2])
    #expect(try await numbers(of: b) == [3, later.number])
  }

  @Test func `no one is merged into themselves, neither at once nor in a circle`() async throws {
    try await merge(a, into: b)
    try await merge(b, into: c)

    for (other, survivor) in [(a, a), (c, c), (c, a), (c, b)] {
      let events = try await harness.events {
        await #expect(throws: CustomerFailure.mergedIntoItself) {
          try await merge(other, into: survivor)
        }
      }
      #expect(events == [])
    }
  }

  @Test func `who is merged cannot be merged again`() async throws {
    try await merge(a, into: b)

    await #expect(throws: CustomerFailure.alreadyMerged) { try await merge(a, into: c) }
    await #expect(throws: CustomerFailure.alreadyMerged) { try await merge(a, into: b) }
  }

  @Test func `a merge that is not there cannot be undone`() async throws {
    try await merge(a, into: b)
    try await merge(b, into: c)

    for (other, survivor) in [(a, c), (b, a), (c, b), (a, a)] {
      await #expect(throws: AccessFailure.noSuchMerge) {
        try await unmerge(other, from: survivor)
      }
    }
  }

  @Test func `two merges crosswise at once do not make a circle`() async throws {
    let (a, b) = (a, b)
    let ends = await withTaskGroup(of: Bool.self) { group in
      for (other, survivor) in [(a, b), (b, a)] {
        group.addTask {
          do {
            try await merge(other, into: survivor)
            return true
          } catch {
            return false
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }

    #expect(ends.count { $0 } == 1)
    try await harness.feedConsumers()
    #expect(try await harness.violations() == [])
  }

  @Test func `a message joins what the customer spoke of before the merge`() async throws {
    let called = try await harness.call("one", from: "d")
    let joined = called.conversation.customer.id
    try await merge(joined, into: c)
    harness.clock.advance(by: .seconds(1))
    try await harness.perform(AddNote(conversation: called.conversation.id, text: .init("later")))

    let again = try await harness.call("two", from: "c")

    #expect(again.conversation.id == called.conversation.id)
    #expect(!again.opened)
  }
}
