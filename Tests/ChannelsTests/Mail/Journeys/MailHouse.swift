import Channels
import Foundation
import ServiceDesk
import Storage
import TestSupport
import Testing

/// A desk with a mailbox on the throwaway mail servers, and customers who write to it.
struct MailHouse {
  let harness: DeskHarness
  let servers: MailServers
  let channel: MailChannel
  let mailbox: Mailbox
  /// Where customers write to.
  let address: String

  init(acknowledges: Bool = false, after: Mailbox.Fetching.After = .leave) async throws {
    try await self.init(harness: DeskHarness(), acknowledges: acknowledges, after: after)
  }

  init(
    harness: DeskHarness,
    acknowledges: Bool = false,
    after: Mailbox.Fetching.After = .leave,
    wrongPassword: Bool = false
  ) async throws {
    let servers = try #require(MailServers.running)
    self.harness = harness
    self.servers = servers
    address = servers.freshAddress()
    channel = MailChannel(
      desk: harness.desk,
      writer: MailWriter(
        desk: harness.desk,
        markup: { text, _, _ in MailBody(text: text, html: "<p>\(text)</p>") },
        words: { _ in
          LetterWords(language: "en", direction: "ltr", text: "We have it.") { "\($0) at \($1)" }
        }
      ),
      options: servers.options,
      logger: harness.logger
    )
    mailbox = try await Self.add(
      to: harness,
      servers: servers,
      address: address,
      acknowledges: acknowledges,
      after: after,
      password: wrongPassword ? "wrong" : servers.password
    )
  }

  private static func add(
    to harness: DeskHarness,
    servers: MailServers,
    address: String,
    acknowledges: Bool,
    after: Mailbox.Fetching.After,
    password: String
  ) async throws -> Mailbox {
    var settings = Mailbox.Settings(
      // Names are unique within an account.
      name: try Mailbox.Name(address),
      address: try EmailAddress(address),
      incoming: try MailServer(
        host: servers.host,
        port: servers.imap.tls,
        security: .tls,
        user: address
      ),
      outgoing: try MailServer(
        host: servers.host,
        port: servers.smtp.starttls,
        security: .startTLS,
        user: address
      ),
      fetching: Mailbox.Fetching(after: after)
    )
    settings.acknowledges = acknowledges
    let secrets = try harness.desk.secrets.seal(
      MailboxSecrets(incomingPassword: password, outgoingPassword: password),
      of: harness.anemone.account
    )
    return try await harness.perform(AddMailbox(settings: settings, secrets: secrets))
  }
}

extension MailHouse {
  /// Writes a mail as `customer` and hands it to the server, as any mail program does.
  @discardableResult
  func write(
    from customer: String,
    subject: String,
    text: String,
    fields: [String] = []
  ) async throws -> String {
    let id = "\(UInt64.random(in: 0...UInt64.max))@\(servers.domain)"
    let lines =
      [
        "From: <\(customer)>", "To: <\(address)>", "Subject: \(subject)",
        "Message-ID: <\(id)>", "Date: Mon, 23 Nov 2026 10:00:00 +0000",
        "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
      ] + fields + ["", text]
    let client = SMTPClient(to: servers.smtpHost(.none), options: servers.options)
    try await client.connect()
    _ = try await client.send(
      Array(lines.joined(separator: "\n").utf8),
      SMTPEnvelope(sender: customer, recipients: [address])
    )
    await client.close()
    return id
  }

  /// Looks into the mailbox until as many mails were taken in as are expected, or time is up.
  func fetch(_ count: Int) async throws {
    for _ in 0..<100 {
      await look()
      if try await sources() >= count { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    Issue.record("\(try await sources()) of \(count) mails came")
  }

  /// Looks into the mailbox once.
  func look() async {
    await channel.fetcher.look(
      into: MailboxHold(account: harness.anemone.account, mailbox: mailbox.id)
    )
  }

  /// Lets held replies go and sends all that is to be sent.
  func send() async throws {
    harness.clock.advance(by: .seconds(11))
    try await TimerRunner(
      handlers: [MailReleaseTimer(ids: harness.desk.ids)],
      database: harness.database,
      now: { harness.clock.now },
      logger: harness.logger
    ).drain()
    try await JobRunner(
      handlers: channel.handlers,
      database: harness.database,
      now: { harness.clock.now },
      logger: harness.logger
    ).drain()
  }

  /// The mails in somebody's own mailbox, oldest first, once there are as many.
  func inbox(of customer: String, count: Int) async throws -> [String] {
    var texts: [String] = []
    for _ in 0..<100 {
      let client = try await servers.client(of: customer)
      _ = try await client.open("INBOX", readOnly: true)
      let uids = try await client.uids(from: 1, limit: 1_000)
      texts = []
      for uid in uids {
        let message = try await client.message(uid, sizeLimit: 1_000_000)
        texts.append(String(decoding: message?.raw ?? [], as: UTF8.self))
      }
      await client.close()
      if texts.count >= count { return texts }
      try await Task.sleep(for: .milliseconds(100))
    }
    Issue.record("\(texts.count) of \(count) mails arrived")
    return texts
  }

  /// All mail conversations, oldest first.
  func conversations() async throws -> [Conversation] {
    try await harness.answer(
      ListConversations(statuses: Conversation.Status.allCases, window: Window(limit: 200))
    ).items.filter { $0.channel == .mail }.sorted { $0.number < $1.number }
  }

  func messages(of conversation: Conversation) async throws -> [Message] {
    try await harness.answer(
      ListMessages(conversation: conversation.id, window: Window(limit: 200))
    ).items
  }

  /// How many mails were kept.
  func sources() async throws -> Int {
    try await harness.database.read { transaction in
      try transaction.rows("SELECT COUNT(*) FROM mail_source").first.map { try $0[0] } ?? 0
    }
  }
}

extension String {
  /// A header field's text, unfolded.
  func field(_ name: String) -> String? {
    let head = replacing("\r\n", with: "\n").replacing("\n ", with: " ")
      .replacing("\n\t", with: " ")
    return head.split(separator: "\n").first { $0.lowercased().hasPrefix("\(name.lowercased()):") }
      .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
  }
}
