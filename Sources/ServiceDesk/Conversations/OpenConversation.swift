import Storage

/// Opens a conversation with a customer's first message; always a new one.
///
/// The account's default team owns it until it finds its person.
///
/// - Throws: ``AccessFailure``, ``AttachmentFailure``.
package struct OpenConversation: Command {
  package var customer: CustomerHandle
  /// Made from the text where `nil`.
  package var subject: Conversation.Subject?
  package var text: Message.Body
  package var channel: Channel
  package var attachments: [ID<Attachment>]
  /// The inbox through which the message came, if any.
  var inbox: ID<Inbox>?
  /// The mailbox to which it was written, if any.
  var mailbox: ID<Mailbox>?
  var key: Message.ClientKey?
  /// Whether no person wrote it.
  var isAutomatic = false

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
    try FindConversation(conversation: open(in: work).conversation).run(in: work)
  }

  /// Does the same, and says which message is the first.
  func open(in work: Work) throws -> (conversation: ID<Conversation>, message: ID<Message>) {
    let customer = try work.findOrCreateCustomer(customer)
    let subject = try subject ?? text.asSubject
    let id = try insert(customer: customer, subject: subject, in: work)
    let message = try work.write(
      NewMessage(
        kind: .incoming,
        author: .customer(customer),
        channel: channel,
        text: text,
        attachments: attachments,
        key: key,
        isAutomatic: isAutomatic
      ),
      into: id
    )
    try work.index(Conversation.self, id: id.raw, conversation: id, text: subject.text)
    try work.record(ConversationOpened(conversation: id, customer: customer, message: message))
    return (id, message)
  }

  private func insert(
    customer: ID<Customer>,
    subject: Conversation.Subject,
    in work: Work
  ) throws -> ID<Conversation> {
    let id = try work.newID(Conversation.self)
    let account = try work.currentAccount()
    let team = try work.defaultTeam()
    try work.execute(
      """
      INSERT INTO conversation (account_id, id, number, customer_id, subject, status, priority,
        channel, owner_team_id, due_at, attributes, message_count, inbox_id, mailbox_id,
        created_at, updated_at)
      VALUES (\(work.account), \(id), \(work.nextConversationNumber()), \(customer), \(subject),
        'open', 'normal', \(channel), \(team),
        \(work.now + account.settings.replyTime), \(Attributes()), 0, \(inbox), \(mailbox),
        \(work.now), \(work.now))
      """
    )
    try work.count(id, from: nil, to: ConversationStanding(owner: .team(team), status: .open))
    return id
  }
}

/// A conversation was opened by a customer's message.
package struct ConversationOpened: ConversationEvent {
  package static let kind = "conversation.opened"

  package let conversation: ID<Conversation>
  package let customer: ID<Customer>
  package let message: ID<Message>
}

extension Work {
  /// The account's next number for a conversation; gaps do not arise.
  func nextConversationNumber() throws -> Int {
    let counted = try rows(
      """
      UPDATE account SET last_conversation_number = last_conversation_number + 1
      WHERE id = \(account) RETURNING last_conversation_number
      """
    )
    guard let row = counted.first else { throw AccessFailure.noSuchAccount }
    return try row[0]
  }
}

extension Message.Body {
  /// The first line, cut to 120 scalars.
  var asSubject: Conversation.Subject {
    get throws {
      let line = text.split(whereSeparator: \.isNewline).first ?? ""
      let scalars = line.unicodeScalars
      guard scalars.count > 120 else { return try Conversation.Subject(String(line)) }
      return try Conversation.Subject(String(String.UnicodeScalarView(scalars.prefix(119))) + "…")
    }
  }
}
