import Channels
import Foundation
import ServiceDesk
import Storage
import TestSupport
import Testing

/// Mail from a customer's program to the desk and back, over real servers.
@Suite(.enabled(if: MailServers.running != nil), .serialized)
struct MailJourneyTests {
  private let customer = "maria-\(UInt64.random(in: 0...UInt64.max))@customer.test"

  @Test func `a mail becomes a conversation, the answer is threaded, and the reply joins`()
    async throws
  {
    let house = try await MailHouse()
    let asked = try await house.write(
      from: customer,
      subject: "Where is it?",
      text: "My parcel has not come.\n\n-- \nMaria"
    )
    try await house.fetch(1)
    let conversation = try #require(try await house.conversations().first)
    #expect(conversation.subject == "Where is it?")
    #expect(try await house.messages(of: conversation)[0].text == "My parcel has not come.")

    try await house.harness.perform(
      Reply(conversation: conversation.id, text: .init("It leaves **today**, Mαρία."))
    )
    try await house.send()
    let answer = try #require(try await house.inbox(of: customer, count: 1).first)
    let answerID = try #require(answer.field("Message-ID"))
    #expect(answer.field("In-Reply-To") == "<\(asked)>")
    #expect(answer.field("References")?.contains("<\(asked)>") == true)
    #expect(answer.field("Subject") == "Re: Where is it?")
    #expect(answer.field("From")?.contains("Amina at Anemone") == true)
    #expect(try await house.messages(of: conversation).last?.delivery == .sent)

    try await house.write(
      from: customer,
      subject: "RE: Where is it?",
      text: """
        Thank you!

        On Mon, 23 Nov 2026 at 10:05, Amina at Anemone <\(house.address)> wrote:

        > It leaves today.
        """,
      fields: ["In-Reply-To: \(answerID)", "References: <\(asked)> \(answerID)"]
    )
    try await house.fetch(2)
    #expect(try await house.conversations().count == 1)
    let messages = try await house.messages(of: conversation)
    #expect(messages.map(\.text).last == "Thank you!")
    #expect(messages.last?.mail?.head.hasMore == true)
    #expect(try await house.harness.conversation(conversation.id).status == .open)
  }

