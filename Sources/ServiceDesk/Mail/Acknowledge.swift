import Storage

extension Work {
  /// Tells a customer that the first mail of a conversation has come, if the mailbox does so.
  ///
  /// Never in answer to automatic mail, and to nobody more often than the loop breaker lets.
  func acknowledge(
    _ conversation: ID<Conversation>,
    through mailbox: ID<Mailbox>,
    to sender: Correspondent,
    answering mail: IncomingMail
  ) throws {
    let settings = try requireMailbox(mailbox).settings
    guard settings.acknowledges, settings.outgoing != nil,
      try mayAnswerAutomatically(sender.address, in: conversation)
    else { return }
    var letter = Letter(
      recipients: MailRecipients(to: [sender]),
      subject: mail.subject,
      inReplyTo: mail.rfcID,
      references: Array(mail.references.suffix(20)) + [mail.rfcID].compactMap { $0 }
    )
    letter.language =
      TextLanguage.guess("\(mail.subject)\n\(mail.text)") ?? settings.language ?? "en"
    letter.content = .answer(try isAnybodyThere() ? .acknowledgement : .outOfHours)
    try PostMail(
      kind: .acknowledgement,
      letter: letter,
      mailbox: mailbox,
      conversation: conversation
    ).post(in: self)
  }

  /// Whether some agent is there for customers now.
  private func isAnybodyThere() throws -> Bool {
    try !rows(
      "SELECT 1 FROM agent WHERE account_id = \(account) AND available_since IS NOT NULL LIMIT 1"
    ).isEmpty
  }

  /// Counts an automatic mail to an address; whether it may be sent.
  ///
  /// At most ``LoopBreaker/mostAnHour`` go to one address in sixty minutes; the first one too many
  /// is told by an event.
  private func mayAnswerAutomatically(
    _ address: EmailAddress,
    in conversation: ID<Conversation>
  ) throws -> Bool {
    let verdict = try countAutomaticMail(to: address, most: LoopBreaker.mostAnHour)
    if verdict == .stops { try record(MailLoopStopped(conversation: conversation)) }
    return verdict == .goes
  }

  /// Counts an automatic mail to an address; of those of the last sixty minutes, by the minute, at
  /// most so many may be sent.
  func countAutomaticMail(to address: EmailAddress, most: Int) throws -> LoopBreaker.Verdict {
    let minute = now.milliseconds / Duration.minutes(1).wholeMilliseconds
    try execute(
      """
      INSERT INTO automatic_mail (account_id, address, minute, sent, refused)
      VALUES (\(account), \(address), \(minute), 1, 0)
      ON CONFLICT (account_id, address, minute) DO UPDATE SET sent = automatic_mail.sent + 1
      """
    )
    let counted = try rows(
      """
      SELECT CAST(SUM(sent) AS BIGINT), CAST(SUM(refused) AS BIGINT) FROM automatic_mail
      WHERE account_id = \(account) AND address = \(address)
        AND minute > \(minute - LoopBreaker.minutes)
      """
    )
    let (sent, refused): (Int, Int) = (try counted.first?[0] ?? 0, try counted.first?[1] ?? 0)
    guard sent > most else { return .goes }
    try execute(
      """
      UPDATE automatic_mail SET sent = sent - 1, refused = refused + 1
      WHERE account_id = \(account) AND address = \(address) AND minute = \(minute)
      """
    )
    return refused == 0 ? .stops : .isStopped
  }
}

/// Ends what two programs would go on writing to each other.
package enum LoopBreaker {
  /// What becomes of one automatic mail.
  package enum Verdict: Sendable, Equatable {
    case goes
    /// The first one too many within the hour.
    case stops
    case isStopped
  }

  /// How many automatic mails one address gets in an hour.
  package static let mostAnHour = 3
  /// For how long a mail counts.
  static let minutes: Int64 = 60
}

/// An address got as many automatic mails as it may in an hour; it gets no more.
package struct MailLoopStopped: ConversationEvent {
  package static let kind = "mail.loopStopped"

  package let conversation: ID<Conversation>
}
