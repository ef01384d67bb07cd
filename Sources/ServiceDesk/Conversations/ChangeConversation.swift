import Storage

/// Changes what a conversation is called and how it is sorted.
///
/// What is `nil` stays. Nothing happens if all is so already.
///
/// - Throws: ``AccessFailure``, ``AttributesFailure``, ``ConversationFailure``.
package struct ChangeConversation: Command {
  package var conversation: ID<Conversation>
  package var subject: Conversation.Subject?
  package var priority: Conversation.Priority?
  package var labels: [Label.Name]?
  /// New values by name; a value of `nil` takes the attribute away.
  package var attributes: [String: Attributes.Value?]

  package init(
    conversation: ID<Conversation>,
    subject: Conversation.Subject? = nil,
    priority: Conversation.Priority? = nil,
    labels: [Label.Name]? = nil,
    attributes: [String: Attributes.Value?] = [:]
  ) {
    self.conversation = conversation
    self.subject = subject
    self.priority = priority
    self.labels = labels
    self.attributes = attributes
  }

  package func run(in work: Work) throws -> Conversation {
    _ = try work.requireVisible(conversation)
    if let labels {
      try LabelConversation(conversation: conversation, labels: labels).run(in: work)
    }
    try change(in: work)
    return try FindConversation(conversation: conversation).run(in: work)
  }

  private func change(in work: Work) throws {
    let old = try FindConversation(conversation: conversation).run(in: work)
    let attributes = try old.attributes.changed(by: attributes)
    guard
      attributes != old.attributes || subject.map({ $0.text != old.subject }) ?? false
        || priority.map({ $0 != old.priority }) ?? false
    else { return }
    try work.execute(
      """
      UPDATE conversation SET subject = COALESCE(\(subject), subject),
        priority = COALESCE(\(priority), priority), attributes = \(attributes),
        updated_at = \(work.now)
      WHERE account_id = \(work.account) AND id = \(conversation)
      """
    )
    if let subject {
      try work.index(
        Conversation.self,
        id: conversation.raw,
        conversation: conversation,
        text: subject.text
      )
    }
    try work.record(ConversationChanged(conversation: conversation))
  }
}

/// A conversation's subject, priority or attributes were changed.
package struct ConversationChanged: ConversationEvent {
  package static let kind = "conversation.changed"

  package let conversation: ID<Conversation>
}
