import ServiceDesk
import Storage
import TestSupport
import Testing

/// A chat goes on by mail once its visitor has left, if there is a proved address.
@Suite struct ChatByMailTests {
  private let harness: DeskHarness
  private let inbox: Inbox

  init() async throws {
    harness = try await MailWorld().harness
    inbox = try await harness.inbox()
  }

  /// A visitor who has written something.
  private func visitor() async throws -> (browser: Browser, conversation: ID<Conversation>) {
    let browser = try await harness.browser(at: inbox)
    let message = try await browser.write("Is it there?")
    return (browser, message.conversation)
  }

  private func channel(_ conversation: ID<Conversation>) async throws -> Channel {
    try await harness.answer(FindAnswerChannel(conversation: conversation))
  }

  @Test func `who proved an address and left is answered there, and nowhere else`() async throws {
    var (browser, conversation) = try await visitor()
    try await browser.claim(email: "somebody@else.example")
    try await browser.prove("17", email: "eleni@shop.example", name: "Eleni")
    harness.clock.advance(by: .minutes(5) + .milliseconds(1))

    let reply = try await harness.reply("It is.", in: conversation)
    #expect(reply.channel == .mail && reply.delivery == .held)
    #expect(reply.mail?.head.to.map(\.address.text) == ["eleni@shop.example"])
    #expect(reply.mail?.head.cc == [] && reply.mail?.head.bcc == [])
  }

  @Test func `who is still there is answered in the chat`() async throws {
    var (browser, conversation) = try await visitor()
    try await browser.prove("17", email: "eleni@shop.example")
    harness.clock.advance(by: .minutes(5))
    #expect(try await channel(conversation) == .chat)
    #expect(try await harness.reply("It is.", in: conversation).mail == nil)
    harness.clock.advance(by: .milliseconds(1))
    #expect(try await channel(conversation) == .mail)
  }

  @Test func `an address that is only claimed gets nothing`() async throws {
    let (browser, conversation) = try await visitor()
    try await browser.claim(name: "Eleni", email: "eleni@shop.example")
    harness.clock.advance(by: .days(1))

    #expect(try await channel(conversation) == .chat)
    let reply = try await harness.reply("It is.", in: conversation)
    #expect(reply.channel == .chat && reply.mail == nil)
    #expect(try await harness.answer(FindMailAnswer(conversation: conversation)) == nil)
  }

  @Test func `who comes back and writes is answered in the chat again`() async throws {
    var (browser, conversation) = try await visitor()
    try await browser.prove("17", email: "eleni@shop.example")
    harness.clock.advance(by: .hours(1))
    try await harness.reply("It is.", in: conversation)
    try await browser.write("Thanks!")
    #expect(try await channel(conversation) == .chat)
  }
}
