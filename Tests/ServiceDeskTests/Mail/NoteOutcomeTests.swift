import ServiceDesk
import Storage
import TestSupport
import Testing

/// What a server says of each recipient of a mail.
@Suite struct NoteOutcomeTests {
  private let world: MailWorld
  private let reply: Message
  private let mail: ID<OutgoingMail>

  init() async throws {
    world = try await MailWorld()
    var question = try IncomingMail.from("maria")
    question.cc = [try .at("nikos"), try .at("eleni")]
    reply = try await world.answer(world.correspondence(question))
    mail = try #require(reply.mail?.sending?.mail)
  }

  private func refusal(of local: String) throws -> MailProgress.Refusal {
    MailProgress.Refusal(
      address: try EmailAddress("\(local)@anemone.example"),
      words: "550 no",
      status: "5.1.1"
    )
  }

  private func note(refused: [String] = [], putOff: [String] = []) async throws {
    let outcome = NoteOutcome(
      mail: mail,
      refused: try refused.map(refusal),
      putOff: try putOff.map(refusal)
    )
    try await world.harness.desk.perform(outcome, as: world.program)
  }

  private var message: Message {
    get async throws { try await world.message(reply.id, in: reply.conversation) }
  }

  private var status: Conversation.Status {
    get async throws { try await world.harness.conversation(reply.conversation).status }
  }

  @Test func `one who is refused is noted, told, and shown anew`() async throws {
    let events = try await world.harness.events { try await note(refused: ["nikos"]) }
    #expect(events == [MailSent.kind, MailBounced.kind])
    let bounce = try #require(try await message.mail?.sending?.bounce)
    #expect(bounce.recipients == ["nikos@anemone.example"] && bounce.status == "5.1.1")
    #expect(bounce.originalID == reply.mail?.rfcID)
    let changed = try await world.harness.answer(
      MessagesChanged(conversation: reply.conversation, upTo: reply.id, within: .hours(1))
    )
    #expect(changed.map(\.delivery) == [.sent])
    #expect(try await status == .open)
  }

  @Test func `what came back from one outlasts how it goes on with another`() async throws {
    try await note(putOff: ["nikos"])
    var report = try IncomingMail.from("mailer-daemon")
    report.bounce = MailBounce(
      recipients: ["maria@anemone.example"],
      originalID: try await message.mail?.rfcID
    )
    try await world.receive(report)
    try await note(refused: ["nikos"])
    let after = try await message
    #expect(after.delivery == .bounced)
    #expect(
      after.mail?.sending?.bounce?.recipients == ["maria@anemone.example", "nikos@anemone.example"]
    )
  }

  @Test func `a delay is told once`() async throws {
    let events = try await world.harness.events {
      try await note(putOff: ["nikos"])
      try await note(putOff: ["nikos"])
    }
    #expect(events == [MailDelayed.kind])
    #expect(try await message.delivery == .queued)
    #expect(try await status == .waiting)
  }

  @Test func `who was refused stays so while others are tried on`() async throws {
    try await note(refused: ["nikos"], putOff: ["eleni"])
    #expect(try await message.mail?.sending?.bounce?.recipients == ["nikos@anemone.example"])
    try await note()
    let sent = try await message
    #expect(sent.delivery == .sent)
    #expect(sent.mail?.sending?.bounce?.recipients == ["nikos@anemone.example"])
    #expect(sent.mail?.sending?.error == "nikos@anemone.example: 550 no")
  }

  @Test func `refused one after the other, nobody has got it`() async throws {
    try await note(refused: ["nikos", "maria"], putOff: ["eleni"])
    let events = try await world.harness.events { try await note(refused: ["eleni"]) }
    #expect(events.contains(MailNotSent.kind))
    #expect(try await message.delivery == .failed)
    #expect(try await status == .open)
    #expect(try await message.mail?.sending?.bounce == nil)
  }

  @Test func `trouble that stays strikes those alone who were left`() async throws {
    try await note(putOff: ["eleni"])
    try await world.harness.desk.perform(
      NoteNotSent(mail: mail, error: "no route", isFinal: true),
      as: world.program
    )
    let sent = try await message
    #expect(sent.delivery == .sent)
    #expect(sent.mail?.sending?.error == "eleni@anemone.example: no route")
    #expect(sent.mail?.sending?.bounce?.recipients == ["eleni@anemone.example"])
  }

  @Test func `what was sent stays so, whatever is noted later`() async throws {
    try await note()
    let events = try await world.harness.events { try await note(refused: ["maria"]) }
    #expect(events == [])
    #expect(try await message.mail?.sending?.error == nil)
  }
}
