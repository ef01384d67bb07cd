import Storage

/// How many conversations back a chat's history goes.
enum ChatHistory {
  static let mostConversations = 20
}

extension Work {
  /// The conversations that a visitor may look into, the newest first, at most 20.
  ///
  /// One who is proved sees what all who proved to be the same customer took part in; anybody else
  /// what was written in this browser, whomever an agent has merged its customer with.
  func chatConversations(of visitor: Visitor) throws -> [ID<Conversation>] {
    let rows = try rows(
      """
      SELECT DISTINCT p.conversation_id FROM visitor_conversation p
      WHERE p.account_id = \(account) AND \(writers(of: visitor))
      ORDER BY p.conversation_id DESC LIMIT \(ChatHistory.mostConversations)
      """
    )
    return try rows.map { try $0[0] }
  }

  private func writers(of visitor: Visitor) -> SQL {
    guard visitor.isProved, let customer = visitor.customer else {
      return "p.visitor_id = \(visitor.id)"
    }
    return """
      p.visitor_id IN (
        SELECT v.id FROM visitor v
        WHERE v.account_id = \(account) AND v.external_id IS NOT NULL
          AND v.customer_id IN (
            SELECT m.id FROM customer o
            JOIN customer m ON m.account_id = o.account_id
              AND (m.id = o.root_id OR (m.root_id <> m.id AND m.root_id = o.root_id))
            WHERE o.account_id = \(account) AND o.id = \(customer)))
      """
  }
}

/// The conversations that the visitor who asks may look into, the newest first, at most 20.
package struct ChatConversations: Query {
  package static let scopes: Scopes = []

  package init() {}

  package func run(in work: Work) throws -> [ID<Conversation>] {
    try work.chatConversations(of: work.requireVisitor())
  }
}
