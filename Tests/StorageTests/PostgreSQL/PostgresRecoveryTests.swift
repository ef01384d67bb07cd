import Foundation
import Storage
import Synchronization
import Testing

@Suite(.enabled(if: PostgresWorld.isAvailable), .serialized)
struct PostgresRecoveryTests {
  @Test func `a session that ends before the commit costs nothing but a second run`() async throws {
    try await PostgresWorld.withNotes { database in
      let attempts = Atomic(0)
      try await database.write { transaction in
        try transaction.addNote(1)
        guard attempts.add(1, ordering: .relaxed).newValue == 1 else { return }
        try transaction.rows("SELECT pg_terminate_backend(pg_backend_pid())")
      }
      #expect(try await database.notes == [1])
      #expect(database.engine.statistics.reruns == 1)
    }
  }

  @Test func `a session that ended while idle is replaced`() async throws {
    try await PostgresWorld.with { world in
      try await world.withDatabase { database in
        let process = try await database.read { try $0.rows("SELECT pg_backend_pid()").first }
        let number: Int64 = try #require(try process?[0])
        try await world.withDatabase { other in
          // Waits until the session is gone.
          try await other.write {
            _ = try $0.rows("SELECT pg_terminate_backend(\(number)::int, 10000)")
          }
        }
        let again = try await database.read { try $0.rows("SELECT pg_backend_pid()").first }
        let other: Int64? = try again?[0]
        #expect(other != number)
      }
    }
  }

  @Test func `a session that ends in the commit, before it took effect, is run again`()
    async throws
  {
    try await PostgresWorld.withNotes { database in
      try await database.write { transaction in
        try transaction.execute("CREATE SEQUENCE attempt")
        try transaction.execute(
          """
          CREATE FUNCTION end_first_session() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF nextval('attempt') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
            RETURN NULL;
          END $$
          """
        )
        try transaction.execute(
          """
          CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON note
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION end_first_session()
          """
        )
      }
      try await database.addNote(1)
      #expect(try await database.notes == [1])
      #expect(database.engine.statistics.reruns == 1)
    }
  }

  @Test(arguments: [PostgresProxy.Cut.request, .answer])
  func `a connection that is cut at the commit neither loses nor repeats it`(
    cut: PostgresProxy.Cut
  ) async throws {
    try await PostgresWorld.with { world in
      try await world.withDatabase {
        _ = try await $0.write { try $0.execute("CREATE TABLE note (id BIGSERIAL, body TEXT)") }
      }
      let proxy = try PostgresProxy(to: world.url)
      defer { proxy.stop() }
      let through = PostgresWorld(url: proxy.url)
      try await through.withDatabase { database in
        // So that the session stands before the cut.
        try await database.read { _ = try $0.rows("SELECT 1") }
        proxy.cutNextCommit(cut)
        let runs = Atomic(0)
        let id: Int64? = try await database.write { transaction in
          runs.add(1, ordering: .relaxed)
          return try transaction.rows("INSERT INTO note (body) VALUES ('') RETURNING id").first?[0]
        }
        let stored: [Int64] = try await database.read {
          try $0.rows("SELECT id FROM note").map { try $0[0] }
        }
        #expect(proxy.hasCut)
        #expect(stored == [id])
        #expect(runs.load(ordering: .relaxed) == (cut == .answer ? 1 : 2))
      }
    }
  }

  @Test func `a server that was never reached is reported at once`() async throws {
    let engine = try PostgresEngine(url: "postgres://nobody@127.0.0.1:1/none", connections: 1)
    let start = ContinuousClock.now
    let failure = await #expect(throws: DatabaseFailure.self) {
      try await engine.read { _ in }
    }
    // And not after the ten seconds for which a known server would be tried again.
    #expect(ContinuousClock.now - start < .seconds(5))
    await engine.close()
    guard case .unavailable(let message) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(message.contains("127.0.0.1"))
  }
}
