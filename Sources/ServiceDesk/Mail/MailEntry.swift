import Storage

/// A customer's mail on its way into a conversation.
struct MailEntry {
  let source: ID<MailSource>
  let mail: IncomingMail
  let sender: Correspondent
  let mailbox: ID<Mailbox>?

  /// Writes the mail into a conversation that is known to be the right one.
  func join(_ conversation: ID<Conversation>, in work: Work) throws {
    let customer = try work.findOrCreateCustomer(handle)
    var join = ContinueConversation(
      conversation: conversation,
      text: try body,
      channel: .mail,
      author: customer,
      attachments: try work.keep(mail.attachments)
    )
    join.isAutomatic = mail.automatic != nil
    let message = try join.run(in: work)
    try finish(message.id, in: conversation, work: work)
  }

  /// Opens a conversation with the mail.
  @discardableResult
  func open(proposals: [JoinProposal], in work: Work) throws -> ID<Conversation> {
    let customer = try work.findOrCreateCustomer(handle)
    var open = OpenConversation(
      customer: CustomerHandle(id: customer),
      subject: try subject,
      text: try body,
      channel: .mail,
      attachments: try work.keep(mail.attachments)
    )
    open.mailbox = mailbox
    open.isAutomatic = mail.automatic != nil
    let opened = try open.open(in: work)
    if mail.isSpam { _ = try MarkSpam(conversation: opened.conversation).run(in: work) }
    for proposal in proposals { try work.propose(proposal, for: opened.conversation) }
    try finish(opened.message, in: opened.conversation, work: work)
    guard proposals.isEmpty, !mail.isSpam, mail.automatic == nil, let mailbox,
      try !work.requireSource(source).isImport
    else { return opened.conversation }
    try work.acknowledge(opened.conversation, through: mailbox, to: sender, answering: mail)
    return opened.conversation
  }

  private func finish(
    _ message: ID<Message>,
    in conversation: ID<Conversation>,
    work: Work
  ) throws {
    try work.execute(
      """
      INSERT INTO mail (account_id, message_id, conversation_id, source_id, mailbox_id, rfc_id,
        digest, head)
      VALUES (\(work.account), \(message), \(conversation), \(source), \(mailbox), \(mail.rfcID),
        \(mail.digest), \(StoredJSON(MailHead(mail))))
      """
    )
    try work.index(
      rfcID: mail.rfcID,
      references: Array(mail.references.suffix(20)),
      of: message,
      in: conversation
    )
    try work.addCorrespondents([sender] + mail.replyTo + mail.to + mail.cc, to: conversation)
    try work.settle(source, as: .received, conversation: conversation, message: message)
  }

  private var handle: CustomerHandle {
    CustomerHandle(
      identities: [Identity(sender.address)],
      // A name beyond all limits is no name.
      name: sender.name.flatMap { try? Customer.Name($0) }
    )
  }

  /// The words; the subject where there are none, and a dash where there is neither.
  private var body: Message.Body {
    get throws {
      let text = mail.text.clean
      if !text.isEmpty { return try Message.Body(text.cut(to: MessageLimits.range.upperBound)) }
      return try Message.Body(mail.subject.clean.isEmpty ? "–" : mail.subject.clean.cut(to: 250))
    }
  }

  private var subject: Conversation.Subject? {
    get throws {
      let text = mail.subject.clean
      return text.isEmpty ? nil : try Conversation.Subject(text.cut(to: 250))
    }
  }
}

extension String {
  /// Without what no database holds, and without surrounding white space.
  fileprivate var clean: String { replacing("\0", with: "").trimmed }

  /// At most so many Unicode scalars; where some are left out, the last one is `…`.
  fileprivate func cut(to most: Int) -> String {
    let scalars = unicodeScalars
    guard scalars.count > most else { return self }
    return String(String.UnicodeScalarView(scalars.prefix(most - 1))) + "…"
  }
}

extension Work {
  /// Makes attachments of a mail's files; their bytes are stored already.
  func keep(_ parts: [IncomingMail.Part]) throws -> [ID<Attachment>] {
    try parts.prefix(Attachment.mostOfMail).map { part in
      let id = try newID(Attachment.self)
      try execute(
        """
        INSERT INTO attachment (account_id, id, name, type, size, hash, content_id, is_inline,
          created_at)
        VALUES (\(account), \(id), \(part.name.clean.cut(to: 255)),
          \(part.type.clean.cut(to: 127)), \(part.size), \(part.hash), \(part.contentID),
          \(part.isInline), \(now))
        """
      )
      return id
    }
  }
}
