package import Logging

/// Feeds one consumer from the log; on each node, but only one at a time holds the cursor.
package struct ConsumerRunner<C: Consumer>: Sendable {
  private let consumer: C
  private let database: Database
  private let node: Int64
  private let now: Now
  private let logger: Logger

  private let leaseSeconds: Int64 = 30
  private let batch = 100
  private let failuresBeforeParking: Int64 = 5

  package init(
    _ consumer: C,
    database: Database,
    node: Int64,
    now: @escaping Now,
    logger: Logger
  ) {
    self.consumer = consumer
    self.database = database
    self.node = node
    self.now = now
    self.logger = logger
  }

  /// Feeds what is there and then whatever is appended, until cancelled.
  package func run() async throws {
    for await _ in database.bell.rings(of: .events) {
      do {
        try await drain()
      } catch let failure as DatabaseFailure {
        // The cursor stands where it stood; the next ring tries again.
        logger.warning(
          "a consumer waits for the database",
          metadata: [
            "consumer": "\(C.name)", "failure": "\(failure)",
          ]
        )
      }
    }
  }

  /// Feeds the consumer until it has seen all, another node holds it, or an event fails.
  package func drain() async throws {
    while try await hasNews(), try await step() {}
  }

  /// Looked for before the cursor is claimed, so that an idle program writes nothing.
  private func hasNews() async throws -> Bool {
    let isBehind = try await database.read { transaction -> Bool? in
      let cursor = try transaction.rows("SELECT position FROM consumer WHERE name = \(C.name)")
      guard let row = cursor.first else { return nil }
      return try row[0] < EventLog.head(in: transaction)
    }
    guard let isBehind else {
      try await register()
      return try await hasNews()
    }
    return isBehind
  }

  /// Makes the cursor where it is missing.
  private func register() async throws {
    try await database.write { transaction in
      let start = C.start == .now ? try EventLog.head(in: transaction) : 0
      try transaction.execute(
        """
        INSERT INTO consumer (name, position, node, leased_until, failures)
        VALUES (\(C.name), \(start), NULL, 0, 0)
        ON CONFLICT (name) DO NOTHING
        """
      )
    }
  }

  /// - Returns: whether there may be more to see at once.
  private func step() async throws -> Bool {
    do {
      return try await feed(atMost: batch)
    } catch let failure as DatabaseFailure where failure.isPassing {
      throw failure
    } catch {
      return try await feedSingly()
    }
  }

  /// Feeds one event alone, so that its neighbours do not share its failure.
  private func feedSingly() async throws -> Bool {
    do {
      return try await feed(atMost: 1)
    } catch let failure as DatabaseFailure where failure.isPassing {
      throw failure
    } catch {
      return try await noteFailure("\(error)")
    }
  }

  private func feed(atMost limit: Int) async throws -> Bool {
    let time = now()
    return try await database.write { transaction in
      guard let cursor = try claim(at: time, in: transaction) else { return false }
      let events = try EventLog.read(
        after: cursor.position,
        account: nil,
        limit: limit,
        in: transaction
      )
      guard let last = events.last else { return false }
      for record in events { try consumer.consume(record.event, in: transaction) }
      try move(to: last.position, failures: 0, in: transaction)
      return true
    }
  }

  /// - Returns: whether the event was parked, so that the next one can be seen.
  private func noteFailure(_ error: String) async throws -> Bool {
    let time = now()
    return try await database.write { transaction in
      guard let cursor = try claim(at: time, in: transaction) else { return false }
      let next = try EventLog.read(after: cursor.position, account: nil, limit: 1, in: transaction)
      guard let event = next.first else { return false }
      let failures = cursor.failures + 1
      guard failures >= failuresBeforeParking else {
        try move(to: cursor.position, failures: failures, in: transaction)
        return false
      }
      try transaction.execute(
        """
        INSERT INTO parked_event (consumer, position, parked_at, error)
        VALUES (\(C.name), \(event.position), \(time), \(String(error.prefix(500))))
        ON CONFLICT (consumer, position) DO NOTHING
        """
      )
      try move(to: event.position, failures: 0, in: transaction)
      return true
    }
  }

  private struct Cursor {
    let position: Int64
    let failures: Int64
  }

  /// Takes or renews this node's hold on the cursor, and locks it until the commit.
  private func claim(at time: Timestamp, in transaction: Transaction) throws -> Cursor? {
    try transaction.rows(
      """
      UPDATE consumer SET node = \(node), leased_until = \(time + .seconds(leaseSeconds))
      WHERE name = \(C.name) AND (node IS NULL OR node = \(node) OR leased_until < \(time))
      RETURNING position, failures
      """
    ).first.map { Cursor(position: try $0[0], failures: try $0[1]) }
  }

  private func move(to position: Int64, failures: Int64, in transaction: Transaction) throws {
    try transaction.execute(
      """
      UPDATE consumer SET position = \(position), failures = \(failures) WHERE name = \(C.name)
      """
    )
  }
}

extension DatabaseFailure {
  /// Whether it says nothing about the work itself, which may succeed as it is a little later.
  package var isPassing: Bool {
    switch self {
    case .overloaded, .busy, .unavailable: true
    case .constraint, .statement, .unexpectedValue: false
    }
  }
}
