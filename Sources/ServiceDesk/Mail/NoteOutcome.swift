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

  /// What was reported about the mail, this time and before.
  private func bounce(of outgoing: OutgoingMail, _ progress: MailProgress) -> MailBounce? {
    guard let bounce = progress.bounce(of: outgoing.rfcID) else { return outgoing.bounce }
    return outgoing.bounce.map { bounce.joining($0) } ?? bounce
  }

  private func delay(_ outgoing: OutgoingMail, _ progress: MailProgress, in work: Work) throws {
    let words = (progress.refused + putOff).words
    try work.execute(
      """
      UPDATE outgoing_mail SET progress = \(StoredJSON(progress)), error = \(words),
        bounce = \(bounce(of: outgoing, progress).map(StoredJSON.init))
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
    let bounce = isSent ? bounce(of: outgoing, progress) : nil
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
    try work.noteDelivery(of: message, in: conversation, as: .sent)
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
    try noteDelivery(of: message, in: conversation, as: .queued)
    try record(MailDelayed(conversation: conversation, message: message))
  }

  /// What came back from one recipient's server outweighs how it goes with the others.
  fileprivate func noteDelivery(
    of message: ID<Message>,
    in conversation: ID<Conversation>,
    as delivery: Message.Delivery
  ) throws {
    let known = try rows(
      """
      SELECT delivery FROM message
      WHERE account_id = \(account) AND conversation_id = \(conversation) AND id = \(message)
      """
    )
    let current: Message.Delivery? = try known.first?[0]
    guard current != .bounced else { return }
    try changeDelivery(of: message, in: conversation, to: delivery)
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
