import Storage

/// An agent's answer that goes out by mail.
struct MailReply {
  private let answer: MailAnswer
  private let recipients: MailRecipients
  private let wasOpen: Bool

  /// - Throws: ``CorrespondenceFailure/noMailbox`` if there is no address or no mailbox to write from, or
  ///   other ``CorrespondenceFailure``.
  init(to state: ConversationState, recipients: MailRecipients?, in work: Work) throws {
    guard let answer = try work.mailAnswer(in: state) else { throw CorrespondenceFailure.noMailbox }
    self.answer = answer
    self.recipients = recipients ?? answer.recipients
    wasOpen = state.status == .open
    try self.recipients.check()
  }

  /// The first mail of a conversation.
  ///
  /// - Throws: ``CorrespondenceFailure``, ``AccessFailure/noSuchMailbox``.
  init(
    opening subject: Conversation.Subject,
    with customer: ID<Customer>,
    recipients: MailRecipients?,
    from mailbox: ID<Mailbox>?,
    in work: Work
  ) throws {
    let chosen = try mailbox.map { [try work.requireMailbox($0)] } ?? work.mailboxes()
    guard let mailbox = chosen.first(where: { $0.settings.outgoing != nil }) else {
      throw CorrespondenceFailure.noMailbox
    }
    let known = try work.address(of: customer).map { MailRecipients(to: [$0]) }
    guard let recipients = recipients ?? known else { throw CorrespondenceFailure.noRecipient }
    self.recipients = recipients
    answer = MailAnswer(
      mailbox: mailbox.id,
      from: mailbox.settings.address,
      recipients: recipients,
      subject: subject.text,
      inReplyTo: nil,
      references: []
    )
    // Taken back, it is the agent's turn: nobody has been written to.
    wasOpen = true
    try recipients.check()
  }

  /// From where it goes.
  var mailbox: ID<Mailbox> { answer.mailbox }

  /// Lets the message, which is written already, leave when the time to take it back is over.
  func post(_ message: ID<Message>, of conversation: ID<Conversation>, in work: Work) throws {
    var letter = Letter(
      recipients: recipients,
      subject: answer.subject,
      inReplyTo: answer.inReplyTo,
      references: answer.references
    )
    letter.wasOpen = wasOpen
    let rfcID = try PostMail(
      kind: .reply,
      letter: letter,
      mailbox: answer.mailbox,
      conversation: conversation,
      message: message,
      agent: work.requireAgent(),
      hold: OutgoingMail.undoTime
    ).post(in: work)
    try work.execute(
      """
      INSERT INTO mail (account_id, message_id, conversation_id, mailbox_id, rfc_id, head)
      VALUES (\(work.account), \(message), \(conversation), \(answer.mailbox), \(rfcID),
        \(StoredJSON(MailHead(recipients: recipients, subject: answer.subject))))
      """
    )
  }
}
