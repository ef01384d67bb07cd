import Storage

/// How many conversations each owner has in each status: read from kept counts, whatever their
/// number.
package struct CountConversations: Query {
  package init() {}

  package func run(in work: Work) throws -> ConversationCounts {
    let rows = try work.rows(
      """
      SELECT owner_kind, owner_id, status, CAST(SUM(count) AS BIGINT) FROM conversation_count
      WHERE account_id = \(work.account)
      GROUP BY owner_kind, owner_id, status HAVING SUM(count) <> 0
      ORDER BY owner_kind, owner_id, status LIMIT 50000
      """
    )
    var counts: [Conversation.Owner: [Conversation.Status: Int]] = [:]
    for row in rows {
      let owner: Conversation.Owner =
        try row[0] == Agent.noun ? .agent(row[1]) : .team(row[1])
      counts[owner, default: [:]][try row[2]] = try row[3]
    }
    return ConversationCounts(counts: counts)
  }
}

/// How many conversations there are, by owner and status.
package struct ConversationCounts: Sendable, Equatable {
  /// Without owners who have none.
  package let counts: [Conversation.Owner: [Conversation.Status: Int]]

  /// Those of one owner in one status.
  package subscript(_ owner: Conversation.Owner, _ status: Conversation.Status) -> Int {
    counts[owner]?[status] ?? 0
  }

  /// Those of all owners in one status.
  package func all(_ status: Conversation.Status) -> Int {
    counts.values.reduce(0) { $0 + ($1[status] ?? 0) }
  }

  /// Those in one status that a team owns, not a person.
  package func unassigned(_ status: Conversation.Status) -> Int {
    counts.reduce(0) { $0 + ($1.key.team == nil ? 0 : $1.value[status] ?? 0) }
  }
}
