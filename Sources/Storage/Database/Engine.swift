/// A database engine: where transactions run.
package protocol Engine: Sendable {
  var dialect: any Dialect { get }

  /// Runs the body in one transaction that is durable when this returns.
  ///
  /// Once queued it runs to its end even if the calling task is cancelled.
  ///
  /// - Returns: the body's value and the signals it left.
  func write<T: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> (T, Signals)

  /// Runs the body on one consistent state of the database, which it cannot change.
  func read<T: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T

  /// Tells the other nodes what a commit here left for them; only a hint.
  func tellOthers(_ signals: Signals)

  /// Tells the other nodes something for now alone.
  func tellOthers(_ whisper: Whisper)

  /// Rings `bell` and passes on whispers at what other nodes tell, until cancelled.
  func listen(ringing bell: Bell, passing whispers: Whispers) async

  var statistics: EngineStatistics { get }

  /// Ends the connections; later calls throw ``DatabaseFailure/unavailable(_:)``.
  func close() async
}

/// How busy an engine is, for the metrics page.
package struct EngineStatistics: Sendable, Equatable {
  /// Transactions committed since the start.
  package var commits: Int64 = 0
  /// Writing transactions answered since the start; on SQLite several share one commit.
  package var writes: Int64 = 0
  /// Reading transactions since the start.
  package var reads: Int64 = 0
  /// Writing transactions that wait or run now.
  package var queuedWrites = 0
  /// Reading transactions that wait or run now.
  package var queuedReads = 0
  /// Callers turned away because a queue was full, since the start.
  package var refusals: Int64 = 0
  /// Transactions that the engine had to run again, since the start.
  package var reruns: Int64 = 0

  package init() {}
}
