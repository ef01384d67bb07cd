package import Storage

/// The mail of a message: what its head says, and how its sending goes.
package struct MessageMail: Sendable, Equatable {
  package let head: MailHead
  /// What it was made of; `nil` for what the team has sent.
  package let source: ID<MailSource>?
  /// Without angle brackets.
  package let rfcID: String?
  /// `nil` for what came in.
  package let sending: Sending?

  package struct Sending: Sendable, Equatable {
    package let mail: ID<OutgoingMail>
    /// Until when it may be taken back.
    package let releaseAt: Timestamp
    /// What the server or the line said when it could not be sent.
    package let error: String?
    package let bounce: MailBounce?
  }
}

extension Work {
  /// The mails of messages, by message.
  func mails(
    of messages: [ID<Message>],
    in conversation: ID<Conversation>
  ) throws -> [ID<Message>: MessageMail] {
    guard !messages.isEmpty else { return [:] }
    let sendings = try sendings(of: messages)
    let found = try rows(
      """
      SELECT message_id, head, source_id, rfc_id FROM mail
      WHERE account_id = \(account) AND message_id IN \(list: messages)
        AND conversation_id = \(conversation)
      """
    )
    var mails: [ID<Message>: MessageMail] = [:]
    for row in found {
      let message: ID<Message> = try row[0]
      let head: StoredJSON<MailHead> = try row[1]
      mails[message] = MessageMail(
        head: head.value,
        source: try row[2],
        rfcID: try row[3],
        sending: sendings[message]
      )
    }
    return mails
  }

  private func sendings(
    of messages: [ID<Message>]
  ) throws -> [ID<Message>: MessageMail.Sending] {
    let found = try rows(
      """
      SELECT message_id, id, release_at, error, bounce FROM outgoing_mail
      WHERE account_id = \(account) AND message_id > 0 AND message_id IN \(list: messages)
      """
    )
    var sendings: [ID<Message>: MessageMail.Sending] = [:]
    for row in found {
      let bounce: StoredJSON<MailBounce>? = try row[4]
      sendings[try row[0]] = MessageMail.Sending(
        mail: try row[1],
        releaseAt: try row[2],
        error: try row[3],
        bounce: bounce?.value
      )
    }
    return sendings
  }
}
