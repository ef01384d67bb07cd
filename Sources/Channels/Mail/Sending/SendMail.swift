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
    let isOver = desk.now() >= letter.mail.releaseAt + OutgoingMail.patience
    let refusals: [String: MailRefusal]
    do {
      refusals = try await send(letter, of: account)
    } catch let failure as DatabaseFailure {
      throw failure
    } catch {
      let problem = SendingProblem(error)
      let isFinal = !problem.isTemporary || isOver
      try await desk.perform(
        NoteNotSent(mail: mail, error: problem.words, isFinal: isFinal),
        as: viewer
      )
      guard isFinal else { throw error }
      return
    }
    try await note(refusals, of: letter.mail, isOver: isOver, as: viewer)
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

  /// - Returns: why the server does not take it, by recipient; all others have got it.
  private func send(
    _ letter: LetterContents,
    of account: ID<Account>
  ) async throws -> [String: MailRefusal] {
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
        sender: letter.mail.kind.answersByItself ? "" : letter.mailbox.settings.address,
        recipients: letter.mail.pending.map(\.text)
      )
    )
    await client.close()
    return outcome.refusals
  }

  /// - Throws: ``RecipientsPutOff`` if some are to be tried again.
  private func note(
    _ refusals: [String: MailRefusal],
    of mail: OutgoingMail,
    isOver: Bool,
    as viewer: Viewer
  ) async throws {
    var outcome = NoteOutcome(mail: mail.id)
    for address in mail.pending {
      guard let refusal = refusals[address.text] else { continue }
      let noted = MailProgress.Refusal(refusal, of: address)
      if refusal.isTemporary, !isOver {
        outcome.putOff.append(noted)
      } else {
        outcome.refused.append(noted)
      }
    }
    try await desk.perform(outcome, as: viewer)
    guard !refusals.isEmpty else { return }
    logger.notice("recipients were refused", metadata: ["count": "\(refusals.count)"])
    if !outcome.putOff.isEmpty { throw RecipientsPutOff(count: outcome.putOff.count) }
  }
}

/// A server takes the mail for some of its recipients later, if at all.
private struct RecipientsPutOff: Error {
  let count: Int
}

extension MailProgress.Refusal {
  fileprivate init(_ refusal: MailRefusal, of address: EmailAddress) {
    self.init(
      address: address,
      words: [refusal.code, refusal.words].filter { !$0.isEmpty }.joined(separator: " "),
      status: refusal.code.split(separator: " ").last { $0.contains(".") }.map(String.init)
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
