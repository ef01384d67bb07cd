import Foundation

/// Runs transactions one after the other on one session, on the thread that made it.
final class PostgresWorker {
  /// How often a transaction is run again before its caller is told why.
  private static let rerunLimit = 5

  private let session: PostgresSession
  private let dialect: any Dialect
  private let deadline: Duration
  private let counters: PostgresCounters

  init(
    session: PostgresSession,
    dialect: any Dialect,
    deadline: Duration,
    counters: PostgresCounters
  ) {
    self.session = session
    self.dialect = dialect
    self.deadline = deadline
    self.counters = counters
  }

  /// Runs the body in a transaction that is durable when this returns.
  func write<T>(_ body: (Transaction) throws -> T) throws -> (T, Signals) {
    try repeating { limit in
      let connection = try session.open(before: limit)
      let number = try connection.beginWriting()
      let afterCommit = AfterCommit()
      let value = try run(body, on: connection, afterCommit: afterCommit, mayWrite: true)
      try commit(number, on: connection)
      counters.committed()
      return (value, afterCommit.signals)
    }
  }

  /// Runs the body on one state of the database.
  func read<T>(_ body: (Transaction) throws -> T) throws -> T {
    try repeating { limit in
      let connection = try session.open(before: limit)
      try connection.beginReading()
      let value = try run(body, on: connection, afterCommit: AfterCommit(), mayWrite: false)
      try connection.commit()
      return value
    }
  }

  /// Runs the transaction again as long as its failure can be remedied by that.
  private func repeating<T>(_ transaction: (ContinuousClock.Instant) throws -> T) throws -> T {
    let limit = ContinuousClock.now + deadline
    var reruns = 0
    while true {
      do {
        return try transaction(limit)
      } catch let failure as PostgresFailure {
        if failure.remedy == .reconnect { session.close() }
        guard failure.remedy != .none, reruns < Self.rerunLimit, ContinuousClock.now < limit else {
          throw failure.failure
        }
        reruns += 1
        counters.ranAgain()
        // At random, so that two that were in each other's way are not so again.
        Thread.sleep(forTimeInterval: .random(in: 0...0.01) * Double(reruns))
      }
    }
  }

  /// Runs the body in the open transaction, which is undone if the body throws.
  private func run<T>(
    _ body: (Transaction) throws -> T,
    on connection: PostgresConnection,
    afterCommit: AfterCommit,
    mayWrite: Bool
  ) throws -> T {
    let transaction = Transaction(
      connection: connection,
      dialect: dialect,
      afterCommit: afterCommit,
      mayWrite: mayWrite
    )
    do {
      return try body(transaction)
    } catch {
      connection.rollBack()
      // The body may have made something else of it, without knowing that it can be remedied.
      if let failure = connection.firstFailure, failure.remedy != .none { throw failure }
      throw error
    }
  }

  /// Commits, and if the connection is lost over it, finds out whether that was done.
  private func commit(_ number: String, on connection: PostgresConnection) throws {
    do throws(PostgresFailure) {
      try connection.commit()
    } catch {
      guard connection.isLost else { throw error }
      session.close()
      if try !isCommitted(number, begunOn: connection.serverStart) { throw error }
    }
  }

  /// Asks the server how the transaction ended, until it knows.
  ///
  /// After a crash a number whose transaction had not reached the disk can be given out once
  /// more, so "committed" then proves nothing; "aborted" still does.
  private func isCommitted(_ number: String, begunOn serverStart: String) throws -> Bool {
    let limit = ContinuousClock.now + deadline
    asking: while ContinuousClock.now < limit {
      guard let connection = try? session.open(before: limit) else {
        // Why it cannot be reached matters less to the caller than what is not known.
        throw unknownOutcome
      }
      do throws(PostgresFailure) {
        switch try connection.status(ofTransaction: number) {
        case "committed" where connection.serverStart == serverStart: return true
        case "aborted": return false
        case "in progress": Thread.sleep(forTimeInterval: 0.02)
        default: break asking
        }
      } catch {
        // A number from the future: it was given out before a crash and never reached the disk.
        if case .statement("22023", _) = error.failure { return false }
        session.close()
      }
    }
    throw unknownOutcome
  }
}

private let unknownOutcome = DatabaseFailure.unavailable(
  "the connection was lost during COMMIT; whether the transaction was committed is unknown"
)
