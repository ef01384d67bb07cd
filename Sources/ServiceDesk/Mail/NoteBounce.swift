package import Storage

/// Ties a delivery report or a complaint to the mail it speaks of.
///
/// A report about nothing that was sent from here is set aside: it opens no conversation.
struct NoteBounce {
  let source: ID<MailSource>
  let bounce: MailBounce

  init(source: ID<MailSource>, _ bounce: MailBounce) {
    self.source = source
    self.bounce = bounce
  }

  func run(in work: Work) throws {
    guard let mail = try work.outgoingMail(meantBy: bounce) else {
      return try work.settle(source, as: .setAside, reason: "unknownBounce")
    }
    guard bounce.action == .failed || bounce.isComplaint else {
      return try work.settle(
        source,
        as: .setAside,
        reason: "delayed",
        conversation: mail.conversation
      )
    }
    try work.execute(
      """
      UPDATE outgoing_mail SET bounce = \(StoredJSON(bounce))
      WHERE account_id = \(work.account) AND id = \(mail.id)
      """
    )
    if let conversation = mail.conversation, let message = mail.message {
      try mark(message, in: conversation, work: work)
    }
    try work.settle(
      source,
      as: .setAside,
      reason: bounce.isComplaint ? "complaint" : "bounce",
      conversation: mail.conversation,
      message: mail.message
    )
  }

  private func mark(
    _ message: ID<Message>,
    in conversation: ID<Conversation>,
    work: Work
  ) throws {
    let state = try work.requireVisible(conversation)
    if bounce.isComplaint {
      try work.noteChange(of: message, in: conversation)
    } else {
      try work.changeDelivery(of: message, in: conversation, to: .bounced)
    }
    // The customer has not heard what the team believes to have said; what is resolved stays so.
    if state.status == .waiting { try work.returnToTeam(state) }
    try work.record(MailBounced(conversation: conversation, message: message))
  }
}

/// A mail server said that a mail could not be delivered, or a recipient complained about it.
package struct MailBounced: ConversationEvent {
  package static let kind = "mail.bounced"

  package let conversation: ID<Conversation>
  package let message: ID<Message>

  package var subject: Reference { message.reference }
}

extension Work {
  /// The mail that a report speaks of: by its `Message-ID`, or else the newest one of the last
  /// week to its recipient.
  fileprivate func outgoingMail(meantBy bounce: MailBounce) throws -> (
    id: ID<OutgoingMail>, conversation: ID<Conversation>?, message: ID<Message>?
  )? {
    if let original = bounce.originalID {
      let found = try rows(
        """
        SELECT id, conversation_id, message_id FROM outgoing_mail
        WHERE account_id = \(account) AND rfc_id = \(original)
        """
      )
      return try found.first.map { (try $0[0], try $0[1], try $0[2]) }
    }
    let addresses = bounce.recipients.compactMap { try? EmailAddress($0) }
    let found = try rows(
      """
      SELECT o.id, o.conversation_id, o.message_id FROM correspondent c
      JOIN outgoing_mail o ON o.account_id = c.account_id
        AND o.conversation_id = c.conversation_id
      WHERE c.account_id = \(account) AND c.address IN \(list: addresses)
        AND o.created_at >= \(now - .days(7)) AND o.state = 'sent'
      ORDER BY o.id DESC LIMIT 1
      """
    )
    return try found.first.map { (try $0[0], try $0[1], try $0[2]) }
  }
}
