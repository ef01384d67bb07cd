import Storage

/// How an answer in a conversation would go out by mail: to whom, from where, under which subject.
package struct MailAnswer: Sendable, Equatable {
  package let mailbox: ID<Mailbox>
  /// The mailbox's address.
  package let from: String
  package let recipients: MailRecipients
  package let subject: String
  package let inReplyTo: String?
  package let references: [String]
}

/// How an answer would go out, for people to see before it does; `nil` if not by mail.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct FindMailAnswer: Query {
  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  package func run(in work: Work) throws -> MailAnswer? {
    let state = try work.requireVisible(conversation)
    guard try work.channel(toAnswerIn: state) == .mail else { return nil }
    return try work.mailAnswer(in: state)
  }
}

/// On which channel an answer would go out.
///
/// By mail without a ``MailAnswer`` means that it cannot go out at all: there is no mailbox.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct FindAnswerChannel: Query {
  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  package func run(in work: Work) throws -> Channel {
    try work.channel(toAnswerIn: work.requireVisible(conversation))
  }
}

extension Work {
  /// - Returns: `nil` if there is no address to write to, or no mailbox to write from.
  func mailAnswer(in state: ConversationState) throws -> MailAnswer? {
    let mailboxes = try mailboxes()
    let last = try lastMail(in: state.id)
    let chosen = try mailboxOf(state.id) ?? last?.mailbox
    guard
      let mailbox = mailboxes.first(where: { $0.id == chosen && $0.settings.outgoing != nil })
        ?? mailboxes.first(where: { $0.settings.outgoing != nil }),
      let recipients = try recipients(answering: last?.head, of: state, mailboxes: mailboxes)
    else { return nil }
    let subject = try subject(of: state.id)
    let isAnswer = last != nil && !MailSubject(subject).isReply
    let references = try references(in: state.id)
    return MailAnswer(
      mailbox: mailbox.id,
      from: mailbox.settings.address,
      recipients: recipients,
      subject: isAnswer ? "Re: \(subject)" : subject,
      // Whoever wrote it last: programs would put it beside the team's own mail otherwise.
      inReplyTo: references.last,
      references: references
    )
  }

  /// All whom the mail that is answered names, but for the team's own addresses; the customer's
  /// address where there is no such mail.
  private func recipients(
    answering head: MailHead?,
    of state: ConversationState,
    mailboxes: [Mailbox]
  ) throws -> MailRecipients? {
    func isOther(_ person: Correspondent) -> Bool {
      !mailboxes.contains { $0.settings.owns(person.address.text) }
    }
    guard let head else {
      return try address(of: state.customer).map { MailRecipients(to: [$0]) }
    }
    let writers = (head.replyTo.isEmpty ? [head.from].compactMap { $0 } : head.replyTo)
      .filter(isOther)
    guard !writers.isEmpty else {
      return try address(of: state.customer).map { MailRecipients(to: [$0]) }
    }
    let others = (head.to + head.cc).filter { person in
      isOther(person) && !writers.contains { $0.address == person.address }
    }
    return MailRecipients(to: writers, cc: others)
  }

  /// The address of a customer that became known last.
  func address(of customer: ID<Customer>) throws -> Correspondent? {
    try rows(
      """
      SELECT r.name, i.value FROM customer k
      JOIN customer r ON r.account_id = k.account_id AND r.id = k.root_id
      JOIN customer o ON o.account_id = k.account_id AND o.root_id = k.root_id
      JOIN identity i ON i.account_id = k.account_id AND i.customer_id = o.id
        AND i.kind = 'email'
      WHERE k.account_id = \(account) AND k.id = \(customer)
      ORDER BY i.created_at DESC LIMIT 1
      """
    ).first.map { Correspondent(name: try $0[0], address: try $0[1]) }
  }

  /// The last mail that came into the conversation.
  private func lastMail(
    in conversation: ID<Conversation>
  ) throws -> (mailbox: ID<Mailbox>?, head: MailHead)? {
    let found = try rows(
      """
      SELECT x.mailbox_id, x.head FROM message m
      JOIN mail x ON x.account_id = m.account_id AND x.message_id = m.id
      WHERE m.account_id = \(account) AND m.conversation_id = \(conversation)
        AND m.kind = 'incoming'
      ORDER BY m.id DESC LIMIT 1
      """
    )
    return try found.first.map { row in
      let head: StoredJSON<MailHead> = try row[1]
      return (try row[0], head.value)
    }
  }

  /// The ids of the conversation's mails, oldest first: the first one and the newest 20.
  private func references(in conversation: ID<Conversation>) throws -> [String] {
    let newest = try rows(
      """
      SELECT rfc_id FROM mail
      WHERE account_id = \(account) AND conversation_id = \(conversation) AND rfc_id IS NOT NULL
      ORDER BY message_id DESC LIMIT 200
      """
    ).map { row -> String in try row[0] }.reversed()
    return Array(newest.prefix(1) + newest.dropFirst().suffix(20))
  }

  private func mailboxOf(_ conversation: ID<Conversation>) throws -> ID<Mailbox>? {
    try rows(
      "SELECT mailbox_id FROM conversation WHERE account_id = \(account) AND id = \(conversation)"
    ).first.flatMap { try $0[0] }
  }

  private func subject(of conversation: ID<Conversation>) throws -> String {
    try rows(
      "SELECT subject FROM conversation WHERE account_id = \(account) AND id = \(conversation)"
    ).first.map { try $0[0] } ?? ""
  }
}
