import Storage

/// A message about to be written into a conversation.
struct NewMessage {
  let kind: Message.Kind
  let author: Message.Author
  let channel: Channel
  let text: Message.Body
  let attachments: [ID<Attachment>]
  /// The client's own name for it, under which a repeat finds it again.
  var key: Message.ClientKey?
  /// How far it has got, if it is a reply.
  var delivery = Message.Delivery.sent
  /// Whether no person wrote it: then there is no feeling in it.
  var isAutomatic = false

  fileprivate var mostAttachments: Int {
    channel == .mail && kind == .incoming ? Attachment.mostOfMail : Attachment.mostOfMessage
  }
}

extension Work {
  /// Writes the message, counts it, indexes it and makes its author a participant.
  func write(
    _ message: NewMessage,
    into conversation: ID<Conversation>
  ) throws -> ID<Message> {
    let id = try newID(Message.self)
    let delivery: Message.Delivery? = message.kind == .reply ? message.delivery : nil
    let author = message.author.reference
    try execute(
      """
      INSERT INTO message (account_id, conversation_id, id, kind, channel, author_kind, author_id,
        text, delivery, client_key, created_at)
      VALUES (\(account), \(conversation), \(id), \(message.kind), \(message.channel),
        \(author?.kind ?? "system"), \(author?.id), \(message.text), \(delivery),
        \(message.key), \(now))
      """
    )
    try execute(
      """
      UPDATE conversation SET message_count = message_count + 1, updated_at = \(now)
      WHERE account_id = \(account) AND id = \(conversation)
      """
    )
    guard message.attachments.count <= message.mostAttachments else {
      throw AttachmentFailure.tooMany
    }
    try attach(message.attachments, to: id, of: conversation)
    try addParticipant(message.author, to: conversation)
    try index(Message.self, id: id.raw, conversation: conversation, text: message.text.text)
    if message.kind == .incoming, !message.isAutomatic {
      try read(message.text.text, of: id, in: conversation)
    }
    return id
  }

  private func attach(
    _ attachments: [ID<Attachment>],
    to message: ID<Message>,
    of conversation: ID<Conversation>
  ) throws {
    for (place, attachment) in attachments.enumerated() {
      let found = try rows(
        """
        SELECT message_id FROM attachment
        WHERE account_id = \(account) AND id = \(attachment) \(forUpdate)
        """
      )
      guard let row = found.first else { throw AccessFailure.noSuchAttachment }
      let sentWith: ID<Message>? = try row[0]
      guard sentWith == nil else { throw AttachmentFailure.alreadySent }
      try execute(
        """
        UPDATE attachment
        SET conversation_id = \(conversation), message_id = \(message), place = \(place)
        WHERE account_id = \(account) AND id = \(attachment)
        """
      )
    }
  }
}
