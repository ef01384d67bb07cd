import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct StartConversationTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  @Test func `it waits for the customer, is the agent's, and begins with a reply`() async throws {
    let file = try await harness.upload()
    let events = try await harness.events {
      let started = try await harness.perform(
        StartConversation(
          customer: .address("nikos"),
          text: Message.Body("Your lamp is here.\nCome by!"),
          attachments: [file]
        )
      )
      #expect(started.status == .waiting && started.subject == "Your lamp is here.")
      #expect(started.owner.id == .agent(harness.anemone.agent))
      #expect(started.dueAt == harness.clock.now + .minutes(240))
      #expect(started.number == 2 && started.messageCount == 1)
      let messages = try await harness.answer(
        ListMessages(conversation: started.id, window: Window())
      ).items
      #expect(messages.map(\.kind) == [.reply] && messages[0].attachments.map(\.id) == [file])
      #expect(messages[0].author == .agent(harness.anemone.agent))
    }
    #expect(
      events == [
        "customer.created", "conversation.opened", "conversation.assigned", "reply.sent",
      ]
    )
    #expect(try await harness.violations() == [])
  }

  @Test func `the customer's answer comes back to it`() async throws {
    let started = try await harness.perform(
      StartConversation(
        customer: .address("maria"),
        subject: .init("A lamp"),
        text: Message.Body("It is here."),
        channel: .phone
      )
    )
    try await harness.perform(Resolve(conversation: harness.anemone.conversation))
    let answer = try await harness.call("Thanks!", from: "maria")
    #expect(answer.conversation.id == started.id && answer.conversation.status == .open)
    #expect(answer.conversation.subject == "A lamp")
    #expect(try await harness.answer(CountConversations())[started.owner.id, .open] == 1)
  }

  @Test func `only an agent starts one`() async throws {
    await #expect(throws: AccessFailure.notAllowed) {
      try await harness.desk.perform(
        StartConversation(customer: .address("maria"), text: Message.Body("Hello")),
        as: .system(of: harness.anemone.account)
      )
    }
  }
}
