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
    let all = mail.bounce.map { bounce.joining($0) } ?? bounce
    try work.execute(
      """
      UPDATE outgoing_mail SET bounce = \(StoredJSON(all))
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

extension MailBounce {
  /// This report, with the recipients that an earlier one about the same mail has named.
  func joining(_ earlier: MailBounce) -> MailBounce {
    guard isComplaint == earlier.isComplaint else { return self }
    var all = self
    all.recipients = earlier.recipients + recipients.filter { !earlier.recipients.contains($0) }
    return all
  }
}

/// What a report speaks of.
private struct BouncedMail {
  let id: ID<OutgoingMail>
  let conversation: ID<Conversation>?
  let message: ID<Message>?
  /// What was reported before.
  let bounce: MailBounce?

  init(_ row: Row) throws {
    id = try row[0]
    conversation = try row[1]
    message = try row[2]
    bounce = try (row[3] as StoredJSON<MailBounce>?)?.value
  }
}

extension Work {
  /// The mail that a report speaks of: by its `Message-ID`, or else the newest one of the last
  /// week to its recipient, for servers on the way may have given it another id.
  fileprivate func outgoingMail(meantBy bounce: MailBounce) throws -> BouncedMail? {
    if let original = bounce.originalID {
      let named = try rows(
        """
        SELECT id, conversation_id, message_id, bounce FROM outgoing_mail
        WHERE account_id = \(account) AND rfc_id = \(original)
        """
      )
      if let mail = named.first { return try BouncedMail(mail) }
    }
    let addresses = bounce.recipients.compactMap { try? EmailAddress($0) }
    let newest = try rows(
      """
      SELECT o.id, o.conversation_id, o.message_id, o.bounce FROM correspondent c
      JOIN outgoing_mail o ON o.account_id = c.account_id
        AND o.conversation_id = c.conversation_id
      WHERE c.account_id = \(account) AND c.address IN \(list: addresses)
        AND o.created_at >= \(now - .days(7)) AND o.state = 'sent'
        AND o.kind IN ('reply', 'acknowledgement')
      ORDER BY o.id DESC LIMIT 1
      """
    )
    return try newest.first.map { try BouncedMail($0) }
  }
}
