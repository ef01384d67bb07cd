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
  /// At most ``LoopBreaker/mostAnHour`` go to one address in an hour; the first one too many is
  /// told by an event.
  private func mayAnswerAutomatically(
    _ address: EmailAddress,
    in conversation: ID<Conversation>
  ) throws -> Bool {
    let count = try countAutomaticMail(to: address)
    if count == LoopBreaker.mostAnHour + 1 {
      try record(MailLoopStopped(conversation: conversation))
    }
    return count <= LoopBreaker.mostAnHour
  }

  /// Counts an automatic mail to an address.
  ///
  /// - Returns: how many it are within this hour, with this one.
  func countAutomaticMail(to address: EmailAddress) throws -> Int {
    let hour = now.milliseconds / Duration.hours(1).wholeMilliseconds
    let counted = try rows(
      """
      INSERT INTO automatic_mail (account_id, address, hour, count)
      VALUES (\(account), \(address), \(hour), 1)
      ON CONFLICT (account_id, address, hour)
        DO UPDATE SET count = automatic_mail.count + 1
      RETURNING count
      """
    )
    return try counted.first.map { try $0[0] } ?? 1
  }
}

/// Ends what two programs would go on writing to each other.
package enum LoopBreaker {
  /// How many automatic mails one address gets in an hour.
  package static let mostAnHour = 3
}

/// An address got as many automatic mails as it may in an hour; it gets no more.
package struct MailLoopStopped: ConversationEvent {
  package static let kind = "mail.loopStopped"

  package let conversation: ID<Conversation>
}
