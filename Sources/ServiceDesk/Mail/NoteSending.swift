package import Storage

/// Notes that a mail server has taken a mail over.
package struct NoteSent: Command {
  package var mail: ID<OutgoingMail>

  package init(mail: ID<OutgoingMail>) { self.mail = mail }

  package func run(in work: Work) throws {
    let sent = try work.rows(
      """
      UPDATE outgoing_mail SET state = 'sent', sent_at = \(work.now), error = NULL
      WHERE account_id = \(work.account) AND id = \(mail) AND state = 'queued'
      RETURNING conversation_id, message_id
      """
    )
    guard let row = sent.first, let conversation: ID<Conversation> = try row[0],
      let message: ID<Message> = try row[1]
    else { return }
    try work.changeDelivery(of: message, in: conversation, to: .sent)
    try work.record(MailSent(conversation: conversation, message: message))
  }
}

/// Notes that a mail could not be sent: for now, or for good.
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
    let state: OutgoingMail.State = isFinal ? .failed : .queued
    let words = String(error.unicodeScalars.prefix(500))
    let noted = try work.rows(
      """
      UPDATE outgoing_mail SET state = \(state), error = \(words)
      WHERE account_id = \(work.account) AND id = \(mail) AND state = 'queued'
        AND (\(isFinal) = 1 OR error IS NULL OR error <> \(words))
      RETURNING conversation_id, message_id
      """
    )
    guard let row = noted.first, let conversation: ID<Conversation> = try row[0],
      let message: ID<Message> = try row[1]
    else { return }
    try work.changeDelivery(of: message, in: conversation, to: isFinal ? .failed : .queued)
    guard isFinal else {
      return try work.record(MailDelayed(conversation: conversation, message: message))
    }
    let standing = try work.requireVisible(conversation)
    // The customer has not heard what the team believes to have said.
    if standing.status == .waiting { try work.returnToTeam(standing) }
    try work.record(MailNotSent(conversation: conversation, message: message))
  }
}

/// Sends a mail again that had failed for good.
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
      UPDATE outgoing_mail SET state = 'queued', error = NULL, release_at = \(work.now)
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
