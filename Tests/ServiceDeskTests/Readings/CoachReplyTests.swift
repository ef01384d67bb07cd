import ServiceDesk
import TestSupport
import Testing
import Understanding

@Suite struct CoachReplyTests {
  let harness: DeskHarness
  let conversation: ID<Conversation>

  init() async throws {
    harness = try await DeskHarness(reader: ShippedModel.reader())
    conversation = try await harness.open(
      "You lost my lamp, I waited three weeks and nobody answered. I am really angry!"
    ).id
  }

  private func coach(_ text: String) async throws -> ReplyReading {
    let reading = try await harness.answer(CoachReply(conversation: conversation, text: text))
    return try #require(reading)
  }

  @Test func `what is missing shrinks as the answer grows`() async throws {
    let curt = try await coach("Your request has been received and will be processed.")
    #expect(curt.missing.contains(.apologise) && curt.missing.contains(.resolve))
    let good = try await coach(
      """
      Dear Maria, I am so sorry that your lamp was lost and that you waited three weeks without a \
      word; that is infuriating. I have sent a new one today by express, it is with you tomorrow \
      before noon. The parcel was put on the wrong van; from now on we scan every parcel twice.
      """
    )
    #expect(good.missing.count < curt.missing.count)
    #expect(good.steps.contains(.apologise) && good.steps.contains(.resolve))
  }

  @Test func `it tells nobody of another account's conversation`() async throws {
    await #expect(throws: AccessFailure.noSuchConversation) {
      try await harness.desk.answer(
        CoachReply(conversation: conversation, text: "Hello"),
        as: harness.stefan
      )
    }
  }

  @Test func `without a model there is no advice`() async throws {
    let plain = try await DeskHarness()
    let question = CoachReply(conversation: plain.anemone.conversation, text: "Hello")
    #expect(try await plain.answer(question) == nil)
  }
}
