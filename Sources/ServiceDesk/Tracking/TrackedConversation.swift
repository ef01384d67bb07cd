package import Storage

/// A conversation as its customer may follow it: what both sides have written, without notes.
package struct TrackedConversation: Sendable {
  package let number: Int
  package let subject: String
  package let status: Conversation.Status
  /// Until when the team has promised to act; `nil` once it is resolved.
  package let dueAt: Timestamp?
  /// The first name of the agent who has it.
  package let owner: String?
  package let accountName: String
  /// The newest last.
  package let messages: [Message]
  /// Whether there is more than is shown.
  package let hasOlder: Bool
}

/// What the holder of a link may see.
///
/// - Throws: ``AccessFailure/noSuchConversation`` for a link that was not made here.
package struct TrackConversation: Query {
  package static let scopes: Scopes = []

  /// The most messages shown, the newest.
  static let mostMessages = 100

  package var link: TrackingLink

  package init(link: TrackingLink) { self.link = link }

  package func run(in work: Work) throws -> TrackedConversation {
    let id = try work.requireTracked(link)
    let conversation = try FindConversation(conversation: id).run(in: work)
    let newest = try work.messages(
      of: id,
      "m.kind IN ('incoming', 'reply') AND (m.delivery IS NULL OR m.delivery <> 'held')",
      order: "m.id DESC",
      limit: Self.mostMessages + 1
    )
    return TrackedConversation(
      number: conversation.number,
      subject: conversation.subject,
      status: conversation.status,
      dueAt: conversation.dueAt,
      owner: conversation.agentName?.firstWord,
      accountName: try work.currentAccount().name.text,
      // What programs have answered, such as reports of deliveries, is the team's matter.
      messages: newest.prefix(Self.mostMessages).reversed().filter {
        $0.mail?.head.automatic == nil
      },
      hasOlder: newest.count > Self.mostMessages
    )
  }
}

/// Takes in what the holder of a link has written: a message of the conversation's customer.
///
/// - Throws: ``AccessFailure/noSuchConversation`` for a link that was not made here,
///   ``ChatFailure/blocked`` if the team takes no messages from the customer.
package struct WriteTracked: Command {
  package static let scopes: Scopes = []

  package var link: TrackingLink
  package var text: Message.Body
  /// A repeat under the same key does nothing.
  package var key: Message.ClientKey?

  package init(link: TrackingLink, text: Message.Body, key: Message.ClientKey? = nil) {
    self.link = link
    self.text = text
    self.key = key
  }

  package func run(in work: Work) throws {
    let conversation = try work.requireTracked(link)
    guard try work.message(under: key, text: text, in: [conversation]) == nil else { return }
    let customer = try work.requireVisible(conversation).customer
    guard try !work.isBlocked(customer) else { throw ChatFailure.blocked }
    var message = ContinueConversation(conversation: conversation, text: text, author: customer)
    message.key = key
    try message.run(
      in: work.acting(as: Viewer(account: work.account, actor: .customer(customer), scopes: []))
    )
  }
}

extension Work {
  /// Whether the team takes no messages from a customer.
  fileprivate func isBlocked(_ customer: ID<Customer>) throws -> Bool {
    try !rows(
      """
      SELECT 1 FROM customer k
      JOIN customer r ON r.account_id = k.account_id AND r.id = k.root_id
      WHERE k.account_id = \(account) AND k.id = \(customer) AND r.blocked_at IS NOT NULL
      """
    ).isEmpty
  }
}

extension Conversation {
  fileprivate var agentName: String? {
    if case .agent = owner.id { owner.name } else { nil }
  }
}
