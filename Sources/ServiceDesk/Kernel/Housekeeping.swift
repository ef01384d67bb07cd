package import Storage

/// Removes what has served its time, a little at a time.
package struct Housekeeping: Sendable {
  private static let batch = 1_000
  private static let keysKept = Duration.hours(24)

  private let database: Database
  private let eventsKept: Duration?
  private let now: Now

  /// Events are kept for `eventsKept`; forever where `nil`.
  package init(database: Database, eventsKept: Duration?, now: @escaping Now) {
    self.database = database
    self.eventsKept = eventsKept
    self.now = now
  }

  /// Cleans up now and then every hour, until cancelled.
  package func run() async throws {
    while !Task.isCancelled {
      do {
        try await clean()
        try await Task.sleep(for: .hours(1))
      } catch is DatabaseFailure {
        // Nothing is lost by cleaning up later.
        try await Task.sleep(for: .minutes(1))
      }
    }
  }

  /// Removes all that has served its time by now.
  package func clean() async throws {
    let time = now()
    while try await removeKeys(at: time) == Self.batch {}
    while try await removeSessions(at: time) == Self.batch {}
    while try await removeLinks(at: time) == Self.batch {}
    while try await removeCounts(at: time) == Self.batch {}
    guard let eventsKept else { return }
    while try await prune(before: time - eventsKept) == Self.batch {}
  }

  private func removeKeys(at time: Timestamp) async throws -> Int {
    try await database.write { transaction in
      try transaction.execute(
        """
        DELETE FROM request_key WHERE (account_id, key) IN (
          SELECT account_id, key FROM request_key WHERE created_at < \(time - Self.keysKept)
          ORDER BY created_at LIMIT \(Self.batch)
        )
        """
      )
    }
  }

  private func removeSessions(at time: Timestamp) async throws -> Int {
    try await database.write { transaction in
      try transaction.execute(
        """
        DELETE FROM session WHERE (account_id, id) IN (
          SELECT account_id, id FROM session WHERE expires_at <= \(time)
          ORDER BY expires_at LIMIT \(Self.batch)
        )
        """
      )
    }
  }

  private func removeLinks(at time: Timestamp) async throws -> Int {
    try await database.write { transaction in
      try transaction.execute(
        """
        DELETE FROM access_link WHERE (account_id, id) IN (
          SELECT account_id, id FROM access_link WHERE expires_at <= \(time - .days(1))
          ORDER BY expires_at LIMIT \(Self.batch)
        )
        """
      )
    }
  }

  /// Removes what counted automatic mails that are longer ago than anybody asks for.
  private func removeCounts(at time: Timestamp) async throws -> Int {
    let minute = time.milliseconds / Duration.minutes(1).wholeMilliseconds - LoopBreaker.minutes
    return try await database.write { transaction in
      try transaction.execute(
        """
        DELETE FROM automatic_mail WHERE (account_id, address, minute) IN (
          SELECT account_id, address, minute FROM automatic_mail WHERE minute <= \(minute)
          ORDER BY minute LIMIT \(Self.batch)
        )
        """
      )
    }
  }

  private func prune(before time: Timestamp) async throws -> Int {
    try await database.write {
      try EventLog.prune(before: time, limit: Self.batch, in: $0)
    }
  }
}
