import ServiceDesk
import Storage
import TestSupport
import Testing

/// What an older program left is brought to what this one expects.
@Suite struct UpgradeTests {
  let database: Database

  init() async throws {
    database = try await TestDatabase.empty()
    try await Schema.migrator.migrate(
      database,
      upTo: "2026-11-22-11-activity",
      now: TestClock.start
    )
    try await database.write { transaction in
      for statement in Self.before { try transaction.execute(statement) }
    }
    try await Schema.migrator.migrate(database, now: TestClock.start)
  }

  /// An account with a team, two agents, of whom one has an administrator's token, and four
  /// conversations.
  private static let before: [SQL] = [
    "INSERT INTO account VALUES (1, 'Anemone', 240, 14, 4, 1)",
    "INSERT INTO team VALUES (1, 2, 'Support', 1, 1)",
    """
    INSERT INTO agent (account_id, id, name, email, created_at)
    VALUES (1, 3, 'Amina', 'a@b.example', 1), (1, 4, 'Ben', 'b@b.example', 1)
    """,
    """
    INSERT INTO token (account_id, id, agent_id, name, hash, scopes, created_at)
    VALUES (1, 5, 3, 'All', 'x', 7, 1), (1, 6, 4, 'Some', 'y', 3, 1)
    """,
    """
    INSERT INTO customer (account_id, id, attributes, root_id, created_at, updated_at)
    VALUES (1, 7, '{}', 7, 1, 1)
    """,
    """
    INSERT INTO conversation (account_id, id, number, customer_id, subject, status, priority,
      channel, owner_agent_id, owner_team_id, due_at, resolved_at, attributes, message_count,
      created_at, updated_at)
    VALUES (1, 11, 1, 7, 'A', 'open', 'normal', 'api', NULL, 2, 1, NULL, '{}', 0, 1, 1),
      (1, 12, 2, 7, 'B', 'open', 'normal', 'api', NULL, 2, 1, NULL, '{}', 0, 1, 1),
      (1, 13, 3, 7, 'C', 'open', 'normal', 'api', 4, NULL, 1, NULL, '{}', 0, 1, 1),
      (1, 14, 4, 7, 'D', 'resolved', 'normal', 'api', 4, NULL, NULL, 1, '{}', 0, 1, 1)
    """,
  ]

  @Test func `conversations that are there are counted`() async throws {
    let counts: [String] = try await database.read { transaction in
      try transaction.rows(
        """
        SELECT owner_kind, owner_id, status, count FROM conversation_count
        ORDER BY owner_kind, status
        """
      ).map { row in
        "\(try row[0] as String) \(try row[1] as Int) \(try row[2] as String) \(try row[3] as Int)"
      }
    }
    #expect(counts == ["agent 4 open 1", "agent 4 resolved 1", "team 2 open 2"])
  }

  @Test func `who holds an administrator's token is one`() async throws {
    let roles: [String] = try await database.read { transaction in
      try transaction.rows("SELECT role FROM agent ORDER BY id").map { try $0[0] }
    }
    #expect(roles == ["administrator", "agent"])
  }
}
