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

  @Test func `a new hour by the clock lets nobody have more within sixty minutes`() async throws {
    let world = try await MailWorld(acknowledges: true)
    let clock = world.harness.clock
    let hour = Duration.hours(1).wholeMilliseconds
    clock.advance(by: .milliseconds(hour - clock.now.milliseconds % hour) - .minutes(1))
    let events = try await world.harness.events {
      for number in 1...LoopBreaker.mostAnHour {
        try await world.receive(.from("eleni", "Before \(number)"))
      }
      for number in 1...12 {
        clock.advance(by: .minutes(4))
        try await world.receive(.from("eleni", "After \(number)"))
      }
    }
    #expect(try await world.outgoing(.acknowledgement) == LoopBreaker.mostAnHour)
    #expect(events.count { $0 == MailLoopStopped.kind } == 1)
    // What was refused counts for nobody.
    clock.advance(by: .minutes(12))
    try await world.receive(.from("eleni", "An hour later"))
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

  @Test func `an answer that only quotes the notice tells the customer nothing`() async throws {
    let world = try await MailWorld()
    let conversation = try await world.correspondence()
    let id = try await notice(about: conversation, in: world)
    var mail = try IncomingMail.from("amina", "> Ben noted: difficult customer", answering: id)
    mail.hasOwnWords = false
    #expect(try await world.reason(for: mail) == "noWords")
    #expect(try await world.messages(of: conversation).count == 1)
  }

  @Test func `files of an agent's answer go along, a signature's pictures do not`() async throws {
    let world = try await MailWorld()
    let conversation = try await world.correspondence()
    let id = try await notice(about: conversation, in: world)
    var mail = try IncomingMail.from("amina", "See the plan", answering: id)
    mail.attachments = [.named("plan.pdf"), .named("logo.png", isInline: true)]
    try await world.receive(mail)
    let last = try #require(try await world.messages(of: conversation).last)
    #expect(last.attachments.map(\.name.text) == ["plan.pdf"])
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

  @Test func `what the agent says above a mail passed on is a note`() async throws {
    let world = try await MailWorld()
    var mail = try IncomingMail.from("amina", "See below", subject: "Fwd: A vase")
    mail.forwarded = .init(
      from: try .at("eleni"),
      subject: "A vase",
      text: "My vase broke",
      comment: "A good customer."
    )
    let conversation = try #require(try await world.receive(mail).conversation)
    let messages = try await world.messages(of: conversation)
    #expect(messages.map(\.kind) == [.incoming, .note])
    #expect(messages.last?.text == "A good customer.")
    #expect(messages.last?.author == .agent(world.harness.anemone.agent))
  }

  // MARK: Lists

  @Test func `a group that hands on the team's own address makes no mail automatic`()
    async throws
  {
    let world = try await MailWorld(acknowledges: true)
    for name in ["support@anemone.example", "support.anemone.example"] {
      var mail = try IncomingMail.from("eleni", name)
      mail.automatic = .list
      mail.mailingList = .init(names: [name])
      try await world.receive(mail)
    }
    #expect(try await world.outgoing(.acknowledgement) == 2)
  }

  @Test func `an agent's answer may come through the team's own group`() async throws {
    let world = try await MailWorld()
    let conversation = try await world.correspondence()
    let id = try await notice(about: conversation, in: world)
    var mail = try IncomingMail.from("amina", "It is here.", answering: id)
    mail.automatic = .list
    mail.mailingList = .init(names: ["support@anemone.example"])
    try await world.receive(mail)
    #expect(try await world.messages(of: conversation).last?.text == "It is here.")
  }

  @Test func `who cannot prove to be the agent passes nothing on`() async throws {
    let world = try await MailWorld()
    var mail = try IncomingMail.from("amina", "See below", subject: "Fwd: A vase")
    mail.warnings = [.senderUnproved]
    mail.forwarded = .init(from: try .at("eleni"), subject: "A vase", text: "", comment: "Pay him")
    #expect(try await world.reason(for: mail) == "notTheAgent")
  }

  @Test func `what else makes a mail automatic stays, whatever group it came through`()
    async throws
  {
    let world = try await MailWorld(acknowledges: true)
    var notice = try IncomingMail.from("shop")
    notice.automatic = .list
    notice.mailingList = .init(names: ["support@anemone.example"], automatic: .notice)
    try await world.receive(notice)
    var news = try IncomingMail.from("press")
    news.automatic = .list
    news.mailingList = .init(names: ["news@press.example"])
    try await world.receive(news)
    #expect(try await world.outgoing(.acknowledgement) == 0)
  }
}

extension IncomingMail.Part {
  fileprivate static func named(_ name: String, isInline: Bool = false) -> Self {
    Self(
      name: name,
      type: "application/octet-stream",
      size: 3,
      hash: BlobHash(of: Array(name.utf8)),
      isInline: isInline
    )
  }
}

/// Writes a notice, as those do that tell agents of something.
struct PostNotice: Command {
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
