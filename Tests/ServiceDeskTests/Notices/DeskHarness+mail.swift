import Storage
import TestSupport

@testable import ServiceDesk

extension DeskHarness {
  /// Adds a mailbox that can send.
  @discardableResult
  func addMailbox(
    _ address: String = "help@anemone.example",
    acknowledges: Bool = true,
    language: String? = nil
  ) async throws -> Mailbox {
    var settings = Mailbox.Settings(
      name: try Mailbox.Name(address),
      address: try EmailAddress(address),
      outgoing: try MailServer(host: "mail.anemone.example", port: 587, security: .startTLS)
    )
    settings.acknowledges = acknowledges
    settings.language = language
    return try await perform(AddMailbox(settings: settings))
  }

  /// Takes in a mail as if it had come just now.
  @discardableResult
  func receive(
    _ mail: IncomingMail,
    through mailbox: ID<Mailbox>?,
    arrivedAt: Timestamp? = nil,
    isImport: Bool = false
  ) async throws -> ReceiveMail.Received {
    let number = try desk.ids.next()
    let bytes = Array("mail \(number)".utf8)
    let kept = try await desk.perform(
      KeepMail(
        hash: BlobHash(of: bytes),
        size: bytes.count,
        mailbox: mailbox,
        arrivedAt: arrivedAt ?? clock.now,
        isImport: isImport
      ),
      as: .system(of: anemone.account)
    )
    return try await desk.perform(
      ReceiveMail(source: kept.source, mail: mail),
      as: .system(of: anemone.account)
    )
  }

  /// A mail to the mailbox.
  func mail(
    _ text: String,
    from name: String = "maria",
    subject: String = "My order",
    id: String? = nil
  ) throws -> IncomingMail {
    var mail = IncomingMail(
      from: Correspondent(address: try EmailAddress("\(name)@customers.example")),
      to: [Correspondent(address: try EmailAddress("help@anemone.example"))],
      subject: subject,
      text: text
    )
    mail.rfcID = id
    return mail
  }

  /// What has been written to go out, oldest first.
  func outbox(_ kind: OutgoingMail.Kind? = nil) async throws -> [OutgoingMail] {
    let all = try await database.read { [anemone] transaction in
      try transaction.rows(
        """
        SELECT \(OutgoingMail.columns) FROM outgoing_mail
        WHERE account_id = \(anemone.account) ORDER BY id
        """
      ).map(OutgoingMail.init)
    }
    return all.filter { kind == nil || $0.kind == kind }
  }

  /// Lets the notices be written of all that has happened.
  func writeNotices() async throws {
    try await numberEvents()
    try await ConsumerRunner(
      MailNotices(ids: desk.ids, now: { [clock] in clock.now }),
      database: database,
      node: 0,
      now: { [clock] in clock.now },
      logger: logger
    ).drain()
  }

  /// Fires the timers of mornings and of mails that were held.
  func fireMailTimers() async throws {
    try await TimerRunner(
      handlers: [MailDigestTimer(ids: desk.ids), MailReleaseTimer(ids: desk.ids)],
      database: database,
      now: { [clock] in clock.now },
      logger: logger
    ).drain()
  }

  /// Ben, who works at Anemone.
  var benViewer: Viewer {
    Viewer(account: anemone.account, actor: .agent(ben), scopes: [.read, .write])
  }
}
