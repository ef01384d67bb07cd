import Storage

/// Notes what a mail server said to those who were still to get a mail.
///
/// Who was put off is still to get it. Once that is nobody, the mail is sent if anybody has got it
/// and has failed otherwise; one that was noted as sent or failed before stays as it is.
package struct NoteOutcome: Command {
  package var mail: ID<OutgoingMail>
  /// Who does not get it.
  package var refused: [MailProgress.Refusal]
  /// Who may get it later.
  package var putOff: [MailProgress.Refusal]

  /// All others have got it.
  package init(
    mail: ID<OutgoingMail>,
    refused: [MailProgress.Refusal] = [],
    putOff: [MailProgress.Refusal] = []
  ) {
    self.mail = mail
    self.refused = refused
    self.putOff = putOff
  }

  package func run(in work: Work) throws {
    let outgoing = try work.requireOutgoing(mail)
    guard outgoing.state == .queued else { return }
    let progress = MailProgress(
      pending: putOff.map(\.address),
      refused: (outgoing.progress?.refused ?? []) + refused
    )
    let everybody = outgoing.letter.recipients.all.count
    if !putOff.isEmpty {
      try delay(outgoing, progress, in: work)
    } else if progress.refused.count < everybody {
      try settle(outgoing, as: .sent, progress, in: work)
    } else {
      try settle(outgoing, as: .failed, progress, in: work)
    }
  }

  private func delay(_ outgoing: OutgoingMail, _ progress: MailProgress, in work: Work) throws {
    let words = (progress.refused + putOff).words
    try work.execute(
      """
      UPDATE outgoing_mail SET progress = \(StoredJSON(progress)), error = \(words),
        bounce = \(progress.bounce(of: outgoing.rfcID).map(StoredJSON.init))
      WHERE account_id = \(work.account) AND id = \(mail)
      """
    )
    // Told once, not at each attempt.
    guard words != outgoing.error else { return }
    try work.noteDelay(of: outgoing)
  }

  private func settle(
    _ outgoing: OutgoingMail,
    as state: OutgoingMail.State,
    _ progress: MailProgress,
    in work: Work
  ) throws {
    let isSent = state == .sent
    let bounce = isSent ? progress.bounce(of: outgoing.rfcID) : nil
    let kept = progress.refused.isEmpty ? nil : try StoredJSON(progress)
    try work.execute(
      """
      UPDATE outgoing_mail SET state = \(state), sent_at = \(isSent ? work.now : nil),
        progress = \(kept), error = \(progress.refused.words),
        bounce = \(bounce.map(StoredJSON.init))
      WHERE account_id = \(work.account) AND id = \(mail)
      """
    )
    guard isSent else { return try work.noteFailure(of: outgoing) }
    guard let conversation = outgoing.conversation, let message = outgoing.message else { return }
    try work.changeDelivery(of: message, in: conversation, to: .sent)
    try work.record(MailSent(conversation: conversation, message: message))
    guard bounce != nil else { return }
    // Whoever was asked for an answer may not have got the question.
    let standing = try work.requireVisible(conversation)
    if standing.status == .waiting { try work.returnToTeam(standing) }
    try work.record(MailBounced(conversation: conversation, message: message))
  }
}

extension Work {
  /// Shows at its message that a mail is tried on.
  func noteDelay(of mail: OutgoingMail) throws {
    guard let conversation = mail.conversation, let message = mail.message else { return }
    try changeDelivery(of: message, in: conversation, to: .queued)
    try record(MailDelayed(conversation: conversation, message: message))
  }

  /// Shows at its message that nobody got a mail.
  func noteFailure(of mail: OutgoingMail) throws {
    guard let conversation = mail.conversation, let message = mail.message else { return }
    try changeDelivery(of: message, in: conversation, to: .failed)
    let standing = try requireVisible(conversation)
    // The customer has not heard what the team believes to have said.
    if standing.status == .waiting { try returnToTeam(standing) }
    try record(MailNotSent(conversation: conversation, message: message))
  }
}
