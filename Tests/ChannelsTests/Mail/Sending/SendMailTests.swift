import Channels
import Storage
import TestSupport
import Testing

@testable import ServiceDesk

/// What becomes of a mail, by what its server says.
@Suite struct SendMailTests {
  private let maria = "maria@customer.example"
  private let nikos = "nikos@customer.example"

  @Test func `what everybody gets is sent`() async throws {
    let house = try await SendingHouse()
    let message = try await house.write(to: maria, nikos)
    try await house.send()

    let sent = try await house.now(message)
    #expect(sent.delivery == .sent && sent.mail?.sending?.error == nil)
    #expect(house.office.visits.map(\.recipients) == [[maria, nikos]])
    #expect(house.office.visits.map(\.sender) == ["support@anemone.example"])
    #expect(try await house.sendAll() == .zero)
  }

  @Test func `refused for all, it has failed, and the team has to act; it can be sent again`()
    async throws
  {
    let house = try await SendingHouse(refusing: [maria: "550 5.1.1 nobody here"])
    let message = try await house.write(to: maria)
    try await house.sendAll()

    let failed = try await house.now(message)
    #expect(failed.delivery == .failed)
    #expect(failed.mail?.sending?.error == "\(maria): 550 5.1.1 nobody here")
    #expect(try await house.harness.conversation(message.conversation).status == .open)
    #expect(try await house.harness.log(of: house.harness.amina).contains(MailNotSent.kind))
    #expect(house.office.visits.count == 1)

    house.office.refuse([:])
    try await house.harness.perform(SendAgain(mail: try #require(failed.mail?.sending?.mail)))
    try await house.sendAll()
    let sent = try await house.now(message)
    #expect(sent.delivery == .sent && sent.mail?.sending?.error == nil)
    #expect(sent.mail?.sending?.bounce == nil)
  }

  @Test func `refused for one, it is sent, and the message says who has not got it and why`()
    async throws
  {
    let house = try await SendingHouse(refusing: [nikos: "550 5.2.2 full"])
    let message = try await house.write(to: maria, nikos)
    try await house.sendAll()

    let sent = try await house.now(message)
    #expect(sent.delivery == .sent)
    #expect(sent.mail?.sending?.error == "\(nikos): 550 5.2.2 full")
    #expect(sent.mail?.sending?.bounce?.recipients == [nikos])
    #expect(sent.mail?.sending?.bounce?.status == "5.2.2")
    #expect(try await house.harness.conversation(message.conversation).status == .open)
    #expect(house.office.visits.count == 1)
  }

  @Test func `who is put off is tried again alone`() async throws {
    let house = try await SendingHouse(refusing: [nikos: "450 4.7.1 greylisted"])
    let message = try await house.write(to: maria, nikos)
    try await house.send()

    let delayed = try await house.now(message)
    #expect(delayed.delivery == .queued)
    #expect(delayed.mail?.sending?.error == "\(nikos): 450 4.7.1 greylisted")
    #expect(delayed.mail?.sending?.bounce == nil)
    #expect(try await house.harness.conversation(message.conversation).status == .waiting)

    house.office.refuse([:])
    try await house.sendAll()
    let sent = try await house.now(message)
    #expect(sent.delivery == .sent && sent.mail?.sending?.error == nil)
    #expect(house.office.visits.map(\.recipients) == [[maria, nikos], [nikos]])
    #expect(house.office.visits.map(\.isTaken) == [true, true])
    #expect(Set(house.office.visits.map(\.text)).count == 1)
  }

  @Test func `who is put off for two days is shown; nobody else gets it twice`() async throws {
    let eleni = "eleni@customer.example"
    let house = try await SendingHouse(
      refusing: [nikos: "450 4.2.0 not now", eleni: "550 5.1.1 gone"]
    )
    let message = try await house.write(to: maria, nikos, eleni)
    let time = try await house.sendAll()

    #expect(time >= .hours(48) && time < .hours(60))
    let sent = try await house.now(message)
    #expect(sent.delivery == .sent)
    #expect(sent.mail?.sending?.bounce?.recipients == [eleni, nikos])
    #expect(
      sent.mail?.sending?.error == "\(eleni): 550 5.1.1 gone; \(nikos): 450 4.2.0 not now"
    )
    #expect(house.office.visits.filter { $0.recipients.contains(maria) }.count == 1)
    #expect(house.office.visits.filter { $0.recipients.contains(eleni) }.count == 1)
    #expect(house.office.visits.filter { $0.recipients.contains(nikos) }.count > 20)
  }

  @Test func `once a server breaks down for those who are left, they are shown`() async throws {
    let house = try await SendingHouse(refusing: [nikos: "450 4.2.0 not now"])
    let message = try await house.write(to: maria, nikos)
    try await house.send()
    house.office.close()
    try await house.sendAll()

    let sent = try await house.now(message)
    #expect(sent.delivery == .sent)
    #expect(sent.mail?.sending?.bounce?.recipients == [nikos])
  }

  @Test func `put off for all, it waits, and goes when it may`() async throws {
    let house = try await SendingHouse(refusing: [maria: "450 4.7.1 greylisted"])
    let message = try await house.write(to: maria)
    try await house.send()
    let delayed = try await house.now(message)
    #expect(delayed.delivery == .queued)
    #expect(delayed.mail?.sending?.error == "\(maria): 450 4.7.1 greylisted")

    house.office.refuse([:])
    try await house.sendAll()
    #expect(try await house.now(message).delivery == .sent)
  }

  @Test(arguments: [("451 4.3.0 busy", Message.Delivery.queued), ("554 5.7.1 spam", .failed)])
  func `a message that is refused itself waits or has failed`(
    reply: String,
    delivery: Message.Delivery
  ) async throws {
    let house = try await SendingHouse(refusing: [PostOffice.message: reply])
    let message = try await house.write(to: maria)
    try await house.send()

    let noted = try await house.now(message)
    #expect(noted.delivery == delivery)
    #expect(noted.mail?.sending?.error == reply)
  }

  @Test func `without a server it is tried for two days, then it has failed, and can go again`()
    async throws
  {
    let house = try await SendingHouse()
    house.office.close()
    let message = try await house.write(to: maria)
    let time = try await house.sendAll()

    #expect(time >= .hours(48) && time < .hours(60))
    let failed = try await house.now(message)
    #expect(failed.delivery == .failed && failed.mail?.sending?.error?.isEmpty == false)
    #expect(try await house.harness.conversation(message.conversation).status == .open)
    #expect(try await house.harness.violations() == [])
    try await house.harness.perform(SendAgain(mail: try #require(failed.mail?.sending?.mail)))
    #expect(try await house.now(message).delivery == .queued)
  }

  @Test func `a mail that ends the program each time has failed at last`() async throws {
    let house = try await SendingHouse()
    let message = try await house.write(to: maria)
    try await house.harness.database.write {
      _ = try $0.execute("UPDATE job SET attempts = \(JobQueue.mostAttempts), leased_until = 1")
    }
    try await house.send()
    #expect(house.office.visits == [])
    #expect(try await house.now(message).delivery == .failed)
  }

  @Test(arguments: OutgoingMail.Kind.allCases)
  func `only what answers by itself has no sender`(kind: OutgoingMail.Kind) async throws {
    let house = try await SendingHouse()
    var letter = Letter(
      recipients: MailRecipients(to: [Correspondent(address: try EmailAddress(maria))]),
      subject: "Lamp"
    )
    letter.text = "Something."
    let mail = PostMail(kind: kind, letter: letter, mailbox: house.mailbox.id)
    try await house.harness.perform(Post(mail: mail))
    try await house.send()

    let sender = kind == .acknowledgement ? "" : "support@anemone.example"
    #expect(house.office.visits.map(\.sender) == [sender])
    let text = try #require(house.office.visits.first?.text)
    #expect(text.contains("Auto-Submitted: ") == (kind != .reply))
  }
}

/// Posts any mail.
private struct Post: Command {
  let mail: PostMail

  func run(in work: Work) throws { try mail.post(in: work) }
}
