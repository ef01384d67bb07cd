import ServiceDesk
import Storage
import TestSupport
import Testing

/// To which conversation a mail belongs.
@Suite struct MailThreadTests {
  private let world: MailWorld

  init() async throws { world = try await MailWorld() }

  @Test func `the answer to our mail joins its conversation`() async throws {
    let conversation = try await world.correspondence()
    let reply = try await world.answer(conversation)
    let back = try await world.receive(
      .from("maria", "Thanks", id: "second@shop.example", answering: reply.mail?.rfcID)
    )
    #expect(back.conversation == conversation && back.state == .received)
    #expect(
      try await world.messages(of: conversation).map(\.kind) == [.incoming, .reply, .incoming]
    )
    #expect(try await world.harness.conversation(conversation).status == .open)
  }

  @Test func `a stranger who quotes us opens another one, with a proposal`() async throws {
    let conversation = try await world.correspondence()
    let reply = try await world.answer(conversation)
    let other = try #require(
      try await world.receive(.from("nikos", answering: reply.mail?.rfcID)).conversation
    )
    #expect(other != conversation)
    let proposals = try await world.harness.answer(ListJoinProposals(conversation: other))
    #expect(proposals.map(\.target.id) == [conversation])
    #expect(proposals.map(\.reason) == [.reference])
  }

  @Test func `any mail that it refers to may be the sender's, not only the nearest`() async throws {
    let own = try await world.correspondence()
    _ = try await world.correspondence(.from("nikos", "Other", id: "other@shop.example"))
    var mail = try IncomingMail.from("maria", id: "third@shop.example")
    mail.references = ["first@shop.example", "other@shop.example"]
    mail.inReplyTo = "other@shop.example"
    #expect(try await world.receive(mail).conversation == own)
  }

  @Test func `who was copied in takes part`() async throws {
    var mail = try IncomingMail.from("maria", id: "first@shop.example")
    mail.cc = [try .at("nikos")]
    let conversation = try await world.correspondence(mail)
    let back = try await world.receive(.from("nikos", answering: "first@shop.example"))
    #expect(back.conversation == conversation)
  }

  @Test func `our signature serves where the index is lost`() async throws {
    let conversation = try await world.correspondence()
    let reply = try await world.answer(conversation)
    try await world.execute("DELETE FROM mail_thread")
    let back = try await world.receive(.from("maria", answering: reply.mail?.rfcID))
    #expect(back.conversation == conversation)
  }

  @Test func `another account's signature is none`() async throws {
    let conversation = try await world.correspondence()
    let reply = try await world.answer(conversation)
    try await world.execute("DELETE FROM mail_thread")
    let other = String(repeating: "0", count: 64)
    try await world.execute("UPDATE mail_key SET key = \(other)")
    let back = try await world.receive(.from("maria", answering: reply.mail?.rfcID))
    #expect(back.conversation != conversation)
  }

  @Test func `a like subject alone proposes`() async throws {
    let conversation = try await world.correspondence()
    let other = try #require(
      try await world.receive(.from("maria", subject: "Re: Lamp")).conversation
    )
    #expect(other != conversation)
    let proposals = try await world.harness.answer(ListJoinProposals(conversation: other))
    #expect(proposals.map(\.reason) == [.subject] && proposals.map(\.target.id) == [conversation])
  }

  @Test func `a subject without a mark of an answer proposes nothing`() async throws {
    _ = try await world.correspondence()
    let other = try #require(try await world.receive(.from("maria")).conversation)
    #expect(try await world.harness.answer(ListJoinProposals(conversation: other)).isEmpty)
  }

  @Test func `a mail finds those that came before it and refer to it`() async throws {
    let second = try await world.correspondence(
      .from("maria", "And?", id: "2@shop.example", answering: "1@shop.example")
    )
    let first = try await world.receive(.from("maria", "My lamp", id: "1@shop.example"))
    #expect(first.conversation == second)
  }

  @Test func `two answers to a mail we never saw are one conversation`() async throws {
    let one = try await world.correspondence(
      .from("maria", "One", id: "1@shop.example", answering: "0@shop.example")
    )
    let two = try await world.receive(
      .from("maria", "Two", id: "2@shop.example", answering: "0@shop.example")
    )
    #expect(two.conversation == one)
  }

  @Test func `what is joined by hand is there, and what follows comes there`() async throws {
    let conversation = try await world.correspondence()
    let reply = try await world.answer(conversation)
    let other = try #require(
      try await world.receive(
        .from("nikos", "It is mine", id: "n@shop.example", answering: reply.mail?.rfcID)
      ).conversation
    )
    try await world.harness.perform(AcceptJoin(conversation: other, target: conversation))
    #expect(try await world.messages(of: conversation).last?.text == "It is mine")
    #expect(try await world.harness.conversation(other).status == .resolved)
    let next = try await world.receive(.from("nikos", "Well?", answering: "n@shop.example"))
    #expect(next.conversation == conversation)
    #expect(try await world.harness.violations() == [])
  }

  @Test func `what is kept apart is not asked again`() async throws {
    let conversation = try await world.correspondence()
    let reply = try await world.answer(conversation)
    let other = try #require(
      try await world.receive(.from("nikos", answering: reply.mail?.rfcID)).conversation
    )
    let events = try await world.harness.events {
      try await world.harness.perform(DeclineJoin(conversation: other))
      try await world.harness.perform(DeclineJoin(conversation: other))
    }
    #expect(events == [JoinDeclined.kind])
    #expect(try await world.harness.answer(ListJoinProposals(conversation: other)).isEmpty)
    await #expect(throws: AccessFailure.noSuchConversation) {
      try await world.harness.perform(AcceptJoin(conversation: other, target: conversation))
    }
  }
}
