package import Storage

/// Answers the customer on the channel where the customer last wrote; it is the customer's turn
/// then.
///
/// - Throws: ``AccessFailure``, ``AttachmentFailure``, ``OnceFailure/keyReused``.
package struct Reply: Command {
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
        kind: .reply,
        author: .agent(work.requireAgent()),
        channel: work.channel(toAnswerIn: state),
        text: text,
        attachments: attachments,
        key: key
      ),
      into: conversation
    )
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
    try work.record(ReplySent(conversation: conversation, message: message))
    return try FindMessage(message: message, conversation: conversation).run(in: work)
  }
}

/// The customer was answered.
package struct ReplySent: ConversationEvent {
  package static let kind = "reply.sent"

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
  /// Where the customer last wrote, so that the answer is read there.
  fileprivate func channel(toAnswerIn state: ConversationState) throws -> Channel {
    let found = try rows(
      """
      SELECT channel FROM message
      WHERE account_id = \(account) AND conversation_id = \(state.id) AND kind = 'incoming'
      ORDER BY id DESC LIMIT 1
      """
    )
    return try found.first.map { try $0[0] } ?? state.channel
  }
}
