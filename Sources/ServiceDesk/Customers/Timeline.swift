package import Storage

/// What happened to a customer and in the customer's conversations last, newest first.
///
/// Messages are left out: they are read in their conversations.
///
/// - Throws: ``AccessFailure/noSuchCustomer``.
package struct Timeline: Query {
  /// Something that happened.
  package struct Entry: Sendable, Equatable {
    package let id: Int64
    /// The event's kind, as in `conversation.resolved`.
    package let kind: String
    package let at: Timestamp
    /// The agent who did it, if one did.
    package let agentName: String?
    package let conversation: ID<Conversation>?
    /// The conversation's number within the account.
    package let number: Int?
  }

  /// The most entries.
  package static let most = 30
  // The newest of the customer's conversations; who has more has enough to look at.
  private static let mostConversations = 100

  package var customer: ID<Customer>

  package init(customer: ID<Customer>) { self.customer = customer }

  package func run(in work: Work) throws -> [Entry] {
    let root = try work.requireCustomer(customer).root
    // Each half goes by its own index.
    return try work.rows(
      """
      WITH person (id) AS (
        SELECT id FROM customer WHERE account_id = \(work.account)
          AND (id = \(root) OR (root_id <> id AND root_id = \(root)))
      ), own (id) AS (
        SELECT c.id FROM conversation c
        WHERE c.account_id = \(work.account) AND c.customer_id IN (SELECT id FROM person)
        ORDER BY c.id DESC LIMIT \(Self.mostConversations)
      )
      SELECT e.id, e.kind, e.at, a.name, e.conversation_id, c.number
      FROM (
        SELECT id, kind, at, actor_kind, actor_id, conversation_id FROM event
        WHERE account_id = \(work.account) AND subject_kind = 'conversation'
          AND subject_id IN (SELECT id FROM own)
        UNION ALL
        SELECT id, kind, at, actor_kind, actor_id, conversation_id FROM event
        WHERE account_id = \(work.account) AND subject_kind = 'customer'
          AND subject_id IN (SELECT id FROM person)
      ) e
      LEFT JOIN agent a ON a.account_id = \(work.account) AND e.actor_kind = 'agent'
        AND a.id = e.actor_id
      LEFT JOIN conversation c ON c.account_id = \(work.account) AND c.id = e.conversation_id
      ORDER BY e.id DESC LIMIT \(Self.most)
      """
    ).map { row in
      Entry(
        id: try row[0],
        kind: try row[1],
        at: try row[2],
        agentName: try row[3],
        conversation: try row[4],
        number: try row[5]
      )
    }
  }
}

/// The indexes by which a timeline is read; events about messages and settings are in neither.
package enum TimelineSchema {
  package static let migrations = [
    Migration("2026-11-22-34-timeline") { _ in
      [
        """
        CREATE INDEX event_conversation ON event (account_id, subject_id, id)
          WHERE subject_kind = 'conversation'
        """,
        """
        CREATE INDEX event_customer ON event (account_id, subject_id, id)
          WHERE subject_kind = 'customer'
        """,
      ]
    }
  ]
}
