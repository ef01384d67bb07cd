import Storage

/// Opens a conversation with an agent's first message to a customer; it is the customer's turn
/// then, and the agent's own.
///
/// - Throws: ``AccessFailure``, ``AttachmentFailure``.
package struct StartConversation: Command {
  package var customer: CustomerHandle
  /// Made from the text where `nil`.
  package var subject: Conversation.Subject?
  package var text: Message.Body
  package var channel: Channel
  package var attachments: [ID<Attachment>]

  package init(
    customer: CustomerHandle,
    subject: Conversation.Subject? = nil,
    text: Message.Body,
    channel: Channel = .api,
    attachments: [ID<Attachment>] = []
  ) {
    self.customer = customer
    self.subject = subject
    self.text = text
    self.channel = channel
    self.attachments = attachments
  }

  package func run(in work: Work) throws -> Conversation {
    let agent = try work.requireAgent()
    let customer = try work.findOrCreateCustomer(customer)
    let subject = try subject ?? text.asSubject
    let id = try insert(customer: customer, agent: agent, subject: subject, in: work)
    let message = try work.write(
      NewMessage(
        kind: .reply,
        author: .agent(agent),
        channel: channel,
        text: text,
        attachments: attachments
      ),
      into: id
    )
    try work.addParticipant(.customer(customer), to: id)
    try work.index(Conversation.self, id: id.raw, conversation: id, text: subject.text)
    try work.record(ConversationOpened(conversation: id, customer: customer, message: message))
    try work.record(ConversationAssigned(conversation: id, agent: agent, team: nil))
    try work.record(ReplySent(conversation: id, message: message))
    return try FindConversation(conversation: id).run(in: work)
  }

  private func insert(
    customer: ID<Customer>,
    agent: ID<Agent>,
    subject: Conversation.Subject,
    in work: Work
  ) throws -> ID<Conversation> {
    let id = try work.newID(Conversation.self)
    let account = try work.currentAccount()
    try work.execute(
      """
      INSERT INTO conversation (account_id, id, number, customer_id, subject, status, priority,
        channel, owner_agent_id, due_at, attributes, message_count, created_at, updated_at)
      VALUES (\(work.account), \(id), \(work.nextConversationNumber()), \(customer), \(subject),
        'waiting', 'normal', \(channel), \(agent),
        \(work.now + account.settings.replyTime), \(Attributes()), 0, \(work.now), \(work.now))
      """
    )
    try work.count(id, from: nil, to: ConversationStanding(owner: .agent(agent), status: .waiting))
    return id
  }
}
