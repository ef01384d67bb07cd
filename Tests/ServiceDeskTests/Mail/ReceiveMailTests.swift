import ServiceDesk
import Storage
import TestSupport
import Testing

/// What becomes of a mail.
@Suite struct ReceiveMailTests {
  private let world: MailWorld

  init() async throws { world = try await MailWorld() }

  @Test func `a first mail opens a conversation of its sender`() async throws {
    var mail = try IncomingMail.from("eleni", "My lamp is broken", subject: "A lamp")
    mail.from = try .at("eleni", name: "Ελένη")
    let conversation = try await world.harness.conversation(world.correspondence(mail))
    #expect(conversation.subject == "A lamp" && conversation.channel == .mail)
    #expect(conversation.customer.name == "Ελένη" && conversation.status == .open)
    let message = try #require(try await world.messages(of: conversation.id).first)
    #expect(message.text == "My lamp is broken" && message.mail?.head.from == mail.from)
    #expect(message.mail?.source != nil && message.mail?.sending == nil)
  }

  @Test func `the same bytes are kept once, and received once`() async throws {
    let keep = KeepMail(
      hash: BlobHash(of: [1, 2, 3]),
      size: 3,
      mailbox: world.mailbox,
      arrivedAt: world.harness.clock.now
    )
    let first = try await world.harness.desk.perform(keep, as: world.program)
    let second = try await world.harness.desk.perform(keep, as: world.program)
    #expect(!first.isRepeat && second.isRepeat && second.source == first.source)
    let receive = ReceiveMail(source: first.source, mail: try .from("maria"))
    let received = try await world.harness.desk.perform(receive, as: world.program)
    #expect(try await world.harness.desk.perform(receive, as: world.program) == received)
    let conversation = try #require(received.conversation)
    #expect(try await world.messages(of: conversation).count == 1)
  }

  @Test func `another copy of a mail is set aside`() async throws {
    _ = try await world.correspondence()
    let copy = try IncomingMail.from("maria", "Where is my lamp?", id: "first@shop.example")
    #expect(try await world.reason(for: copy) == "copy")
  }

  @Test func `other words under the same id are another mail`() async throws {
    let conversation = try await world.correspondence()
    let other = try IncomingMail.from("maria", "And my vase?", id: "first@shop.example")
    #expect(try await world.receive(other).conversation == conversation)
    #expect(try await world.messages(of: conversation).count == 2)
  }

  @Test func `our own mail is set aside`() async throws {
    #expect(try await world.reason(for: .from("support")) == "ownMail")
  }

  @Test func `a form of our own site writes in its visitor's name`() async throws {
    var mail = try IncomingMail.from("support", "By the form")
    mail.replyTo = [try .at("eleni")]
    let received = try await world.receive(mail)
    let conversation = try await world.harness.conversation(try #require(received.conversation))
    let customer = try await world.harness.customer(conversation.customer.id)
    #expect(customer.identities.map(\.value) == ["eleni@anemone.example"])
  }

  @Test func `a blocked sender is set aside`() async throws {
    try await world.harness.perform(BlockCustomer(customer: world.harness.anemone.customer))
    #expect(try await world.reason(for: .from("maria")) == "blocked")
  }

  @Test func `a mail without sender waits for people`() async throws {
    var mail = try IncomingMail.from("maria")
    mail.from = nil
    #expect(try await world.reason(for: mail) == "noSender")
  }

  @Test func `spam is put away`() async throws {
    var mail = try IncomingMail.from("spammer")
    mail.isSpam = true
    let received = try await world.receive(mail)
    let conversation = try await world.harness.conversation(try #require(received.conversation))
    #expect(conversation.status == .spam)
  }

  @Test(arguments: [Conversation.Status.resolved, .waiting])
  func `automatic mail is kept and reopens nothing`(status: Conversation.Status) async throws {
    let conversation = try await world.correspondence()
    let reply = try await world.answer(conversation)
    if status == .resolved { try await world.harness.perform(Resolve(conversation: conversation)) }
    var mail = try IncomingMail.from("maria", "I am away", answering: reply.mail?.rfcID)
    mail.automatic = .outOfOffice
    #expect(try await world.receive(mail).conversation == conversation)
    #expect(try await world.harness.conversation(conversation).status == status)
    let last = try #require(try await world.messages(of: conversation).last)
    #expect(last.mail?.head.automatic == .outOfOffice)
  }
}
