import Storage
import TestSupport
import Testing

@testable import ServiceDesk

/// What the program writes by itself, and what agents answer to it.
@Suite struct AutomaticMailTests {
  @Test func `a first mail is acknowledged, and nobody gets more than a few an hour`()
    async throws
  {
    let world = try await MailWorld(acknowledges: true)
    let events = try await world.harness.events {
      for number in 1...LoopBreaker.mostAnHour + 2 {
        try await world.receive(.from("eleni", "Mail \(number)"))
      }
    }
    #expect(try await world.outgoing(.acknowledgement) == LoopBreaker.mostAnHour)
    #expect(events.count { $0 == MailLoopStopped.kind } == 1)
    world.harness.clock.advance(by: .hours(1))
    try await world.receive(.from("eleni", "Later"))
    #expect(try await world.outgoing(.acknowledgement) == LoopBreaker.mostAnHour + 1)
  }

  @Test(arguments: AutomaticMail.allCases)
  func `automatic mail is never acknowledged`(kind: AutomaticMail) async throws {
    let world = try await MailWorld(acknowledges: true)
    var mail = try IncomingMail.from("robot")
    mail.automatic = kind
    try await world.receive(mail)
    #expect(try await world.outgoing(.acknowledgement) == 0)
  }

  @Test func `a mailbox that does not acknowledge writes nothing`() async throws {
    let world = try await MailWorld()
    try await world.receive(.from("eleni"))
    #expect(try await world.outgoing(.acknowledgement) == 0)
  }

  // MARK: Agents

  /// A notice to Amina about the conversation.
  private func notice(
    about conversation: ID<Conversation>,
    in world: MailWorld
  ) async throws -> String {
    try await world.harness.perform(
      PostNotice(
        conversation: conversation,
        mailbox: world.mailbox,
        agent: world.harness.anemone.agent
      )
    )
  }

  @Test(arguments: [
    ("It is here.", Message.Kind.reply, "It is here."), ("Note: ask Ben", .note, "ask Ben"),
    ("یادداشت\nاز بن بپرس", .note, "از بن بپرس"), ("Notes are here", .reply, "Notes are here"),
  ])
  func `an agent's answer to a notice goes where its first line says`(
    text: String,
    kind: Message.Kind,
    said: String
  ) async throws {
    let world = try await MailWorld()
    let conversation = try await world.correspondence()
    let id = try await notice(about: conversation, in: world)
    try await world.receive(.from("amina", text, answering: id))
    let last = try #require(try await world.messages(of: conversation).last)
    #expect(last.kind == kind && last.text == said)
    #expect(last.author == .agent(world.harness.anemone.agent))
  }

  @Test func `another agent's notice answers nobody`() async throws {
    let world = try await MailWorld()
    let conversation = try await world.correspondence()
    let id = try await notice(about: conversation, in: world)
    #expect(try await world.reason(for: .from("ben", answering: id)) == "notTheAgent")
    #expect(try await world.messages(of: conversation).count == 1)
  }

  @Test func `who cannot prove to be the agent answers nobody`() async throws {
    let world = try await MailWorld()
    let conversation = try await world.correspondence()
    var mail = try IncomingMail.from(
      "amina",
      answering: try await notice(about: conversation, in: world)
    )
    mail.warnings = [.senderUnproved]
    #expect(try await world.reason(for: mail) == "notTheAgent")
    #expect(try await world.messages(of: conversation).count == 1)
  }

  @Test func `an agent's absence note answers nobody`() async throws {
    let world = try await MailWorld()
    let conversation = try await world.correspondence()
    var mail = try IncomingMail.from(
      "amina",
      answering: try await notice(about: conversation, in: world)
    )
    mail.automatic = .outOfOffice
    #expect(try await world.reason(for: mail) == "automatic")
    #expect(try await world.messages(of: conversation).count == 1)
  }

  @Test func `a mail that an agent passes on is the customer's`() async throws {
    let world = try await MailWorld()
    var mail = try IncomingMail.from("amina", "See below", subject: "Fwd: A vase")
    mail.forwarded = .init(from: try .at("eleni"), subject: "A vase", text: "My vase broke")
    let received = try await world.receive(mail)
    let conversation = try await world.harness.conversation(try #require(received.conversation))
    #expect(conversation.subject == "A vase")
    let customer = try await world.harness.customer(conversation.customer.id)
    #expect(customer.identities.map(\.value) == ["eleni@anemone.example"])
    let first = try #require(try await world.messages(of: conversation.id).first)
    #expect(first.text == "My vase broke")
  }
}

/// Writes a notice, as those do that tell agents of something.
private struct PostNotice: Command {
  let conversation: ID<Conversation>
  let mailbox: ID<Mailbox>
  let agent: ID<Agent>

  func run(in work: Work) throws -> String {
    try PostMail(
      kind: .notice,
      letter: Letter(
        recipients: MailRecipients(to: [try .at("amina")]),
        subject: "Something happened",
        text: "See there"
      ),
      mailbox: mailbox,
      conversation: conversation,
      agent: agent
    ).post(in: work)
  }
}
