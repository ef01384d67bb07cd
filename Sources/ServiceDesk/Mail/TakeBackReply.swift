package import Storage

/// Takes a reply back that has not left yet: its words become the author's draft again.
///
/// - Throws: ``AccessFailure``, ``CorrespondenceFailure/tooLate`` once it is on its way.
package struct TakeBackReply: Command {
  package var conversation: ID<Conversation>
  package var message: ID<Message>

  package init(conversation: ID<Conversation>, message: ID<Message>) {
    self.conversation = conversation
    self.message = message
  }

  package func run(in work: Work) throws -> Message {
    let state = try work.requireVisible(conversation)
    let reply = try FindMessage(message: message, conversation: conversation).run(in: work)
    let taken = try work.rows(
      """
      DELETE FROM outgoing_mail
      WHERE account_id = \(work.account) AND message_id = \(message) AND state = 'held'
      RETURNING id, letter
      """
    )
    guard let row = taken.first else { throw CorrespondenceFailure.tooLate }
    let letter: StoredJSON<Letter> = try row[1]
    try work.clearRelease(of: row[0])
    try work.withdraw(reply)
    if letter.value.wasOpen, state.status == .waiting { try work.returnToTurn(state) }
    try work.record(ReplyTakenBack(conversation: conversation, message: message))
    return try FindMessage(message: message, conversation: conversation).run(in: work)
  }
}

/// A reply was taken back before it left.
package struct ReplyTakenBack: ConversationEvent {
  package static let kind = "reply.takenBack"

  package let conversation: ID<Conversation>
  package let message: ID<Message>

  package var subject: Reference { message.reference }
}

extension Work {
  fileprivate func clearRelease(of mail: ID<OutgoingMail>) throws {
    try TimerQueue.clear(
      account: account.raw,
      kind: MailReleaseTimer.kind,
      subject: mail.raw,
      in: transaction
    )
  }

  /// Leaves only that there was a reply; its words go back to whoever wrote them.
  fileprivate func withdraw(_ reply: Message) throws {
    if case .agent(let author) = reply.author {
      let writer = acting(as: Viewer(account: account, actor: .agent(author)))
      try SaveDraft(conversation: reply.conversation, kind: .reply, text: Draft.Text(reply.text))
        .run(in: writer)
    }
    try execute(
      """
      UPDATE attachment SET conversation_id = NULL, message_id = NULL, place = NULL
      WHERE account_id = \(account) AND conversation_id = \(reply.conversation)
        AND message_id = \(reply.id) AND message_id > 0
      """
    )
    try execute(
      """
      UPDATE message SET delivery = \(Message.Delivery.withdrawn), text = '–', changed_at = \(now)
      WHERE account_id = \(account) AND conversation_id = \(reply.conversation)
        AND id = \(reply.id)
      """
    )
    try execute(
      "DELETE FROM mail WHERE account_id = \(account) AND message_id = \(reply.id)"
    )
    try index(Message.self, id: reply.id.raw, conversation: reply.conversation, text: "–")
  }

  /// The team's turn again, under the promise that still stands.
  fileprivate func returnToTurn(_ state: ConversationState) throws {
    try execute(
      """
      UPDATE conversation SET status = 'open', updated_at = \(now)
      WHERE account_id = \(account) AND id = \(state.id)
      """
    )
    try count(
      state.id,
      from: state.standing,
      to: ConversationStanding(owner: state.owner, status: .open)
    )
  }

  /// Notes that a message is to be shown otherwise than before.
  func noteChange(of message: ID<Message>, in conversation: ID<Conversation>) throws {
    try execute(
      """
      UPDATE message SET changed_at = \(now)
      WHERE account_id = \(account) AND conversation_id = \(conversation) AND id = \(message)
      """
    )
  }

  /// Notes how far a reply has got, and that its message is to be shown anew.
  func changeDelivery(
    of message: ID<Message>,
    in conversation: ID<Conversation>,
    to delivery: Message.Delivery
  ) throws {
    try execute(
      """
      UPDATE message SET delivery = \(delivery), changed_at = \(now)
      WHERE account_id = \(account) AND conversation_id = \(conversation) AND id = \(message)
      """
    )
  }
}
