import Channels
import Foundation
import ServiceDesk
import Storage
import TestSupport
import Testing

/// The program dies between two steps; afterwards nothing is lost, and nothing is there twice.
@Suite(.enabled(if: MailServers.running != nil), .serialized)
struct MailCrashTests {
  private let customer = "nikos-\(UInt64.random(in: 0...UInt64.max))@customer.test"

  @Test func `between fetching and committing`() async throws {
    let house = try await MailHouse(after: .delete)
    try await house.write(from: customer, subject: "Once", text: "Only once, please.")
    let raw = try await house.firstOnServer().raw
    // The bytes were stored, and then the program died.
    _ = try await house.harness.desk.blobs.put(raw, account: house.harness.anemone.account.raw)
    #expect(try await house.sources() == 0)

    try await house.fetch(1)
    #expect(try await house.conversations().count == 1)
  }

  @Test func `between committing and reading, and before it was deleted on the server`()
    async throws
  {
    let house = try await MailHouse(after: .delete)
    try await house.write(from: customer, subject: "Unread", text: "Read me later.")
    let (raw, cursor) = try await house.firstOnServer()
    let hash = try await house.harness.desk.blobs.put(
      raw,
      account: house.harness.anemone.account.raw
    )
    try await house.harness.perform(
      KeepMail(
        hash: hash,
        size: raw.count,
        mailbox: house.mailbox.id,
        arrivedAt: house.harness.clock.now,
        cursor: cursor,
        isToMark: true
      )
    )
    #expect(try await house.conversations().isEmpty)

    // The next look deletes what was kept; the job reads what nobody has read.
    await house.look()
    #expect(try await house.uidsOnServer().isEmpty)
    house.harness.clock.advance(by: .minutes(3))
    try await house.send()
    #expect(try await house.conversations().count == 1)
    #expect(try await house.sources() == 1)
  }

  @Test func `between sending and committing: the same mail again, which programs know by its id`()
    async throws
  {
    let house = try await MailHouse()
    try await house.write(from: customer, subject: "Twice?", text: "Answer me.")
    try await house.fetch(1)
    let conversation = try #require(try await house.conversations().first)
    try await house.harness.perform(Reply(conversation: conversation.id, text: .init("Here.")))
    try await house.send()
    let first = try await house.inbox(of: customer, count: 1)
    // As if the server had taken it and the program had died before it could write that down.
    let mail = try #require(
      try await house.messages(of: conversation).last?.mail?.sending?.mail
    )
    try await house.forgetSending(of: mail)
    try await house.send()
    let both = try await house.inbox(of: customer, count: 2)

    #expect(Set(both.compactMap { $0.field("Message-ID") }).count == 1)
    #expect(both[1].body == first[0].body)
    #expect(try await house.messages(of: conversation).count == 2)
    let answerID = try #require(first[0].field("Message-ID"))
    try await house.write(
      from: customer,
      subject: "Re: Twice?",
      text: "Got it.",
      fields: ["In-Reply-To: \(answerID)"]
    )
    try await house.fetch(2)
    #expect(try await house.messages(of: conversation).count == 3)
  }
}

extension MailHouse {
  fileprivate func uidsOnServer() async throws -> [UInt32] {
    let client = try await servers.client(of: address)
    _ = try await client.open("INBOX", readOnly: true)
    let uids = try await client.uids(from: 1, limit: 10)
    await client.close()
    return uids
  }

  /// What lies in the team's mailbox first, once it is there, and where.
  fileprivate func firstOnServer() async throws -> (raw: [UInt8], cursor: MailboxCursor) {
    for _ in 0..<100 {
      let client = try await servers.client(of: address)
      let state = try await client.open("INBOX", readOnly: true)
      let uids = try await client.uids(from: 1, limit: 1)
      if let uid = uids.first {
        let message = try await client.message(uid, sizeLimit: 1_000_000)
        await client.close()
        let cursor = MailboxCursor(
          folder: "INBOX",
          uidValidity: Int64(state.uidValidity),
          lastUID: Int64(uid)
        )
        return (try #require(message).raw, cursor)
      }
      await client.close()
      try await Task.sleep(for: .milliseconds(100))
    }
    Issue.record("no mail came")
    throw CancellationError()
  }

  /// Brings a mail back to where it was before it was known to be sent.
  fileprivate func forgetSending(of mail: ID<OutgoingMail>) async throws {
    let account = harness.anemone.account
    let time = harness.clock.now
    try await harness.database.write { transaction in
      try transaction.execute(
        """
        UPDATE outgoing_mail SET state = 'queued', sent_at = NULL
        WHERE account_id = \(account) AND id = \(mail)
        """
      )
      try JobQueue.enqueue(
        Job(
          account: account.raw,
          id: mail.raw + 1,
          kind: SendMailJob.kind,
          key: mail.description,
          payload: mail.description
        ),
        runAt: time,
        in: transaction
      )
    }
  }
}

extension String {
  /// What comes after the header.
  fileprivate var body: Substring {
    replacing("\r\n", with: "\n").firstRange(of: "\n\n")
      .map { replacing("\r\n", with: "\n")[$0.upperBound...] } ?? ""
  }
}
