import Storage

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
