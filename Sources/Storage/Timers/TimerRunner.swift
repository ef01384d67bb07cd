package import Logging

/// Does what is due of one kind of timer, in the transaction that takes the timer away.
package protocol TimerHandler: Sendable {
  static var kind: String { get }

  /// - Throws: anything, to be tried again a little later.
  func fire(_ timer: DueTimer, at time: Timestamp, in transaction: Transaction) throws
}

/// Fires the timers that are due.
package struct TimerRunner: Sendable {
  private let handlers: [String: any TimerHandler]
  private let database: Database
  private let now: Now
  private let logger: Logger
  private let batch = 100

  package init(
    handlers: [any TimerHandler],
    database: Database,
    now: @escaping Now,
    logger: Logger
  ) {
    self.handlers = Dictionary(handlers.map { (type(of: $0).kind, $0) }) { first, _ in first }
    self.database = database
    self.now = now
    self.logger = logger
  }

  /// Fires what is due at each ring, until cancelled; the poll rings every second.
  package func run() async throws {
    for await _ in database.bell.rings(of: .timers) {
      do {
        try await drain()
      } catch let failure as DatabaseFailure {
        // The timers stay set; the next ring tries again.
        logger.warning("timers wait for the database", metadata: ["failure": "\(failure)"])
      }
    }
  }

  /// Fires all timers that are due now.
  package func drain() async throws {
    let time = now()
    var due: [DueTimer] = []
    repeat {
      due = try await database.read {
        try TimerQueue.due(kinds: Array(handlers.keys), at: time, limit: batch, in: $0)
      }
      for timer in due { try await fire(timer, at: time) }
    } while due.count == batch
  }

  private func fire(_ timer: DueTimer, at time: Timestamp) async throws {
    do {
      try await database.write { transaction in
        guard try TimerQueue.take(timer, in: transaction) else { return }
        try handlers[timer.kind]?.fire(timer, at: time, in: transaction)
      }
    } catch let failure as DatabaseFailure where failure.isPassing {
      throw failure
    } catch {
      logger.error(
        "a timer failed",
        metadata: [
          "kind": "\(timer.kind)", "subject": "\(timer.subject)", "error": "\(error)",
        ]
      )
      try await database.write { try TimerQueue.postpone(timer, at: time, in: $0) }
    }
  }
}
