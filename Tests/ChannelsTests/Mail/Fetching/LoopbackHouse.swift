import Channels
import Foundation
import ServiceDesk
import Storage
import TestSupport

/// A desk whose mailbox lies on a server of the test's own.
struct LoopbackHouse: Sendable {
  let harness: DeskHarness
  let server: LoopbackMailbox
  let mailbox: ID<Mailbox>
  private let fetcher: MailFetcher

  init(
    _ folders: [String: [LoopbackMailbox.Message]],
    fetching: Mailbox.Fetching = Mailbox.Fetching()
  ) async throws {
    harness = try await DeskHarness()
    server = try LoopbackMailbox(folders)
    let settings = Mailbox.Settings(
      name: try Mailbox.Name("Support"),
      address: try EmailAddress("support@anemone.example"),
      incoming: try MailServer(
        host: "127.0.0.1",
        port: server.port,
        security: .none,
        signIn: .none
      ),
      fetching: fetching
    )
    mailbox = try await harness.perform(AddMailbox(settings: settings)).id
    fetcher = MailFetcher(
      desk: harness.desk,
      reader: MailReader(desk: harness.desk, logger: harness.logger),
      options: MailWireOptions(silenceLimit: .milliseconds(500)),
      logger: harness.logger
    )
  }

  /// Looks into the mailbox so many times, a while apart.
  func look(_ times: Int = 1) async {
    for _ in 0..<times {
      await fetcher.look(into: MailboxHold(account: harness.anemone.account, mailbox: mailbox))
      harness.clock.advance(by: MailFetcher.pause)
    }
  }

  var health: MailboxHealth {
    get async throws { try await harness.answer(FindMailbox(mailbox: mailbox)).health }
  }

  /// The subjects of the mails that were taken in, in that order.
  var subjects: [String] {
    get async throws {
      try await harness.answer(
        ListConversations(statuses: Conversation.Status.allCases, window: Window(limit: 200))
      ).items.filter { $0.channel == .mail }.sorted { $0.id < $1.id }.map(\.subject)
    }
  }
}

extension LoopbackMailbox.Message {
  /// A mail of Maria with that number as its subject.
  static func number(_ uid: UInt32, on day: Int = 23) -> Self {
    let lines = [
      "From: maria@customer.example", "To: support@anemone.example", "Subject: \(uid)",
      "Message-ID: <\(uid)@customer.example>", "", "Number \(uid).", "",
    ]
    return Self(
      uid: uid,
      raw: lines.joined(separator: "\r\n"),
      receivedAt: "\(day)-Nov-2026 10:00:00 +0000"
    )
  }
}
