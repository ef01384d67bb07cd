import Storage
import Synchronization
import Testing

@Suite(.enabled(if: PostgresWorld.isAvailable), .serialized)
struct PostgresTransactionTests {
  private struct Refusal: Error {}

  @Test func `what the body throws reaches the caller, with everything undone`() async throws {
    try await PostgresWorld.withNotes { database in
      await #expect(throws: Refusal.self) {
        try await database.write { transaction in
          try transaction.addNote(1)
          throw Refusal()
        }
      }
      let notes = try await database.notes
      #expect(notes == [])
    }
  }

  @Test func `a session outlives the transactions that fail in it`() async throws {
    try await PostgresWorld.withNotes(connections: 1) { database in
      let session: SQL = "SELECT pg_backend_pid()"
      let before = try await database.read { try $0.rows(session).first?.values }
      await #expect(throws: Refusal.self) {
        try await database.write { _ in throw Refusal() }
      }
      await #expect(throws: DatabaseFailure.self) {
        try await database.write { _ = try $0.rows("SELECT 1 / 0") }
      }
      let after = try await database.read { try $0.rows(session).first?.values }
      #expect(before == after)
    }
  }

  @Test func `a failure that the body has swallowed is not a commit`() async throws {
    try await PostgresWorld.withNotes { database in
      let failure = await #expect(throws: DatabaseFailure.self) {
        try await database.write { transaction in
          try transaction.addNote(1)
          // Swallowed on purpose: that is what the engine must notice.
          _ = try? transaction.rows("SELECT 1 / 0")
        }
      }
      guard case .statement("22012", _) = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      let notes = try await database.notes
      #expect(notes == [])
      #expect(database.engine.statistics.commits == 0)
    }
  }

  @Test func `a reading transaction cannot write`() async throws {
    try await PostgresWorld.withNotes { database in
      let failure = await #expect(throws: DatabaseFailure.self) {
        try await database.read { try $0.addNote(1) }
      }
      guard case .statement("25006", _) = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
    }
  }

  @Test func `a reading transaction sees one state from its first statement on`() async throws {
    try await PostgresWorld.withNotes { database in
      let seen = AsyncStream.makeStream(of: Void.self)
      let written = Gate()
      async let counts = database.read { transaction in
        let before = try transaction.rows("SELECT 1 FROM note").count
        seen.continuation.yield()
        written.pass()
        return [before, try transaction.rows("SELECT 1 FROM note").count]
      }
      await seen.stream.first { true }
      try await database.addNote(1)
      written.open()
      #expect(try await counts == [0, 0])
    }
  }

  @Test func `a refused row is told by its constraint, without its values`() async throws {
    try await PostgresWorld.withNotes { database in
      try await database.addNote(424_242)
      let failure = await #expect(throws: DatabaseFailure.self) {
        try await database.addNote(424_242)
      }
      guard case .constraint(let message) = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(message.contains("note_pkey"))
      #expect(!message.contains("424242"))
    }
  }

  @Test func `a serialization failure runs the transaction again`() async throws {
    try await PostgresWorld.withNotes { database in
      let attempts = Atomic(0)
      try await database.write { transaction in
        try transaction.addNote(1)
        guard attempts.add(1, ordering: .relaxed).newValue < 3 else { return }
        try transaction.fail(state: "40001")
      }
      #expect(try await database.notes == [1])
      #expect(database.engine.statistics.reruns == 2)
    }
  }

  @Test func `a serialization failure runs again even if the body made it another error`()
    async throws
  {
    try await PostgresWorld.withNotes { database in
      let attempts = Atomic(0)
      try await database.write { transaction in
        guard attempts.add(1, ordering: .relaxed).newValue < 2 else { return }
        do { try transaction.fail(state: "40001") } catch { throw Refusal() }
      }
      #expect(database.engine.statistics.reruns == 1)
    }
  }

  @Test func `running again has an end`() async throws {
    try await PostgresWorld.withNotes { database in
      let attempts = Atomic(0)
      let failure = await #expect(throws: DatabaseFailure.self) {
        try await database.write { transaction in
          attempts.add(1, ordering: .relaxed)
          try transaction.fail(state: "40001")
        }
      }
      guard case .busy = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(attempts.load(ordering: .relaxed) == 6)
    }
  }

  @Test func `two that lock the same rows crosswise both succeed`() async throws {
    try await PostgresWorld.withNotes { database in
      try await database.addNote(1)
      try await database.addNote(2)
      let gates = [Gate(), Gate()]

      @Sendable func lock(_ first: Int64, _ second: Int64) async throws {
        let index = Int(first - 1)
        try await database.write { transaction in
          try transaction.rows("UPDATE note SET body = body || 'x' WHERE id = \(first)")
          gates[index].open()
          gates[1 - index].pass()
          try transaction.rows("UPDATE note SET body = body || 'x' WHERE id = \(second)")
        }
      }
      async let one: Void = lock(1, 2)
      async let other: Void = lock(2, 1)
      _ = try await (one, other)

      let bodies: [String] = try await database.read {
        try $0.rows("SELECT body FROM note").map { try $0[0] }
      }
      #expect(bodies == ["xx", "xx"])
      #expect(database.engine.statistics.reruns >= 1)
    }
  }

  @Test func `a statement prepared before a change of the schema is prepared anew`() async throws {
    try await PostgresWorld.withNotes(connections: 1) { database in
      try await database.addNote(1)
      let all: SQL = "SELECT * FROM note"
      try await database.read { _ = try $0.rows(all) }
      let columns = try await database.write { transaction in
        try transaction.rows(all)
        try transaction.execute("ALTER TABLE note ADD COLUMN added BIGINT")
        return try transaction.rows(all).first?.values.count
      }
      #expect(columns == 3)
      #expect(database.engine.statistics.reruns == 0)
    }
  }

  @Test func `a statement prepared before another node changed the schema is prepared anew`()
    async throws
  {
    try await PostgresWorld.with { world in
      try await world.withDatabase { database in
        try await database.write { try $0.execute("CREATE TABLE pair (a BIGINT)") }
        try await database.write { try $0.execute("INSERT INTO pair VALUES (1)") }
        let all: SQL = "SELECT * FROM pair"
        try await database.read { _ = try $0.rows(all) }
        try await world.withDatabase { other in
          _ = try await other.write { try $0.execute("ALTER TABLE pair ADD COLUMN b BIGINT") }
        }
        let columns = try await database.read { try $0.rows(all).first?.values.count }
        #expect(columns == 2)
        #expect(database.engine.statistics.reruns == 1)
      }
    }
  }

  @Test func `more statements than a session keeps prepared all run`() async throws {
    try await PostgresWorld.withNotes(connections: 1) { database in
      let held = try await database.write { transaction in
        for count in 1...600 {
          let ids = (1...count).map(Int64.init)
          try transaction.rows("SELECT 1 FROM note WHERE id IN \(list: ids)")
        }
        return try transaction.rows("SELECT count(*) FROM pg_prepared_statements").first?.values
      }
      #expect(held == [.integer(101)])
    }
  }

  @Test func `a body's signals come back from the attempt that was committed`() async throws {
    try await PostgresWorld.withNotes { database in
      let attempts = Atomic(0)
      let (_, signals) = try await database.engine.write { transaction in
        guard attempts.add(1, ordering: .relaxed).newValue == 1 else {
          return transaction.signal(.timers)
        }
        transaction.signal(.jobs)
        try transaction.fail(state: "40001")
      }
      #expect(signals == .timers)
    }
  }

  @Test func `a lock is held until the commit`() async throws {
    try await PostgresWorld.with { world in
      try await world.withDatabase { holder in
        let lock = try #require(holder.dialect.exclusiveLock(.migrating))
        let locked = AsyncStream.makeStream(of: Void.self)
        let gate = Gate()
        async let holding: Void = holder.write { transaction in
          try transaction.rows(lock)
          locked.continuation.yield()
          gate.pass()
        }
        await locked.stream.first { true }
        try await world.withDatabase(deadline: .milliseconds(100)) { other in
          let failure = await #expect(throws: DatabaseFailure.self) {
            try await other.write { _ = try $0.rows(lock) }
          }
          guard case .busy = failure else {
            Issue.record("\(String(describing: failure))")
            return
          }
        }
        gate.open()
        try await holding
      }
    }
  }
}

extension Transaction {
  /// Has the server report a failure with that state.
  fileprivate func fail(state: String) throws {
    try rows("SELECT set_config('test.state', \(state), true)")
    try execute(
      """
      DO $$ BEGIN
        RAISE EXCEPTION 'on purpose' USING ERRCODE = current_setting('test.state');
      END $$
      """
    )
  }
}
