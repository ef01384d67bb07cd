import Storage
import Testing

@Suite(.enabled(if: PostgresWorld.isAvailable), .serialized)
struct PostgresLimitTests {
  @Test func `a full queue turns callers away, and no one else`() async throws {
    try await PostgresWorld.withNotes(connections: 1, queueLimit: 1) { database in
      let started = AsyncStream.makeStream(of: Void.self)
      let gate = Gate()
      async let running: Void = database.write { transaction in
        started.continuation.yield()
        gate.pass()
        try transaction.addNote(1)
      }
      await started.stream.first { true }
      async let waiting: Void = database.addNote(2)
      while database.engine.statistics.queuedWrites < 2 { await Task.yield() }

      await #expect(throws: DatabaseFailure.overloaded(retryAfterSeconds: 1)) {
        try await database.addNote(3)
      }
      #expect(database.engine.statistics.refusals == 1)
      gate.open()
      _ = try await (running, waiting)
      #expect(try await database.notes == [1, 2])
      #expect(database.engine.statistics.queuedWrites == 0)
    }
  }

  @Test func `who waits for a connection past the deadline is told so`() async throws {
    try await PostgresWorld.withNotes(connections: 1, deadline: .milliseconds(300)) { database in
      try await database.addNote(1)
      let started = AsyncStream.makeStream(of: Void.self)
      async let running: Void = database.write { transaction in
        started.continuation.yield()
        for _ in 1...4 { try transaction.rows("SELECT pg_sleep(0.1)") }
      }
      await started.stream.first { true }
      await #expect(throws: DatabaseFailure.busy("no connection became free in time")) {
        try await database.addNote(2)
      }
      try await running
    }
  }

  @Test func `a statement past the deadline is ended`() async throws {
    try await PostgresWorld.withNotes(deadline: .milliseconds(100)) { database in
      let failure = await #expect(throws: DatabaseFailure.self) {
        try await database.write { transaction in
          try transaction.addNote(1)
          try transaction.rows("SELECT pg_sleep(20)")
        }
      }
      guard case .busy = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      let notes = try await database.notes
      #expect(notes == [])
      #expect(database.engine.statistics.reruns == 0)
    }
  }

  @Test func `a cancelled caller's transaction still comes to its end`() async throws {
    try await PostgresWorld.withNotes { database in
      let started = AsyncStream.makeStream(of: Void.self)
      let gate = Gate()
      let task = Task {
        try await database.write { transaction in
          started.continuation.yield()
          gate.pass()
          try transaction.addNote(1)
        }
      }
      await started.stream.first { true }
      task.cancel()
      gate.open()
      try await task.value
      #expect(try await database.notes == [1])
    }
  }

  @Test func `closing lets what runs come to its end and refuses the rest`() async throws {
    try await PostgresWorld.withNotes { database in
      let started = AsyncStream.makeStream(of: Void.self)
      let gate = Gate()
      async let running = database.write { transaction in
        started.continuation.yield()
        gate.pass()
        try transaction.addNote(1)
        return "done"
      }
      await started.stream.first { true }
      async let closing: Void = database.close()
      var failure: (any Error)?
      while failure == nil {
        do { try await database.read { _ in } } catch { failure = error }
      }
      gate.open()
      let value = try await running
      #expect(value == "done")
      await closing
      await database.close()
      #expect(failure as? DatabaseFailure == .unavailable("the database has been closed"))
    }
  }

  @Test func `closing ends all sessions with the server`() async throws {
    try await PostgresWorld.with { world in
      let name = "closing\(UInt32.random(in: .min ... .max))"
      try await world.withDatabase { observer in
        @Sendable func sessions() async throws -> Int64? {
          try await observer.read {
            try $0.rows(
              "SELECT count(*) FROM pg_stat_activity WHERE application_name = \(name)"
            ).first?[0]
          }
        }
        let parameters = "application_name=\(name)"
        try await world.withDatabase(connections: 1, parameters: parameters) { database in
          let listening = await database.startListening()
          try await database.read { _ = try $0.rows("SELECT 1") }
          #expect(try await sessions() == 2)
          await database.close()
          await listening.value
        }
        // A session's row goes a moment after its connection.
        while try await sessions() != 0 { await Task.yield() }
      }
    }
  }
}
