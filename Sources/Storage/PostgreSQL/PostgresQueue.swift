import Dispatch
import Synchronization

/// A transaction that waits for a session; called once, on the thread of that session.
struct PostgresWork: Sendable {
  /// After this it is answered that the database is busy.
  let deadline: ContinuousClock.Instant

  /// Runs the transaction with the worker, or passes on why there is none.
  let answer: @Sendable (Result<PostgresWorker, DatabaseFailure>) -> Void

  func begin(with worker: PostgresWorker) {
    answer(
      ContinuousClock.now < deadline
        ? .success(worker)
        : .failure(.busy("no connection became free in time"))
    )
  }
}

/// Transactions that wait for a session, first come first served.
final class PostgresQueue: Sendable {
  private struct State {
    var waiting: [PostgresWork] = []
    var isClosed = false
  }

  private let limit: Int
  private let readers: Int
  private let state = Mutex(State())

  /// Counts the work that waits and, once closed, an end for each reader.
  private let available = DispatchSemaphore(value: 0)

  /// A queue of at most `limit` transactions for that many reading threads.
  init(limit: Int, readers: Int) {
    self.limit = limit
    self.readers = readers
  }

  func add(_ work: PostgresWork) throws(DatabaseFailure) {
    try state.withLock { state throws(DatabaseFailure) in
      guard !state.isClosed else { throw .unavailable("the database has been closed") }
      guard state.waiting.count < limit else { throw .overloaded(retryAfterSeconds: 1) }
      state.waiting.append(work)
    }
    available.signal()
  }

  /// Waits for work; `nil` once the queue is closed and empty.
  func next() -> PostgresWork? {
    available.wait()
    // Moving the rest up costs little: the queue is bounded, and nearly always short.
    return state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
  }

  /// Refuses further work; what already waits is still handed out.
  func close() {
    let wasClosed = state.withLock { state in
      defer { state.isClosed = true }
      return state.isClosed
    }
    guard !wasClosed else { return }
    for _ in 0..<readers { available.signal() }
  }
}
