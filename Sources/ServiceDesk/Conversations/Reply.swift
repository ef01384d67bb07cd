package import Storage

/// Answers the customer on the channel where the customer last wrote; it is the customer's turn
/// then.
///
/// By mail goes also what a chat's visitor would not read any more. Until a mail leaves, there is
/// time to take it back.
///
/// - Throws: ``AccessFailure``, ``AttachmentFailure``, ``OnceFailure/keyReused``, ``CorrespondenceFailure``.
package struct Reply: Command {
  package var conversation: ID<Conversation>
  package var text: Message.Body
  package var attachments: [ID<Attachment>]
  /// A repeat under the same key gives the message that is there, and does nothing.
  package var key: Message.ClientKey?
  /// Who gets it, if it goes by mail; as ``FindMailAnswer`` proposes where `nil`.
  package var recipients: MailRecipients?

  package init(
    conversation: ID<Conversation>,
    text: Message.Body,
    attachments: [ID<Attachment>] = [],
    key: Message.ClientKey? = nil,
    recipients: MailRecipients? = nil
  ) {
    self.conversation = conversation
    self.text = text
    self.attachments = attachments
    self.key = key
    self.recipients = recipients
  }

  package func run(in work: Work) throws -> Message {
    let state = try work.requireVisible(conversation)
    if let earlier = try work.message(under: key, text: text, in: [conversation]) {
      return try FindMessage(message: earlier.id, conversation: conversation).run(in: work)
    }
    let channel = try work.channel(toAnswerIn: state)
    let mail = channel == .mail ? try MailReply(to: state, recipients: recipients, in: work) : nil
    let message = try work.write(
      NewMessage(
        kind: .reply,
        author: .agent(work.requireAgent()),
        channel: channel,
        text: text,
        attachments: attachments,
        key: key,
        delivery: mail == nil ? .sent : .held
      ),
      into: conversation
    )
    try mail?.post(message, of: conversation, in: work)
    if state.status == .open {
      try work.execute(
        """
        UPDATE conversation SET status = 'waiting'
        WHERE account_id = \(work.account) AND id = \(conversation)
        """
      )
      try work.count(
        conversation,
        from: state.standing,
        to: ConversationStanding(owner: state.owner, status: .waiting)
      )
    }
    try work.discardDraft(.reply, of: conversation)
    if mail == nil {
      try work.record(ReplySent(conversation: conversation, message: message))
    } else {
      try work.record(ReplyHeld(conversation: conversation, message: message))
    }
    return try FindMessage(message: message, conversation: conversation).run(in: work)
  }
}

/// The customer was answered, or the answer is on its way.
package struct ReplySent: ConversationEvent {
  package static let kind = "reply.sent"

  package let conversation: ID<Conversation>
  package let message: ID<Message>

  package var subject: Reference { message.reference }
}

/// An answer was written, and may still be taken back.
package struct ReplyHeld: ConversationEvent {
  package static let kind = "reply.held"

  package let conversation: ID<Conversation>
  package let message: ID<Message>

  package var subject: Reference { message.reference }
}

/// Writes something down for the team alone.
///
/// - Throws: ``AccessFailure``, ``AttachmentFailure``, ``OnceFailure/keyReused``.
package struct AddNote: Command {
  package var conversation: ID<Conversation>
  package var text: Message.Body
  package var attachments: [ID<Attachment>]
  /// A repeat under the same key gives the message that is there, and does nothing.
  package var key: Message.ClientKey?

  package init(
    conversation: ID<Conversation>,
    text: Message.Body,
    attachments: [ID<Attachment>] = [],
    key: Message.ClientKey? = nil
  ) {
    self.conversation = conversation
    self.text = text
    self.attachments = attachments
    self.key = key
  }

  package func run(in work: Work) throws -> Message {
    let state = try work.requireVisible(conversation)
    if let earlier = try work.message(under: key, text: text, in: [conversation]) {
      return try FindMessage(message: earlier.id, conversation: conversation).run(in: work)
    }
    let message = try work.write(
      NewMessage(
        kind: .note,
        author: .agent(work.requireAgent()),
        channel: state.channel,
        text: text,
        attachments: attachments,
        key: key
      ),
      into: conversation
    )
    try work.discardDraft(.note, of: conversation)
    try work.record(NoteAdded(conversation: conversation, message: message))
    return try FindMessage(message: message, conversation: conversation).run(in: work)
  }
}

/// Something was written down for the team.
package struct NoteAdded: ConversationEvent {
  package static let kind = "note.added"

  package let conversation: ID<Conversation>
  package let message: ID<Message>

  package var subject: Reference { message.reference }
}

extension Work {
  /// Where the customer last wrote, so that the answer is read there; by mail if that was a chat
  /// which the customer has left, and there is an address and a mailbox.
  func channel(toAnswerIn state: ConversationState) throws -> Channel {
    let found = try rows(
      """
      SELECT channel, created_at FROM message
      WHERE account_id = \(account) AND conversation_id = \(state.id) AND kind = 'incoming'
      ORDER BY id DESC LIMIT 1
      """
    )
    guard let row = found.first else { return state.channel }
    let channel: Channel = try row[0]
    guard channel == .chat, try row[1] < now - VisitorPresence.patience,
      try hasLeft(state.customer), try mailAnswer(in: state) != nil
    else { return channel }
    return .mail
  }

  private func hasLeft(_ customer: ID<Customer>) throws -> Bool {
    try rows(
      """
      SELECT 1 FROM visitor v
      JOIN customer o ON o.account_id = v.account_id AND o.id = v.customer_id
      JOIN customer k ON k.account_id = v.account_id AND k.id = \(customer)
      WHERE v.account_id = \(account) AND o.root_id = k.root_id
        AND v.last_seen_at >= \(now - VisitorPresence.patience)
      LIMIT 1
      """
    ).isEmpty
  }
}

/// When a chat's visitor is taken to have left.
private enum VisitorPresence {
  static let patience = Duration.minutes(5)
}
