import ServiceDesk
import Storage
import TestSupport
import Testing

/// What mail servers report about our mail.
@Suite struct BounceMailTests {
  private let world: MailWorld
  private let conversation: ID<Conversation>
  private let reply: Message

  init() async throws {
    world = try await MailWorld()
    conversation = try await world.correspondence()
    reply = try await world.answer(conversation)
    try await world.send(reply)
  }

  private func report(_ bounce: MailBounce) async throws -> String? {
    var mail = try IncomingMail.from("mailer-daemon")
    mail.automatic = .bounce
    mail.bounce = bounce
    return try await world.reason(for: mail)
  }

  private func bounce(complaint: Bool = false) -> MailBounce {
    MailBounce(
      recipients: ["maria@anemone.example"],
      status: "5.1.1",
      originalID: reply.mail?.rfcID,
      isComplaint: complaint
    )
  }

  @Test func `it marks the message, and the team has to act`() async throws {
    let events = try await world.harness.events {
      let reason = try await report(bounce())
      #expect(reason == "bounce")
    }
    #expect(events == [MailBounced.kind])
    let message = try await world.message(reply.id, in: conversation)
    #expect(message.delivery == .bounced && message.mail?.sending?.bounce == bounce())
    #expect(try await world.harness.conversation(conversation).status == .open)
    let changed = try await world.harness.answer(
      MessagesChanged(conversation: conversation, upTo: reply.id, within: .hours(1))
    )
    #expect(changed.map(\.id) == [reply.id])
  }

  @Test func `what is resolved stays so`() async throws {
    try await world.harness.perform(Resolve(conversation: conversation))
    _ = try await report(bounce())
    #expect(try await world.harness.conversation(conversation).status == .resolved)
  }

  @Test func `a complaint is noted, and the mail was delivered`() async throws {
    #expect(try await report(bounce(complaint: true)) == "complaint")
    let message = try await world.message(reply.id, in: conversation)
    #expect(message.delivery == .sent && message.mail?.sending?.bounce?.isComplaint == true)
  }

  @Test func `a delay changes nothing`() async throws {
    var delay = bounce()
    delay.action = .delayed
    #expect(try await report(delay) == "delayed")
    #expect(try await world.message(reply.id, in: conversation).delivery == .sent)
  }

  @Test func `a report that names no mail is tied to the newest one to its recipient`()
    async throws
  {
    let report = MailBounce(recipients: ["maria@anemone.example"])
    #expect(try await self.report(report) == "bounce")
    #expect(try await world.message(reply.id, in: conversation).delivery == .bounced)
  }

  @Test func `a server on the way may have given the mail another id`() async throws {
    var renamed = bounce()
    renamed.originalID = "0100@relay.example"
    #expect(try await report(renamed) == "bounce")
    #expect(try await world.message(reply.id, in: conversation).delivery == .bounced)
  }

  @Test func `a mail to colleagues about the conversation is not what bounced`() async throws {
    let notice = try await world.harness.desk.perform(
      PostNotice(
        conversation: conversation,
        mailbox: world.mailbox,
        agent: world.harness.anemone.agent
      ),
      as: world.program
    )
    try await world.execute(
      "UPDATE outgoing_mail SET state = 'sent', sent_at = created_at WHERE rfc_id = \(notice)"
    )
    _ = try await report(MailBounce(recipients: ["maria@anemone.example"]))
    #expect(try await world.message(reply.id, in: conversation).delivery == .bounced)
  }

  @Test func `a second report adds its recipients to the first one's`() async throws {
    _ = try await report(bounce())
    var other = bounce()
    other.recipients = ["nikos@anemone.example"]
    _ = try await report(other)
    let sending = try await world.message(reply.id, in: conversation).mail?.sending
    #expect(
      sending?.bounce?.recipients == ["maria@anemone.example", "nikos@anemone.example"]
    )
  }

  @Test func `a report about nothing of ours is set aside`() async throws {
    var unknown = bounce()
    unknown.recipients = ["nobody@elsewhere.example"]
    unknown.originalID = "other@elsewhere.example"
    #expect(try await report(unknown) == "unknownBounce")
    #expect(try await world.message(reply.id, in: conversation).delivery == .sent)
  }
}
