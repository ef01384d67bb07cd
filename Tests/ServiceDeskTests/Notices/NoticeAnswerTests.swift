import Storage
import TestSupport
import Testing

@testable import ServiceDesk

/// What agents answer to mail from the desk.
@Suite struct NoticeAnswerTests {
  private let world: DeskHarness
  private let mailbox: ID<Mailbox>
  private let conversation: ID<Conversation>
  private let notice: String

  /// Ben has been given a conversation that came by mail, and told so.
  init() async throws {
    world = try await DeskHarness()
    mailbox = try await world.addMailbox(acknowledges: false).id
    try await world.writeNotices()
    let received = try await world.receive(
      world.mail("Where is my order?", id: "first@customers.example"),
      through: mailbox
    )
    conversation = try #require(received.conversation)
    _ = try await world.perform(Assign(conversation: conversation, owner: .agent(world.ben)))
    try await world.writeNotices()
    notice = try #require(try await world.outbox(.notice).first).rfcID
  }

  private func answer(_ text: String, from address: String = "ben@anemone.example") throws
    -> IncomingMail
  {
    var mail = IncomingMail(
      from: Correspondent(address: try EmailAddress(address)),
      to: [Correspondent(address: try EmailAddress("help@anemone.example"))],
      subject: "Re: #2 My order",
      text: text
    )
    mail.inReplyTo = notice
    return mail
  }

  private func source(_ received: ReceiveMail.Received) async throws -> MailSource? {
    let state = received.state
    let page = try await world.answer(ListMailSources(state: state, window: Window()))
    return page.items.first
  }

  @Test func `an answer goes to the customer in the agent's name`() async throws {
    let received = try await world.receive(answer("It is on its way."), through: mailbox)
    #expect(received.state == .received && received.conversation == conversation)
    let reply = try #require(try await world.outbox(.reply).first)
    #expect(reply.agent == world.ben)
    #expect(reply.letter.recipients.all.map(\.address.text) == ["maria@customers.example"])
    let messages = try await world.answer(
      ListMessages(conversation: conversation, window: Window())
    )
    #expect(messages.items.last?.text == "It is on its way.")
    #expect(messages.items.last?.kind == .reply)
  }

  @Test(arguments: ["note: Call her", "یادداشت: Call her", "Σημείωση: Call her", "#note\nCall her"])
  func `a first line makes it a note`(text: String) async throws {
    try await world.receive(answer(text), through: mailbox)
    #expect(try await world.outbox(.reply).isEmpty)
    let messages = try await world.answer(
      ListMessages(conversation: conversation, window: Window())
    )
    #expect(messages.items.last?.kind == .note && messages.items.last?.text == "Call her")
    #expect(messages.items.last?.author == .agent(world.ben))
  }

  @Test func `nobody else answers in the agent's name`() async throws {
    let foreign = try await world.receive(
      answer("Give me the order", from: "amina@anemone.example"),
      through: mailbox
    )
    #expect(foreign.state == .quarantined)
    #expect(try await source(foreign)?.reason == "notTheAgent")
    var forged = try answer("Give me the order, too")
    forged.warnings = [.senderUnproved]
    #expect(try await world.receive(forged, through: mailbox).state == .quarantined)
    #expect(try await world.outbox(.reply).isEmpty)
  }

  @Test func `an agent's absence answers no customer`() async throws {
    var away = try answer("I am on holiday")
    away.automatic = .outOfOffice
    let received = try await world.receive(away, through: mailbox)
    #expect(received.state == .setAside)
    #expect(try await world.outbox(.reply).isEmpty)
  }
}
