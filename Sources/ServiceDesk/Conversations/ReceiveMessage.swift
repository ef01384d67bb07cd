package import Storage

/// Takes in a customer's message and brings it to the conversation where it belongs.
///
/// On a channel without threads it joins the customer's latest unresolved conversation, else
/// reopens one that was resolved within the account's time for that, else opens a new one.
/// On a channel with threads it opens a new one.
///
/// - Throws: ``AccessFailure``, ``AttachmentFailure``.
package struct ReceiveMessage: Command {
  /// The message and where it came to lie.
  package struct Received: Sendable, Equatable {
    package let conversation: Conversation
    /// Whether the conversation was opened by it.
    package let opened: Bool
    package let message: ID<Message>
  }

  package var customer: CustomerHandle
  package var text: Message.Body
  package var channel: Channel
  package var attachments: [ID<Attachment>]
  /// The inbox through which the message came, if any.
  var inbox: ID<Inbox>?
  /// The only conversations that it may join; any of the customer's where `nil`.
  var joinable: [ID<Conversation>]?
  var key: Message.ClientKey?

  package init(
    customer: CustomerHandle,
    text: Message.Body,
    channel: Channel,
    attachments: [ID<Attachment>] = []
  ) {
    self.customer = customer
    self.text = text
    self.channel = channel
    self.attachments = attachments
  }

  package func run(in work: Work) throws -> Received {
    let customer = try work.findOrCreateCustomer(customer)
    guard !channel.hasThreads,
      let latest = try work.conversationToJoin(of: customer, among: joinable)
    else { return try open(for: customer, in: work) }
    var join = ContinueConversation(
      conversation: latest,
      text: text,
      channel: channel,
      author: customer,
      attachments: attachments
    )
    join.key = key
    let message = try join.run(in: work)
    return Received(
      conversation: try FindConversation(conversation: latest).run(in: work),
      opened: false,
      message: message.id
    )
  }

  private func open(for customer: ID<Customer>, in work: Work) throws -> Received {
    var open = OpenConversation(
      customer: CustomerHandle(id: customer),
      text: text,
      channel: channel,
      attachments: attachments
    )
    open.inbox = inbox
    open.key = key
    let opened = try open.open(in: work)
    return Received(
      conversation: try FindConversation(conversation: opened.conversation).run(in: work),
      opened: true,
      message: opened.message
    )
  }
}

/// Writes a customer's message into a conversation that is known to be the right one.
///
/// The team has to act again: the conversation is open, resolved or snoozed though it was, with a
/// new promise. Spam stays spam.
///
/// - Throws: ``AccessFailure``, ``AttachmentFailure``.
package struct ContinueConversation: Command {
  package var conversation: ID<Conversation>
  package var text: Message.Body
  /// The conversation's own where `nil`.
  package var channel: Channel?
  /// The conversation's customer where `nil`.
  package var author: ID<Customer>?
  package var attachments: [ID<Attachment>]
  var key: Message.ClientKey?
  /// Whether no person wrote it just now: then nothing is reopened, and nobody has to act.
  var isAutomatic = false

  package init(
    conversation: ID<Conversation>,
    text: Message.Body,
    channel: Channel? = nil,
    author: ID<Customer>? = nil,
    attachments: [ID<Attachment>] = []
  ) {
    self.conversation = conversation
    self.text = text
    self.channel = channel
    self.author = author
    self.attachments = attachments
  }

  @discardableResult
  package func run(in work: Work) throws -> Message {
    let state = try work.requireVisible(conversation)
    if let author { _ = try work.requireCustomer(author) }
    let message = try work.write(
      NewMessage(
        kind: .incoming,
        author: .customer(author ?? state.customer),
        channel: channel ?? state.channel,
        text: text,
        attachments: attachments,
        key: key,
        isAutomatic: isAutomatic
      ),
      into: conversation
    )
    if !isAutomatic, state.status != .spam, state.status != .open { try work.returnToTeam(state) }
    try work.record(
      MessageReceived(
        conversation: conversation,
        message: message,
        reopened: !isAutomatic && state.status == .resolved
      )
    )
    return try FindMessage(message: message, conversation: conversation).run(in: work)
  }
}

/// A customer's message came into a conversation that was there already.
package struct MessageReceived: ConversationEvent {
  package static let kind = "message.received"

  package let conversation: ID<Conversation>
  package let message: ID<Message>
  package let reopened: Bool

  package var subject: Reference { message.reference }
}

extension Work {
  /// The conversation that a message without thread goes on with, if any.
  fileprivate func conversationToJoin(
    of customer: ID<Customer>,
    among joinable: [ID<Conversation>]?
  ) throws -> ID<Conversation>? {
    let only: SQL = joinable.map { "AND c.id IN \(list: $0)" } ?? ""
    let reopenTime = try currentAccount().settings.reopenTime
    let found = try rows(
      """
      SELECT c.id FROM conversation c
      WHERE c.account_id = \(account)
        AND c.customer_id IN (
          SELECT id FROM customer
          WHERE account_id = \(account) AND (id = \(customer)
            OR (root_id <> id AND root_id = \(customer))))
        AND (c.status IN ('open', 'waiting', 'snoozed')
          OR (c.status = 'resolved' AND c.resolved_at >= \(now - reopenTime))) \(only)
      ORDER BY CASE WHEN c.status = 'resolved' THEN 1 ELSE 0 END, c.updated_at DESC, c.id DESC
      LIMIT 1
      """
    )
    return try found.first.map { try $0[0] }
  }

  /// Makes it the team's turn, with a new promise.
  func returnToTeam(_ state: ConversationState) throws {
    let due = try now + currentAccount().settings.replyTime
    try execute(
      """
      UPDATE conversation SET status = 'open', due_at = \(due), snoozed_until = NULL,
        resolved_at = NULL, updated_at = \(now)
      WHERE account_id = \(account) AND id = \(state.id)
      """
    )
    try clearSnooze(of: state.id)
    try count(
      state.id,
      from: state.standing,
      to: ConversationStanding(owner: state.owner, status: .open)
    )
  }
}
