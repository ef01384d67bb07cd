import Foundation
import ServiceDesk
import Storage
import TestSupport
import Testing
import Understanding

/// What customers' messages make of their conversations, read with the shipped model.
@Suite struct MoodTests {
  let harness: DeskHarness

  init() async throws { harness = try await DeskHarness(reader: ShippedModel.reader()) }

  private static let outrage = "This is outrageous! You lost my parcel AGAIN and nobody cares."
  private static let thanks = "Thank you so much, you saved my holiday, I am so happy!"
  private static let plain = "What are your opening hours on Monday?"

  private func write(_ text: String, into conversation: ID<Conversation>) async throws -> Message {
    try await harness.perform(ContinueConversation(conversation: conversation, text: .init(text)))
  }

  @Test func `each message is read as it comes in, and makes the conversation's mood`() async throws
  {
    let opened = try await harness.open(Self.outrage)
    let mood = try #require(opened.mood)
    #expect(mood.score <= Mood.upset && mood.feeling != nil)
    let asked = try await write(Self.plain, into: opened.id)
    #expect(asked.reading?.polarity == .neutral)
    let still = try await harness.conversation(opened.id)
    #expect(still.mood?.score == mood.score, "a plain question undoes no outburst")
    let grateful = try await write(Self.thanks, into: opened.id)
    #expect(grateful.reading?.feelings.contains(.gratitude) == true)
    #expect(try await harness.conversation(opened.id).mood?.score ?? 0 > 0)
  }

  @Test func `a turn for the worse is an event, once`() async throws {
    let conversation = try await harness.open(Self.thanks).id
    let events = try await harness.events {
      _ = try await write(Self.outrage, into: conversation)
      _ = try await write(Self.outrage, into: conversation)
    }
    #expect(events.filter { $0 == "mood.worsened" }.count == 1)
  }

  @Test func `what was urgent is so until the team has answered`() async throws {
    let conversation = try await harness.open(
      "URGENT: our shop is down, we cannot sell anything right now, please help immediately!"
    ).id
    #expect(try await harness.conversation(conversation).mood?.isUrgent == true)
    _ = try await write(Self.plain, into: conversation)
    #expect(try await harness.conversation(conversation).mood?.isUrgent == true)
    try await harness.perform(Reply(conversation: conversation, text: .init("It runs again.")))
    _ = try await write(Self.plain, into: conversation)
    #expect(try await harness.conversation(conversation).mood?.isUrgent == false)
  }

  @Test func `lists are filtered and sorted by it`() async throws {
    let upset = try await harness.open(Self.outrage, from: "a").id
    let glad = try await harness.open(Self.thanks, from: "b").id
    let plain = try await harness.open(Self.plain, from: "c").id
    func list(_ mood: ListConversations.MoodFilter?) async throws -> [ID<Conversation>] {
      try await harness.answer(ListConversations(mood: mood, order: .mood)).items.map(\.id)
    }
    #expect(
      try await list(nil).filter { [upset, glad, plain].contains($0) } == [upset, plain, glad]
    )
    #expect(try await list(.upset) == [upset])
    #expect(try await list(.positive) == [glad])
    #expect(try await harness.answer(CountUpset()) == 1)
    try await harness.perform(Resolve(conversation: upset))
    #expect(try await list(.upset).isEmpty)
    #expect(try await harness.answer(CountUpset()) == 0)
  }

  @Test func `a correction reads the conversation anew`() async throws {
    let conversation = try await harness.open(Self.outrage)
    let messages = ListMessages(conversation: conversation.id, window: Window())
    let message = try #require(try await harness.answer(messages).items.first)
    #expect(message.reading?.polarity == .negative)
    let corrected = try await harness.perform(
      CorrectMessageReading(
        message: message.id,
        conversation: conversation.id,
        label: "neutral",
        isTrue: true
      )
    )
    #expect(corrected.reading?.polarity == .neutral)
    #expect(try await harness.conversation(conversation.id).mood?.score == 0)
    let again = try await harness.open(Self.outrage, from: "another")
    #expect(again.mood?.score == 0, "the account has learned from it")
  }

  @Test func `a correction leaves what else the conversation says`() async throws {
    let conversation = try await harness.open(
      "URGENT: our shop is down, we cannot sell anything right now, please help immediately!"
    ).id
    let thanks = try await write(Self.thanks, into: conversation)
    let before = try #require(try await harness.conversation(conversation).mood)
    #expect(before.isUrgent, "the team has not answered yet")
    try await harness.perform(
      CorrectMessageReading(
        message: thanks.id,
        conversation: conversation,
        label: "delight",
        isTrue: false
      )
    )
    let after = try #require(try await harness.conversation(conversation).mood)
    #expect(after.isUrgent && after.score > 0)
  }

  @Test func `what the team writes is not read, and cannot be put right`() async throws {
    let conversation = try await harness.open(Self.plain).id
    let note = try await harness.perform(
      AddNote(conversation: conversation, text: .init(Self.outrage))
    )
    #expect(note.reading == nil)
    #expect(try await harness.conversation(conversation).mood?.score == 0)
    await #expect(throws: ReadingFailure.notRead) {
      try await harness.perform(
        CorrectMessageReading(
          message: note.id,
          conversation: conversation,
          label: "anger",
          isTrue: true
        )
      )
    }
  }

  @Test func `without a model nothing is read`() async throws {
    let plain = try await DeskHarness()
    #expect(try await plain.open(Self.outrage).mood == nil)
  }
}
