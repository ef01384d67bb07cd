package import Storage

/// Answers the customer; it is the customer's turn then.
///
/// - Throws: ``AccessFailure``, ``AttachmentFailure``.
package struct Reply: Command {
  package var conversation: ID<Conversation>
  package var text: Message.Body
  package var attachments: [ID<Attachment>]

  package init(
    conversation: ID<Conversation>,
    text: Message.Body,
    attachments: [ID<Attachment>] = []
  ) {
    self.conversation = conversation
    self.text = text
    self.attachments = attachments
  }

  package func run(in work: Work) throws -> Message {
    let state = try work.requireVisible(conversation)
    let message = try work.write(
      NewMessage(
        kind: .reply,
        author: .agent(work.requireAgent()),
        channel: state.channel,
        text: text,
        attachments: attachments
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
/// - Throws: ``AccessFailure``, ``AttachmentFailure``.
package struct AddNote: Command {
  package var conversation: ID<Conversation>
  package var text: Message.Body
  package var attachments: [ID<Attachment>]

  package init(
    conversation: ID<Conversation>,
    text: Message.Body,
    attachments: [ID<Attachment>] = []
  ) {
    self.conversation = conversation
    self.text = text
    self.attachments = attachments
  }

  package func run(in work: Work) throws -> Message {
    let state = try work.requireVisible(conversation)
    let message = try work.write(
      NewMessage(
        kind: .note,
        author: .agent(work.requireAgent()),
        channel: state.channel,
        text: text,
        attachments: attachments
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
