import Storage

/// The conversations to which an agent may bring what was written in this one.
package struct ListJoinProposals: Query {
  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  /// What is proposed, with what is to be shown of it.
  package struct Proposed: Sendable {
    package let reason: JoinProposal.Reason
    package let target: Conversation
  }

  package func run(in work: Work) throws -> [Proposed] {
    _ = try work.requireVisible(conversation)
    let rows = try work.rows(
      """
      SELECT target_id, reason FROM join_proposal
      WHERE account_id = \(work.account) AND conversation_id = \(conversation)
      ORDER BY target_id LIMIT 10
      """
    )
    let proposals = try rows.map { JoinProposal(target: try $0[0], reason: try $0[1]) }
    let targets = try FindConversations(conversations: proposals.map(\.target)).run(in: work)
    return proposals.compactMap { proposal in
      targets.first { $0.id == proposal.target }
        .map { Proposed(reason: proposal.reason, target: $0) }
    }
  }
}

/// Leaves a conversation on its own; nothing happens if nothing was proposed.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct DeclineJoin: Command {
  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  package func run(in work: Work) throws -> Conversation {
    _ = try work.requireVisible(conversation)
    if try work.dropProposals(of: conversation) {
      try work.record(JoinDeclined(conversation: conversation))
    }
    return try FindConversation(conversation: conversation).run(in: work)
  }
}

/// Brings the mails of a conversation to the one to which they belong: they are written there too,
/// their sender takes part from now on, and this conversation is resolved.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct AcceptJoin: Command {
  package var conversation: ID<Conversation>
  package var target: ID<Conversation>

  package init(conversation: ID<Conversation>, target: ID<Conversation>) {
    self.conversation = conversation
    self.target = target
  }

  package func run(in work: Work) throws -> Conversation {
    let from = try work.requireVisible(conversation)
    let to = try work.requireVisible(target)
    guard try work.dropProposals(of: conversation) else {
      throw AccessFailure.noSuchConversation
    }
    try work.copyMails(from: conversation, to: target)
    if from.status != .resolved { _ = try Resolve(conversation: conversation).run(in: work) }
    if to.status != .open, to.status != .spam { try work.returnToTeam(to) }
    try work.record(ConversationJoined(conversation: conversation, target: target))
    try work.record(ConversationExtended(conversation: target, from: conversation))
    return try FindConversation(conversation: target).run(in: work)
  }
}

/// A conversation was found to stand on its own.
package struct JoinDeclined: ConversationEvent {
  package static let kind = "join.declined"

  package let conversation: ID<Conversation>
}

/// What was written in a conversation was brought to another.
package struct ConversationJoined: ConversationEvent {
  package static let kind = "conversation.joined"

  package let conversation: ID<Conversation>
  package let target: ID<Conversation>
}

/// What was written in another conversation was brought to this one.
package struct ConversationExtended: ConversationEvent {
  package static let kind = "conversation.extended"

  package let conversation: ID<Conversation>
  package let from: ID<Conversation>
}

extension Work {
  func propose(_ proposal: JoinProposal, for conversation: ID<Conversation>) throws {
    try execute(
      """
      INSERT INTO join_proposal (account_id, conversation_id, target_id, reason, created_at)
      VALUES (\(account), \(conversation), \(proposal.target), \(proposal.reason), \(now))
      ON CONFLICT (account_id, conversation_id, target_id) DO NOTHING
      """
    )
  }

  /// - Returns: whether there were any.
  fileprivate func dropProposals(of conversation: ID<Conversation>) throws -> Bool {
    try execute(
      """
      DELETE FROM join_proposal
      WHERE account_id = \(account) AND conversation_id = \(conversation)
      """
    ) > 0
  }

  /// Writes the customer's mails of one conversation into another, oldest first, with their files;
  /// at most 200 of them.
  fileprivate func copyMails(
    from conversation: ID<Conversation>,
    to target: ID<Conversation>
  ) throws {
    let found = try rows(
      """
      SELECT x.message_id, m.author_id, m.text FROM mail x
      JOIN message m ON m.account_id = x.account_id AND m.conversation_id = x.conversation_id
        AND m.id = x.message_id
      WHERE x.account_id = \(account) AND x.conversation_id = \(conversation)
        AND m.kind = 'incoming'
      ORDER BY x.message_id LIMIT 200
      """
    )
    for row in found {
      let author: ID<Customer> = try row[1]
      let copy = try write(
        NewMessage(
          kind: .incoming,
          author: .customer(author),
          channel: .mail,
          text: Message.Body(row[2]),
          attachments: copyAttachments(of: row[0], in: conversation)
        ),
        into: target
      )
      try copyMail(of: row[0], to: copy, in: target)
    }
    try copyThreads(from: conversation, to: target)
  }

  private func copyAttachments(
    of message: ID<Message>,
    in conversation: ID<Conversation>
  ) throws -> [ID<Attachment>] {
    try rows(
      """
      SELECT id FROM attachment WHERE account_id = \(account)
        AND conversation_id = \(conversation) AND message_id = \(message) AND message_id > 0
      ORDER BY place LIMIT \(Attachment.mostOfMail)
      """
    ).map { row in
      let id = try newID(Attachment.self)
      let original: ID<Attachment> = try row[0]
      try execute(
        """
        INSERT INTO attachment (account_id, id, name, type, size, hash, content_id, is_inline,
          created_at)
        SELECT account_id, \(id), name, type, size, hash, content_id, is_inline, \(now)
        FROM attachment WHERE account_id = \(account) AND id = \(original)
        """
      )
      return id
    }
  }

  private func copyMail(
    of message: ID<Message>,
    to copy: ID<Message>,
    in target: ID<Conversation>
  ) throws {
    try execute(
      """
      INSERT INTO mail (account_id, message_id, conversation_id, source_id, mailbox_id, rfc_id,
        digest, head)
      SELECT account_id, \(copy), \(target), source_id, mailbox_id, rfc_id, digest, head
      FROM mail WHERE account_id = \(account) AND message_id = \(message)
      """
    )
  }

  private func copyThreads(
    from conversation: ID<Conversation>,
    to target: ID<Conversation>
  ) throws {
    // What refers to the mail that was brought here belongs here from now on.
    try execute(
      """
      INSERT INTO mail_thread (account_id, rfc_id, conversation_id, message_id)
      SELECT t.account_id, t.rfc_id, \(target), x.message_id
      FROM mail_thread t
      LEFT JOIN mail x ON x.account_id = t.account_id AND x.conversation_id = \(target)
        AND x.rfc_id = t.rfc_id
      WHERE t.account_id = \(account) AND t.conversation_id = \(conversation)
      ON CONFLICT (account_id, rfc_id, conversation_id) DO NOTHING
      """
    )
    try execute(
      """
      DELETE FROM mail_thread
      WHERE account_id = \(account) AND conversation_id = \(conversation)
      """
    )
    try execute(
      """
      INSERT INTO correspondent (account_id, conversation_id, address, name, joined_at)
      SELECT account_id, \(target), address, name, \(now) FROM correspondent
      WHERE account_id = \(account) AND conversation_id = \(conversation)
      ON CONFLICT (account_id, conversation_id, address) DO NOTHING
      """
    )
  }
}
