import ServiceDesk
import Storage
import TestSupport
import Testing

@Suite struct ContinueConversationTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness() }

  private func proceed(_ conversation: ID<Conversation>) async throws -> Message {
    try await harness.perform(ContinueConversation(conversation: conversation, text: .init("And?")))
  }

  @Test func `a message is the customer's, by the conversation's channel`() async throws {
    let message = try await proceed(harness.anemone.conversation)

    #expect(message.kind == .incoming)
    #expect(message.author == .customer(harness.anemone.customer))
    #expect(message.channel == .api)
  }

  @Test func `a resolved conversation is open again, however long ago it was`() async throws {
    let id = harness.anemone.conversation
    try await harness.perform(Resolve(conversation: id))
    harness.clock.advance(by: .days(100))

    let events = try await harness.events { _ = try await proceed(id) }

    #expect(events == ["message.received"])
    let conversation = try await harness.conversation(id)
    #expect(conversation.status == .open)
    #expect(conversation.dueAt == harness.clock.now + .hours(4))
  }

  @Test func `spam stays spam`() async throws {
    let id = harness.anemone.conversation
    try await harness.perform(MarkSpam(conversation: id))

    _ = try await proceed(id)

    let conversation = try await harness.conversation(id)
    #expect(conversation.status == .spam && conversation.dueAt == nil)
    #expect(conversation.messageCount == 2)
  }
}
