import Storage

/// Who the visitors who wrote into a conversation say they are, without proof.
///
/// - Throws: ``AccessFailure/noSuchConversation``.
package struct FindClaims: Query {
  private static let most = 10

  package var conversation: ID<Conversation>

  package init(conversation: ID<Conversation>) { self.conversation = conversation }

  package func run(in work: Work) throws -> [Visitor.Claims] {
    _ = try work.requireVisible(conversation)
    return try work.rows(
      """
      SELECT v.claimed_name, v.claimed_email, v.claimed_attributes
      FROM visitor_conversation p
      JOIN visitor v ON v.account_id = p.account_id AND v.id = p.visitor_id
      WHERE p.account_id = \(work.account) AND p.conversation_id = \(conversation)
        AND (v.claimed_name IS NOT NULL OR v.claimed_email IS NOT NULL
          OR v.claimed_attributes <> '{}')
      ORDER BY v.id DESC LIMIT \(Self.most)
      """
    ).map { Visitor.Claims(name: try $0[0], email: try $0[1], attributes: try $0[2]) }
  }
}
