import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct TimelineTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private func timeline(of customer: ID<Customer>? = nil) async throws -> [Timeline.Entry] {
    try await harness.answer(Timeline(customer: customer ?? harness.anemone.customer))
  }

  @Test func `what happened comes newest first, without messages`() async throws {
    let id = harness.anemone.conversation
    harness.clock.advance(by: .minutes(1))
    try await harness.perform(Reply(conversation: id, text: Message.Body("Hi")))
    try await harness.perform(Assign(conversation: id, owner: .agent(harness.ben)))
    try await harness.perform(Resolve(conversation: id))
    try await harness.perform(
      ChangeCustomer(customer: harness.anemone.customer, name: Customer.Name("Maria C."))
    )
    let entries = try await timeline()
    #expect(
      entries.map(\.kind) == [
        "customer.changed", "conversation.resolved", "conversation.assigned",
        "conversation.opened", "customer.created",
      ]
    )
    #expect(entries[1].agentName == "Amina" && entries[1].at == harness.clock.now)
    #expect(entries[1].conversation == id && entries[1].number == 1)
    #expect(entries[0].conversation == nil && entries[0].number == nil)
  }

  @Test func `those who are merged have one timeline`() async throws {
    let nikos = try await harness.customer("nikos")
    try await harness.perform(MergeCustomers(survivor: harness.anemone.customer, other: nikos))
    let entries = try await timeline()
    #expect(entries.first?.kind == "customer.merged")
    #expect(entries.filter { $0.kind == "conversation.opened" }.count == 2)
    #expect(try await timeline(of: nikos) == entries)
  }

  @Test func `nobody else's events are in it, and no more than thirty`() async throws {
    try await harness.open("Hello", from: "nikos")
    #expect(try await timeline().count == 2)
    for number in 1...35 {
      try await harness.perform(
        ChangeConversation(
          conversation: harness.anemone.conversation,
          subject: .init("Subject \(number)")
        )
      )
    }
    let entries = try await timeline()
    #expect(entries.count == 30 && Set(entries.map(\.kind)) == ["conversation.changed"])
  }

  @Test func `it takes two statements`() async throws {
    let query = Timeline(customer: harness.anemone.customer)
    #expect(try await harness.statements(of: query, as: harness.amina) == 2)
  }
}
