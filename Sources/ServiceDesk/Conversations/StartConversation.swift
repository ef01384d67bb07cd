import Storage

/// Opens a conversation with an agent's first message to a customer; it is the customer's turn
/// then, and the agent's own.
///
/// By mail it may be taken back until it leaves, as an answer may.
///
/// - Throws: ``AccessFailure``, ``AttachmentFailure``; by mail also ``CorrespondenceFailure``.
package struct StartConversation: Command {
  package var customer: CustomerHandle
  /// Made from the text where `nil`.
  package var subject: Conversation.Subject?
  package var text: Message.Body
  package var channel: Channel
  package var attachments: [ID<Attachment>]
  /// Who gets it, if it goes by mail; the customer's address where `nil`.
  package var recipients: MailRecipients?
  /// From where it goes, if by mail; the first that sends where `nil`.
  package var mailbox: ID<Mailbox>?

  package init(
    customer: CustomerHandle,
    subject: Conversation.Subject? = nil,
    text: Message.Body,
    channel: Channel = .api,
    attachments: [ID<Attachment>] = [],
    recipients: MailRecipients? = nil,
    mailbox: ID<Mailbox>? = nil
  ) {
    self.customer = customer
    self.subject = subject
    self.text = text
    self.channel = channel
    self.attachments = attachments
    self.recipients = recipients
    self.mailbox = mailbox
  }

  package func run(in work: Work) throws -> Conversation {
    let agent = try work.requireAgent()
    let customer = try work.findOrCreateCustomer(customer)
    let subject = try subject ?? text.asSubject
    let mail = try mail(to: customer, subject: subject, in: work)
    let id = try insert(
      Opening(customer: customer, agent: agent, subject: subject, mailbox: mail?.mailbox),
      in: work
    )
    let message = try work.write(
      NewMessage(
        kind: .reply,
        author: .agent(agent),
        channel: channel,
        text: text,
        attachments: attachments,
        delivery: mail == nil ? .sent : .held
      ),
      into: id
    )
    try mail?.post(message, of: id, in: work)
    try work.addParticipant(.customer(customer), to: id)
    try work.index(Conversation.self, id: id.raw, conversation: id, text: subject.text)
    try work.record(ConversationOpened(conversation: id, customer: customer, message: message))
    try work.record(ConversationAssigned(conversation: id, agent: agent, team: nil))
    if mail == nil {
      try work.record(ReplySent(conversation: id, message: message))
    } else {
      try work.record(ReplyHeld(conversation: id, message: message))
    }
    return try FindConversation(conversation: id).run(in: work)
  }

  private func mail(
    to customer: ID<Customer>,
    subject: Conversation.Subject,
    in work: Work
  ) throws -> MailReply? {
    guard channel == .mail else { return nil }
    return try MailReply(
      opening: subject,
      with: customer,
      recipients: recipients,
      from: mailbox,
      in: work
    )
  }

  /// What is known of the conversation before it is there.
  private struct Opening {
    let customer: ID<Customer>
    let agent: ID<Agent>
    let subject: Conversation.Subject
    let mailbox: ID<Mailbox>?
  }

  private func insert(_ opening: Opening, in work: Work) throws -> ID<Conversation> {
    let id = try work.newID(Conversation.self)
    let account = try work.currentAccount()
    try work.execute(
      """
      INSERT INTO conversation (account_id, id, number, customer_id, subject, status, priority,
        channel, owner_agent_id, due_at, attributes, message_count, mailbox_id, created_at,
        updated_at)
      VALUES (\(work.account), \(id), \(work.nextConversationNumber()), \(opening.customer),
        \(opening.subject), 'waiting', 'normal', \(channel), \(opening.agent),
        \(work.now + account.settings.replyTime), \(Attributes()), 0, \(opening.mailbox),
        \(work.now), \(work.now))
      """
    )
    let standing = ConversationStanding(owner: .agent(opening.agent), status: .waiting)
    try work.count(id, from: nil, to: standing)
    return id
  }
}
