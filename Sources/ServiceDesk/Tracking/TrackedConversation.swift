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

extension Conversation {
  fileprivate var agentName: String? {
    if case .agent = owner.id { owner.name } else { nil }
  }
}
