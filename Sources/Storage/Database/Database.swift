/// The database: one interface on two engines.
package struct Database: Sendable {
  package let engine: any Engine
  package let bell = Bell()
  package let whispers = Whispers()

  package init(engine: any Engine) { self.engine = engine }

  package var dialect: any Dialect { engine.dialect }

  /// Runs the body in one transaction; when this returns, what it changed is durable.
  ///
  /// The body may run more than once, so it takes the time from outside and changes nothing but
  /// the database. A cancelled caller does not abort it.
  ///
  /// - Throws: what the body throws, with everything undone, or ``DatabaseFailure``.
  @discardableResult
  package func write<T: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    let (value, signals) = try await engine.write(body)
    if !signals.isEmpty {
      bell.ring(signals)
      engine.tellOthers(signals)
    }
    return value
  }

  /// Runs the body on one consistent state of the database.
  ///
  /// - Throws: what the body throws, or ``DatabaseFailure``, also if the body tries to write.
  package func read<T: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await engine.read(body)
  }

  /// Tells it to whoever listens, here and on the other nodes; takes no time and never fails.
  package func whisper(_ whisper: Whisper) {
    whispers.pass(whisper)
    engine.tellOthers(whisper)
  }

  /// Hears what other nodes tell, until cancelled.
  package func listenToOthers() async { await engine.listen(ringing: bell, passing: whispers) }

  package func close() async { await engine.close() }
}