  @Test func `a stranger who quotes the subject or even the message opens his own`() async throws {
    let house = try await MailHouse()
    let asked = try await house.write(from: customer, subject: "My bill", text: "It is wrong.")
    try await house.fetch(1)
    try await house.write(
      from: "eve@\(house.servers.domain)",
      subject: "Re: My bill",
      text: "Send it to me instead."
    )
    try await house.write(
      from: "mallory@\(house.servers.domain)",
      subject: "Re: My bill",
      text: "And to me.",
      fields: ["In-Reply-To: <\(asked)>"]
    )
    try await house.fetch(3)

    let conversations = try await house.conversations()
    #expect(conversations.map(\.messageCount) == [1, 1, 1])
    let proposed = try await house.harness.answer(
      ListJoinProposals(conversation: conversations[2].id)
    )
    #expect(proposed.map(\.target.id) == [conversations[0].id])
    #expect(proposed.map(\.reason) == [.reference])
    #expect(
      try await house.harness.answer(ListJoinProposals(conversation: conversations[1].id)).isEmpty
    )
  }

  @Test func `a bounce marks the message, and it is the team's turn again`() async throws {
    let house = try await MailHouse()
    try await house.write(from: customer, subject: "Hello", text: "Are you there?")
    try await house.fetch(1)
    let conversation = try #require(try await house.conversations().first)
    try await house.harness.perform(
      Reply(
        conversation: conversation.id,
        text: .init("We are."),
        recipients: MailRecipients(to: [Correspondent(address: EmailAddress("box@full.test"))])
      )
    )
    try await house.send()
    // The report comes from the server by itself.
    try await house.fetch(2)

    let reply = try #require(try await house.messages(of: conversation).last)
    #expect(reply.delivery == .bounced)
    #expect(reply.mail?.sending?.bounce?.recipients == ["box@full.test"])
    #expect(try await house.harness.conversation(conversation.id).status == .open)
    #expect(try await house.conversations().count == 1)
  }

  @Test func `a flood of answers from a program is not answered for long`() async throws {
    let house = try await MailHouse(acknowledges: true)
    for number in 1...8 {
      try await house.write(from: customer, subject: "Auto \(number)", text: "I am a program.")
    }
    try await house.fetch(8)
    try await house.send()

    let answers = try await house.inbox(of: customer, count: LoopBreaker.mostAnHour)
    #expect(answers.count == LoopBreaker.mostAnHour)
    #expect(answers.allSatisfy { $0.field("Auto-Submitted") == "auto-replied" })
    let log = try await house.harness.log(of: house.harness.amina)
    #expect(log.filter { $0 == MailLoopStopped.kind }.count == 1)
  }

  @Test func `an automatic mail is not answered and reopens nothing`() async throws {
    let house = try await MailHouse(acknowledges: true)
    let asked = try await house.write(from: customer, subject: "Away", text: "Question?")
    try await house.fetch(1)
    let conversation = try #require(try await house.conversations().first)
    try await house.harness.perform(Resolve(conversation: conversation.id))
    try await house.write(
      from: customer,
      subject: "Out of office: Away",
      text: "I am on holiday.",
      fields: ["Auto-Submitted: auto-replied", "In-Reply-To: <\(asked)>"]
    )
    try await house.fetch(2)
    try await house.send()

    #expect(try await house.harness.conversation(conversation.id).status == .resolved)
    #expect(try await house.messages(of: conversation).count == 2)
    // One for the question, none for the notice.
    #expect(try await house.inbox(of: customer, count: 1).count == 1)
  }

  @Test func `what came while the program stood still for a week is all there, once`() async throws
  {
    let house = try await MailHouse()
    try await house.write(from: customer, subject: "Before", text: "First.")
    try await house.fetch(1)
    house.harness.clock.advance(by: .days(7))
    for number in 1...20 {
      try await house.write(from: customer, subject: "Day \(number)", text: "Number \(number).")
    }
    try await house.fetch(21)
    await house.look()

    #expect(try await house.conversations().count == 21)
    #expect(try await house.sources() == 21)
  }

  @Test func `nothing doubles when the server numbers its messages anew`() async throws {
    let house = try await MailHouse()
    for number in 1...5 {
      try await house.write(from: customer, subject: "No. \(number)", text: "Number \(number).")
    }
    try await house.fetch(5)
    let before = try await house.harness.answer(
      FindMailboxCursor(mailbox: house.mailbox.id, folder: "INBOX")
    )
    try house.numberAnew(as: (before?.uidValidity ?? 0) + 7)
    try await house.write(from: customer, subject: "No. 6", text: "Number 6.")
    try await house.fetch(6)

    let after = try await house.harness.answer(
      FindMailboxCursor(mailbox: house.mailbox.id, folder: "INBOX")
    )
    #expect(after?.uidValidity == (before?.uidValidity ?? 0) + 7)
    #expect(try await house.conversations().count == 6)
  }

  @Test(arguments: [Mailbox.Fetching.After.flag, .delete])
  func `what was fetched is marked on the server as set`(after: Mailbox.Fetching.After)
    async throws
  {
    let house = try await MailHouse(after: after)
    try await house.write(from: customer, subject: "Mark me", text: "Please.")
    try await house.fetch(1)

    let client = try await house.servers.client(of: house.address)
    _ = try await client.open("INBOX", readOnly: true)
    let uids = try await client.uids(from: 1, limit: 10)
    switch after {
    case .delete: #expect(uids.isEmpty)
    default:
      let message = try await client.message(try #require(uids.first), sizeLimit: 100_000)
      #expect(message?.flags.contains("\\Seen") == true)
    }
    await client.close()
  }

  @Test func `a wrong password stops one mailbox only, and is told of`() async throws {
    let house = try await MailHouse()
    let other = try await MailHouse(harness: house.harness, wrongPassword: true)
    try await house.write(from: customer, subject: "Hello", text: "Still there?")
    await other.look()
    try await house.fetch(1)

    let broken = try await house.harness.answer(FindMailbox(mailbox: other.mailbox.id))
    #expect(broken.health.failedSince == house.harness.clock.now)
    #expect(broken.health.lastError?.isEmpty == false)
    house.harness.clock.advance(by: .minutes(16))
    await other.look()
    #expect(try await house.harness.log(of: house.harness.amina).contains(MailboxFailed.kind))
    let whole = try await house.harness.answer(FindMailbox(mailbox: house.mailbox.id))
    #expect(whole.health.failedSince == nil)
  }
}

extension MailHouse {
  /// Has the server forget its numbers and begin again, under another UIDVALIDITY.
  fileprivate func numberAnew(as validity: Int64) throws {
    let maildir = servers.maildir(of: address)
    try Data("3 V\(validity) N1 G0123456789abcdef0123456789abcdef\n".utf8)
      .write(to: maildir.appending(path: "dovecot-uidlist"))
    for file in try FileManager.default.contentsOfDirectory(atPath: maildir.path())
    where file.hasPrefix("dovecot.index") {
      try FileManager.default.removeItem(at: maildir.appending(path: file))
    }
  }
}
