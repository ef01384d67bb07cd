import Storage
import Testing

@Suite(.enabled(if: PostgresWorld.isAvailable), .serialized)
struct PostgresHintTests {
  @Test func `what one node tells rings at the others and not at itself`() async throws {
    try await withTwoNodes { here, there in
      let ownJobs = here.bell.rings(of: .jobs)
      let ownTimers = here.bell.rings(of: .timers)
      let jobs = there.bell.rings(of: .jobs)
      let events = there.bell.rings(of: .events)
      for rings in [ownJobs, ownTimers, jobs, events] { await rings.first { true } }

      here.engine.tellOthers(.jobs)
      await jobs.first { true }
      // Notifications keep their order, so once this has come the own one would have come too.
      there.engine.tellOthers(.timers)
      await ownTimers.first { true }

      #expect(await !hasRung(ownJobs))
      #expect(await !hasRung(events))
    }
  }

  @Test func `what one node whispers is heard at the others, in order and not twice`() async throws
  {
    try await withTwoNodes { here, there in
      let own = here.whispers.heard()
      let heard = there.whispers.heard()
      for text in ["agent 1 7 3 typing x", "customer 1 7"] {
        here.whisper(try #require(Whisper(text)))
      }
      var others = heard.makeAsyncIterator()
      #expect(await others.next()?.text == "agent 1 7 3 typing x")
      #expect(await others.next()?.text == "customer 1 7")
      // Notifications keep their order: once this has come, an echo would have come too.
      there.whisper(try #require(Whisper("read 1 7 agent 9")))
      var echoes = own.makeAsyncIterator()
      for text in ["agent 1 7 3 typing x", "customer 1 7", "read 1 7 agent 9"] {
        #expect(await echoes.next()?.text == text)
      }
    }
  }

  @Test func `that events wait for a position is not told`() async throws {
    try await withTwoNodes { here, there in
      let appended = there.bell.rings(of: .appended)
      let jobs = there.bell.rings(of: .jobs)
      for rings in [appended, jobs] { await rings.first { true } }
      here.engine.tellOthers(.appended)
      here.engine.tellOthers([.appended, .jobs])
      await jobs.first { true }
      #expect(await !hasRung(appended))
    }
  }

  @Test func `everything rings after the connection was lost`() async throws {
    try await withTwoNodes { here, there in
      let rings = there.bell.rings(of: .jobs)
      await rings.first { true }
      try await here.write {
        _ = try $0.rows(
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE application_name = current_setting('application_name') AND query LIKE 'LISTEN %'
          """
        )
      }
      await rings.first { true }
    }
  }

  @Test func `what was told before closing is still sent`() async throws {
    try await PostgresWorld.with { world in
      try await world.withDatabase { listener in
        let listening = await listener.startListening()
        let rings = listener.bell.rings(of: .jobs)
        await rings.first { true }
        try await world.withDatabase { $0.engine.tellOthers(.jobs) }
        await rings.first { true }
        await listener.close()
        await listening.value
      }
    }
  }

  @Test func `listening ends with its task`() async throws {
    try await PostgresWorld.with { world in
      try await world.withDatabase { database in
        let listening = await database.startListening()
        listening.cancel()
        await listening.value
      }
    }
  }

  /// Runs the test with two nodes that hear each other.
  private func withTwoNodes(_ test: (Database, Database) async throws -> Void) async throws {
    try await PostgresWorld.with { world in
      try await world.withDatabase { here in
        try await world.withDatabase { there in
          let listening = [await here.startListening(), await there.startListening()]
          defer { for task in listening { task.cancel() } }
          try await test(here, there)
        }
      }
    }
  }

  /// Whether a ring lies in the stream; a stream that is cancelled hands out what it holds first.
  private func hasRung(_ rings: AsyncStream<Void>) async -> Bool {
    let next = Task { await rings.first { true } != nil }
    next.cancel()
    return await next.value
  }
}

extension Database {
  /// Returns once the engine hears what others tell; its bell has rung for that.
  func startListening() async -> Task<Void, Never> {
    let rings = bell.rings(of: .all)
    await rings.first { true }
    let listening = Task { await listenToOthers() }
    await rings.first { true }
    return listening
  }
}
