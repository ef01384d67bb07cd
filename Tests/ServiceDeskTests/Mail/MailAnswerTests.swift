import ServiceDesk
import Storage
import TestSupport
import Testing

/// To whom an answer goes, and from where.
@Suite struct MailAnswerTests {
  private let world: MailWorld

  init() async throws { world = try await MailWorld() }

  private func answer(_ conversation: ID<Conversation>) async throws -> MailAnswer {
    try #require(
      try await world.harness.answer(FindMailAnswer(conversation: conversation))
    )
  }

  @Test func `all whom the mail names get it, but for our own addresses`() async throws {
    var mail = try IncomingMail.from("maria", id: "first@shop.example", subject: "Lamp")
    mail.to = [try .at("support"), try .at("nikos")]
    mail.cc = [try .at("eleni"), try .at("support"), try .at("maria")]
    let answer = try await answer(world.correspondence(mail))
    #expect(answer.from == "support@anemone.example" && answer.mailbox == world.mailbox)
    #expect(answer.recipients.to.map(\.address.text) == ["maria@anemone.example"])
    #expect(
      answer.recipients.cc.map(\.address.text) == [
        "nikos@anemone.example", "eleni@anemone.example",
      ]
    )
    #expect(answer.recipients.bcc.isEmpty)
    #expect(answer.subject == "Re: Lamp" && answer.inReplyTo == "first@shop.example")
    #expect(answer.references == ["first@shop.example"])
  }

  @Test func `it goes to whom the sender wants it to go`() async throws {
    var mail = try IncomingMail.from("maria", subject: "RE: Lamp")
    mail.replyTo = [try .at("office")]
    let answer = try await answer(world.correspondence(mail))
    #expect(answer.recipients.to.map(\.address.text) == ["office@anemone.example"])
    #expect(answer.subject == "RE: Lamp")
  }

  @Test func `an alias is ours too`() async throws {
    var settings = try Mailbox.Settings.named("Support", at: "support")
    settings.aliases = ["help@anemone.example"]
    try await world.harness.perform(ChangeMailbox(mailbox: world.mailbox, settings: settings))
    var mail = try IncomingMail.from("maria")
    mail.cc = [try .at("help")]
    #expect(try await answer(world.correspondence(mail)).recipients.cc.isEmpty)
  }

  @Test func `others can be chosen, and Bcc is kept apart`() async throws {
    let conversation = try await world.correspondence()
    let chosen = MailRecipients(to: [try .at("eleni")], bcc: [try .at("boss")])
    let reply = try await world.harness.perform(
      Reply(conversation: conversation, text: .init("Hello"), recipients: chosen)
    )
    let head = try #require(reply.mail?.head)
    #expect(head.to == chosen.to && head.cc.isEmpty && head.bcc == chosen.bcc)
  }

  @Test func `somebody must get it, and not too many`() async throws {
    let conversation = try await world.correspondence()
    func reply(_ count: Int) async throws {
      let people = try (0..<count).map { try Correspondent.at("person\($0)") }
      try await world.harness.perform(
        Reply(
          conversation: conversation,
          text: .init("Hello"),
          recipients: MailRecipients(to: people)
        )
      )
    }
    await #expect(throws: CorrespondenceFailure.noRecipient) { try await reply(0) }
    await #expect(throws: CorrespondenceFailure.tooManyRecipients) {
      try await reply(MailRecipients.most + 1)
    }
    try await reply(MailRecipients.most)
  }

  @Test func `without a mailbox to send from nothing goes out`() async throws {
    let conversation = try await world.correspondence()
    var settings = try Mailbox.Settings.named("Support", at: "support")
    settings.outgoing = nil
    try await world.harness.perform(ChangeMailbox(mailbox: world.mailbox, settings: settings))
    let find = FindMailAnswer(conversation: conversation)
    #expect(try await world.harness.answer(find) == nil)
    let channel = FindAnswerChannel(conversation: conversation)
    #expect(try await world.harness.answer(channel) == .mail)
    await #expect(throws: CorrespondenceFailure.noMailbox) {
      try await world.harness.perform(Reply(conversation: conversation, text: .init("Hello")))
    }
  }

  @Test func `a conversation of another channel is not answered by mail`() async throws {
    let conversation = world.harness.anemone.conversation
    let find = FindMailAnswer(conversation: conversation)
    #expect(try await world.harness.answer(find) == nil)
  }

  @Test func `a first mail is held as an answer is`() async throws {
    let events = try await world.harness.events {
      let started = try await world.harness.perform(
        StartConversation(
          customer: .address("nikos"),
          subject: .init("Your lamp"),
          text: .init("It is here."),
          channel: .mail
        )
      )
      #expect(started.status == .waiting && started.channel == .mail)
      let message = try #require(try await world.messages(of: started.id).first)
      #expect(message.delivery == .held && message.mail?.head.subject == "Your lamp")
      #expect(message.mail?.head.to.map(\.address.text) == ["nikos@anemone.example"])
      world.harness.clock.advance(by: .seconds(10))
      try await world.release()
      let back = try await world.receive(
        .from("nikos", "Thanks", answering: message.mail?.rfcID)
      )
      #expect(back.conversation == started.id)
    }
    #expect(events.contains(ReplyHeld.kind) && events.contains(ReplySent.kind))
    #expect(try await world.harness.violations() == [])
  }

  @Test func `the second mail of what the team began answers the first`() async throws {
    let started = try await world.harness.perform(
      StartConversation(customer: .address("nikos"), text: .init("It is here."), channel: .mail)
    )
    let first = try #require(try await world.messages(of: started.id).first?.mail?.rfcID)
    let answer = try await answer(started.id)
    #expect(answer.inReplyTo == first && answer.references == [first])
  }

  @Test func `an answer answers the last mail, whoever wrote it`() async throws {
    let conversation = try await world.correspondence()
    let ours = try #require(try await world.answer(conversation).mail?.rfcID)
    #expect(try await answer(conversation).inReplyTo == ours)
    try await world.receive(.from("maria", "When?", id: "2@shop.example", answering: ours))
    let answer = try await answer(conversation)
    #expect(answer.inReplyTo == "2@shop.example")
    #expect(answer.references == ["first@shop.example", ours, "2@shop.example"])
  }

  @Test func `a first mail that is taken back is the agent's turn`() async throws {
    let started = try await world.harness.perform(
      StartConversation(customer: .address("nikos"), text: .init("Oh"), channel: .mail)
    )
    let message = try #require(try await world.messages(of: started.id).first)
    try await world.harness.perform(
      TakeBackReply(conversation: started.id, message: message.id)
    )
    let conversation = try await world.harness.conversation(started.id)
    #expect(conversation.status == .open)
    #expect(conversation.owner.id == .agent(world.harness.anemone.agent))
  }

  @Test func `a first mail needs a mailbox that sends`() async throws {
    let harness = try await DeskHarness()
    await #expect(throws: CorrespondenceFailure.noMailbox) {
      try await harness.perform(
        StartConversation(customer: .address("nikos"), text: .init("Oh"), channel: .mail)
      )
    }
  }
}
