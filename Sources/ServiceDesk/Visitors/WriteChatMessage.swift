import Storage

/// Takes in what the visitor who asks has written.
///
/// The first message makes an anonymous customer. A visitor who is proved goes on wherever the
/// customer's channels without threads go on; anybody else only in conversations of this browser,
/// since agents merge customers by what was merely claimed.
///
/// - Throws: ``ChatFailure/blocked``, ``AccessFailure``, ``AttachmentFailure``,
///   ``OnceFailure/keyReused``, ``TextFailure`` if there is neither text nor file.
package struct WriteChatMessage: Command {
  package static let scopes: Scopes = []

  /// Files that this visitor has uploaded.
  package var attachments: [ID<Attachment>]
  /// The names of the files where it is `nil`.
  package var text: Message.Body?
  /// A repeat under the same key gives the message that is there, and does nothing.
  package var key: Message.ClientKey?
  /// The page on which it was written.
  package var page: WebPage?

  package init(
    text: Message.Body?,
    attachments: [ID<Attachment>] = [],
    key: Message.ClientKey? = nil,
    page: WebPage? = nil
  ) {
    self.text = text
    self.attachments = attachments
    self.key = key
    self.page = page
  }

  package func run(in work: Work) throws -> ChatMessage {
    let visitor = try work.requireVisitor()
    let own = try work.chatConversations(of: visitor)
    let names = try work.requireUploads(attachments, of: visitor.id)
    let text = try text ?? Message.Body(names.joined(separator: "\n"))
    if let earlier = try work.message(under: key, text: text, in: own) {
      return try work.chatMessage(earlier.id, in: [earlier.conversation])
    }
    let customer = try work.customer(of: visitor, page: page)
    var receive = ReceiveMessage(
      customer: CustomerHandle(id: customer),
      text: text,
      channel: .chat,
      attachments: attachments
    )
    receive.inbox = visitor.inbox
    receive.joinable = visitor.isProved ? nil : own
    receive.key = key
    let received = try receive.run(
      in: work.acting(as: Viewer(account: work.account, actor: .customer(customer), scopes: []))
    )
    try work.note(received.conversation.id, of: visitor.id)
    return try work.chatMessage(received.message, in: [received.conversation.id])
  }
}

extension Work {
  /// Whose messages the visitor's are; made before the first.
  fileprivate func customer(of visitor: Visitor, page: WebPage?) throws -> ID<Customer> {
    let customer =
      try visitor.customer
      ?? findOrCreateCustomer(
        CustomerHandle(name: visitor.claims.name)
      )
    try execute(
      """
      UPDATE visitor SET customer_id = \(customer), page = COALESCE(\(page), page),
        last_seen_at = \(now)
      WHERE account_id = \(account) AND id = \(visitor.id)
      """
    )
    return customer
  }

  /// Throws ``AccessFailure/noSuchAttachment`` unless the visitor has uploaded all of them:
  /// identifiers can be guessed, and a file of somebody else's must not be read this way.
  ///
  /// - Returns: the files' names.
  fileprivate func requireUploads(
    _ attachments: [ID<Attachment>],
    of visitor: ID<Visitor>
  ) throws -> [String] {
    guard attachments.count <= Attachment.mostOfMessage else { throw AttachmentFailure.tooMany }
    guard !attachments.isEmpty else { return [] }
    let found = try rows(
      """
      SELECT name FROM attachment
      WHERE account_id = \(account) AND visitor_id = \(visitor) AND id IN \(list: attachments)
      ORDER BY id
      """
    )
    guard found.count == Set(attachments).count else { throw AccessFailure.noSuchAttachment }
    return try found.map { try $0[0] }
  }

  fileprivate func note(_ conversation: ID<Conversation>, of visitor: ID<Visitor>) throws {
    try execute(
      """
      INSERT INTO visitor_conversation (account_id, visitor_id, conversation_id)
      VALUES (\(account), \(visitor), \(conversation))
      ON CONFLICT (account_id, visitor_id, conversation_id) DO NOTHING
      """
    )
  }
}
