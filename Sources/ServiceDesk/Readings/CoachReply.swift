import Storage
package import Understanding

/// How an answer that is being written does by what the customer wrote last.
///
/// `nil` where the program was started without a model to read with. Nothing of it is kept.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct CoachReply: Query {
  package var conversation: ID<Conversation>
  package var text: String

  package init(conversation: ID<Conversation>, text: String) {
    self.conversation = conversation
    self.text = text
  }

  package func run(in work: Work) throws -> ReplyReading? {
    let found = try FindConversation(conversation: conversation).run(in: work)
    guard let reader = work.reader else { return nil }
    let asked = try work.rows(
      """
      SELECT text FROM message
      WHERE account_id = \(work.account) AND conversation_id = \(conversation)
        AND kind = 'incoming'
      ORDER BY id DESC LIMIT 1
      """
    )
    return reader.readReply(
      text,
      to: try asked.first.map { try $0[0] } ?? "",
      name: found.customer.name
    )
  }
}
