package import Logging
import Mail
package import ServiceDesk
package import Storage

/// Hands a mail to its server: at least once, always under the same `Message-ID`.
package struct SendMail: JobHandler {
  package static let kind = SendMailJob.kind

  private let desk: Desk
  private let writer: MailWriter
  private let options: MailWireOptions
  private let logger: Logger

  package init(desk: Desk, writer: MailWriter, options: MailWireOptions, logger: Logger) {
    self.desk = desk
    self.writer = writer
    self.options = options
    self.logger = logger
  }

  package func perform(_ job: Job) async throws {
    // A payload is what the program has written itself.
    guard let mail = ID<OutgoingMail>(job.payload) else { return }
    let account = ID<Account>(job.account)
    let viewer = Viewer.system(of: account)
    let letter = try await desk.answer(FindLetter(mail: mail), as: viewer)
    guard letter.mail.state == .queued else { return }
    do {
      try await send(letter, of: account)
      try await desk.perform(NoteSent(mail: mail), as: viewer)
    } catch let failure as DatabaseFailure {
      throw failure
    } catch {
      let problem = SendingProblem(error)
      let isOver = desk.now() >= letter.mail.releaseAt + OutgoingMail.patience
      let isFinal = !problem.isTemporary || isOver
      try await desk.perform(
        NoteNotSent(mail: mail, error: problem.words, isFinal: isFinal),
        as: viewer
      )
      guard isFinal else { throw error }
    }
  }

  /// A mail is not left on its way where nothing moves it any more.
  package func giveUp(_ job: Job) async throws {
    guard let mail = ID<OutgoingMail>(job.payload) else { return }
    let viewer = Viewer.system(of: ID(job.account))
    let letter = try await desk.answer(FindLetter(mail: mail), as: viewer)
    try await desk.perform(
      NoteNotSent(mail: mail, error: letter.mail.error ?? "", isFinal: true),
      as: viewer
    )
  }

  private func send(_ letter: LetterContents, of account: ID<Account>) async throws {
    let line = MailboxLine(
      desk: desk,
      options: options,
      account: account,
      mailbox: letter.mailbox
    )
    let raw = try await writer.write(letter, of: account).bytes
    let client = try await line.outgoing()
    let outcome = try await client.send(
      raw,
      SMTPEnvelope(
        // What a program wrote must cause no report to a program (RFC 3834, 3.3).
        sender: letter.mail.kind.isAutomatic ? "" : letter.mailbox.settings.address,
        recipients: letter.mail.letter.recipients.all.map(\.address.text)
      )
    )
    await client.close()
    // Whom the server refuses is told; the others have got it, and must not get it again.
    guard !outcome.refusals.isEmpty else { return }
    logger.notice("recipients were refused", metadata: ["count": "\(outcome.refusals.count)"])
    try await desk.perform(
      NoteRefusedRecipients(
        mail: letter.mail.id,
        refused: outcome.refusals.mapValues { "\($0.code) \($0.words)" }
      ),
      as: .system(of: account)
    )
  }
}

/// Why a mail was not sent, as far as it matters for what is done next.
private struct SendingProblem {
  let words: String
  let isTemporary: Bool

  init(_ error: any Error) {
    switch error {
    case let failure as MailWireFailure:
      words = failure.words
      // Wrong settings are mended by people; until then the mail waits.
      isTemporary = failure.isTemporary || failure.isAboutSettings
    case let failure as any Failure:
      words = failure.code
      isTemporary = failure is SecretFailure
    default:
      words = "\(error)"
      isTemporary = true
    }
  }
}

extension MailWireFailure {
  /// Whether the server never came to look at the mail itself.
  fileprivate var isAboutSettings: Bool {
    switch self {
    case .untrusted, .signInRefused, .unusable, .plainForbidden: true
    default: false
    }
  }
}
