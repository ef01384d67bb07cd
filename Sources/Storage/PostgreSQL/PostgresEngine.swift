/// Transactions on a PostgreSQL server (14 or later), on a fixed number of connections.
///
/// Each connection has a thread of its own, since libpq's calls block, and takes transactions from
/// one bounded queue. A caller's cancellation is not heeded: a write may already be committed
/// when it comes, and whoever began it must learn that rather than believe it undone.
package final class PostgresEngine: Engine {
  package let dialect: any Dialect = PostgresDialect()
  private let deadline: Duration
  private let counters = PostgresCounters()
  private let threads = PostgresThreads()
  private let queue: PostgresQueue
  private let hints: PostgresHints

  /// Starts the threads; connections are opened as they are needed.
  ///
  /// - Parameters:
  ///   - url: a connection URI as libpq takes it, with its options.
  ///   - connections: how many transactions can run at the same time; one more connection
  ///     carries the hints between nodes.
  ///   - queueLimit: how many transactions may wait for a connection.
  ///   - deadline: how long a transaction may wait for a connection, and each of its statements
  ///     may take.
  /// - Throws: ``DatabaseFailure/unavailable(_:)`` if the system has no resources left.
  package init(
    url: String,
    connections: Int,
    queueLimit: Int = 1_000,
    deadline: Duration = .seconds(10)
  ) throws {
    let settings = PostgresSettings(url: url, deadline: deadline)
    self.deadline = deadline
    queue = PostgresQueue(limit: queueLimit, readers: max(1, connections))
    hints = PostgresHints(settings, threads: threads, wake: try PostgresWake())
    let reached = PostgresReach()
    for number in 1...max(1, connections) {
      threads.start("postgres \(number)") { [queue, counters, dialect] in
        let worker = PostgresWorker(
          session: PostgresSession(settings, reached: reached),
          dialect: dialect,
          deadline: deadline,
          counters: counters
        )
        while let work = queue.next() { work.begin(with: worker) }
      }
    }
  }

  deinit {
    queue.close()
    hints.close()
  }

  package var statistics: EngineStatistics { counters.statistics }

  package func write<T: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> (T, Signals) {
    try await perform(.write) { try $0.write(body) }
  }

  package func read<T: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await perform(.read) { try $0.read(body) }
  }

  package func tellOthers(_ signals: Signals) { hints.tell(signals) }

  package func tellOthers(_ whisper: Whisper) { hints.tell(whisper) }

  package func listen(ringing bell: Bell, passing whispers: Whispers) async {
    await hints.listen(ringing: bell, passing: whispers)
  }

  /// Lets what waits and runs come to its end, and then ends the connections.
  package func close() async {
    queue.close()
    hints.close()
    await threads.join()
  }

  private func perform<Value: Sendable>(
    _ kind: PostgresCounters.Kind,
    _ transaction: @escaping @Sendable (PostgresWorker) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      counters.queued(kind)
      let work = PostgresWork(deadline: .now + deadline) { [counters] worker in
        let value = Result { try transaction(worker.get()) }
        counters.answered(kind)
        continuation.resume(with: value)
      }
      do throws(DatabaseFailure) {
        try queue.add(work)
      } catch {
        counters.refused(kind, error)
        continuation.resume(throwing: error)
      }
    }
  }
}
