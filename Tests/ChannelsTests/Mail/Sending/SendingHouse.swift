import Channels
import ServiceDesk
import Storage
import TestSupport

/// A desk whose only mailbox sends through a ``PostOffice``.
struct SendingHouse {
  let harness: DeskHarness
  let office: PostOffice
  let mailbox: Mailbox
  private let channel: MailChannel

  init(refusing refusals: [String: String] = [:]) async throws {
    let harness = try await DeskHarness()
    let office = try PostOffice(refusing: refusals)
    self.harness = harness
    self.office = office
    channel = MailChannel(
      desk: harness.desk,
      writer: MailWriter(
        desk: harness.desk,
        markup: { text, _, _ in MailBody(text: text, html: "<p>\(text)</p>") },
        words: { _ in
          LetterWords(language: "en", direction: "ltr", text: "We have it.") { "\($0) at \($1)" }
        }
      ),
      options: MailWireOptions(connectLimit: .seconds(5), silenceLimit: .seconds(5)),
      logger: harness.logger
    )
    var settings = Mailbox.Settings(
      name: try Mailbox.Name("Support"),
      address: try EmailAddress("support@anemone.example"),
      outgoing: try MailServer(
        host: "127.0.0.1",
        port: office.port,
        security: .none,
        signIn: .none
      )
    )
    settings.acknowledges = true
    mailbox = try await harness.perform(AddMailbox(settings: settings))
  }

  /// Writes a first mail to these, and lets the time to take it back go by.
  func write(to recipients: String...) async throws -> Message {
    let people = try recipients.map { Correspondent(address: try EmailAddress($0)) }
    let conversation = try await harness.perform(
      StartConversation(
        customer: CustomerHandle(identities: [Identity(try EmailAddress(recipients[0]))]),
        text: Message.Body("Your lamp is here."),
        channel: .mail,
        recipients: MailRecipients(to: people)
      )
    )
    harness.clock.advance(by: OutgoingMail.undoTime)
    try await TimerRunner(
      handlers: [MailReleaseTimer(ids: harness.desk.ids)],
      database: harness.database,
      now: { [clock = harness.clock] in clock.now },
      logger: harness.logger
    ).drain()
    let messages = try await harness.answer(
      ListMessages(conversation: conversation.id, window: Window())
    )
    return messages.items[0]
  }

  /// The message as it stands now.
  func now(_ message: Message) async throws -> Message {
    try await harness.answer(
      FindMessage(message: message.id, conversation: message.conversation)
    )
  }

  /// Does the jobs that are due.
  func send() async throws {
    try await JobRunner(
      handlers: channel.handlers,
      database: harness.database,
      now: { [clock = harness.clock] in clock.now },
      logger: harness.logger
    ).drain()
  }

  /// Does all jobs, each when it is due, until none waits.
  ///
  /// - Returns: how long that took by the clock.
  @discardableResult
  func sendAll() async throws -> Duration {
    let start = harness.clock.now
    // More rounds than any job has attempts.
    for _ in 0..<100 {
      try await send()
      guard let next = try await nextJob() else { break }
      let wait = next.milliseconds - harness.clock.now.milliseconds
      harness.clock.advance(by: .milliseconds(max(wait, 0)))
    }
    return .milliseconds(harness.clock.now.milliseconds - start.milliseconds)
  }

  private func nextJob() async throws -> Timestamp? {
    try await harness.database.read { transaction in
      try transaction.rows("SELECT MIN(run_at) FROM job WHERE state = 'waiting'")
        .first.flatMap { try $0[0] }
    }
  }
}
