package import Storage

/// Notes that a mail server has taken a mail over for all who were still to get it.
package struct NoteSent: Command {
  package var mail: ID<OutgoingMail>

  package init(mail: ID<OutgoingMail>) { self.mail = mail }

  package func run(in work: Work) throws { try NoteOutcome(mail: mail).run(in: work) }
}

/// Notes that a mail could not be handed over: for now, or for good.
package struct NoteNotSent: Command {
  package var mail: ID<OutgoingMail>
  /// What the server or the line said.
  package var error: String
  package var isFinal: Bool

  package init(mail: ID<OutgoingMail>, error: String, isFinal: Bool) {
    self.mail = mail
    self.error = error
    self.isFinal = isFinal
  }

  package func run(in work: Work) throws {
    let outgoing = try work.requireOutgoing(mail)
    guard outgoing.state == .queued else { return }
    if isFinal, let progress = outgoing.progress {
      // Others may have got it: only those who were left have not.
      let left = progress.pending.map { MailProgress.Refusal(address: $0, words: error) }
      return try NoteOutcome(mail: mail, refused: left).run(in: work)
    }
    let words = String(error.unicodeScalars.prefix(OutgoingMail.longestError))
    // Told once, not at each attempt.
    guard isFinal || words != outgoing.error else { return }
    let state: OutgoingMail.State = isFinal ? .failed : .queued
    try work.execute(
      """
      UPDATE outgoing_mail SET state = \(state), error = \(words)
      WHERE account_id = \(work.account) AND id = \(mail)
      """
    )
    try isFinal ? work.noteFailure(of: outgoing) : work.noteDelay(of: outgoing)
  }
}

/// Sends a mail again that had failed for good: nobody has got it.
///
/// - Throws: ``AccessFailure/noSuchMail``, ``CorrespondenceFailure/tooLate`` if it has not failed.
package struct SendAgain: Command {
  package var mail: ID<OutgoingMail>

  package init(mail: ID<OutgoingMail>) { self.mail = mail }

  package func run(in work: Work) throws {
    let failed = try work.requireOutgoing(mail)
    guard failed.state == .failed else { throw CorrespondenceFailure.tooLate }
    try work.execute(
      """
      UPDATE outgoing_mail SET state = 'queued', error = NULL, bounce = NULL, progress = NULL,
        release_at = \(work.now)
      WHERE account_id = \(work.account) AND id = \(mail)
      """
    )
    try work.send(mail, through: failed.mailbox)
    guard let conversation = failed.conversation, let message = failed.message else { return }
    try work.changeDelivery(of: message, in: conversation, to: .queued)
    try work.record(MailDelayed(conversation: conversation, message: message))
  }
}

/// A mail server took a reply over.
package struct MailSent: ConversationEvent {
  package static let kind = "mail.sent"

  package let conversation: ID<Conversation>
  package let message: ID<Message>

  package var subject: Reference { message.reference }
}

/// A reply could not be sent yet; it is tried on.
package struct MailDelayed: ConversationEvent {
  package static let kind = "mail.delayed"

  package let conversation: ID<Conversation>
  package let message: ID<Message>

  package var subject: Reference { message.reference }
}

/// A reply could not be sent, and is not tried any more.
package struct MailNotSent: ConversationEvent {
  package static let kind = "mail.notSent"

  package let conversation: ID<Conversation>
  package let message: ID<Message>

  package var subject: Reference { message.reference }
}
