import Storage

/// Gives a conversation exactly these labels; unknown ones are added to the account.
///
/// - Throws: ``AccessFailure``, ``ConversationFailure/tooManyLabels``.
package struct LabelConversation: Command {
  package var conversation: ID<Conversation>
  package var labels: [Label.Name]

  package init(conversation: ID<Conversation>, labels: [Label.Name]) {
    self.conversation = conversation
    self.labels = labels
  }

  package func run(in work: Work) throws {
    _ = try work.requireVisible(conversation)
    let wanted = Set(labels)
    guard wanted.count <= Label.mostOfConversation else {
      throw ConversationFailure.tooManyLabels
    }
    let new = try Set(wanted.map { try AddLabel(name: $0).run(in: work).id })
    let old = try work.labels(of: conversation)
    guard new != old else { return }
    for label in old.subtracting(new) { try remove(label, in: work) }
    for label in new.subtracting(old) { try add(label, in: work) }
    try work.touch(conversation)
    try work.record(
      ConversationLabelled(
        conversation: conversation,
        added: new.subtracting(old).sorted(),
        removed: old.subtracting(new).sorted()
      )
    )
  }

  private func add(_ label: ID<Label>, in work: Work) throws {
    try work.execute(
      """
      INSERT INTO conversation_label (account_id, conversation_id, label_id, labelled_at)
      VALUES (\(work.account), \(conversation), \(label), \(work.now))
      """
    )
  }

  private func remove(_ label: ID<Label>, in work: Work) throws {
    try work.execute(
      """
      DELETE FROM conversation_label
      WHERE account_id = \(work.account) AND conversation_id = \(conversation)
        AND label_id = \(label)
      """
    )
  }
}

/// A conversation got or lost labels.
package struct ConversationLabelled: ConversationEvent {
  package static let kind = "conversation.labelled"

  package let conversation: ID<Conversation>
  package let added: [ID<Label>]
  package let removed: [ID<Label>]
}

extension Work {
  fileprivate func labels(of conversation: ID<Conversation>) throws -> Set<ID<Label>> {
    try Set(
      rows(
        """
        SELECT label_id FROM conversation_label
        WHERE account_id = \(account) AND conversation_id = \(conversation)
        LIMIT \(Label.mostOfConversation)
        """
      ).map { try $0[0] }
    )
  }
}
