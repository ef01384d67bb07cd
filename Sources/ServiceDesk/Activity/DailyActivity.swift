package import Storage

/// Counts what happened on each day, by kind of event, as it happens: no report scans the log.
package struct DailyActivity: Consumer {
  package static let name = "daily-activity"
  package static let start = ConsumerStart.beginning

  private static let dayMilliseconds: Int64 = 86_400_000

  package init() {}

  package func consume(_ event: NewEvent, in transaction: Transaction) throws {
    try transaction.execute(
      """
      INSERT INTO daily_activity (account_id, day, kind, count)
      VALUES (\(event.account), \(event.at.milliseconds / Self.dayMilliseconds), \(event.kind), 1)
      ON CONFLICT (account_id, day, kind) DO UPDATE SET count = daily_activity.count + 1
      """
    )
  }
}

/// The table of what happened on each day.
package enum ActivitySchema {
  package static let migrations = [
    Migration("2026-11-22-11-activity") { dialect in
      [
        """
        CREATE TABLE daily_activity (
          account_id BIGINT NOT NULL REFERENCES account (id),
          day BIGINT NOT NULL,
          kind TEXT NOT NULL,
          count BIGINT NOT NULL CHECK (count > 0),
          PRIMARY KEY (account_id, day, kind)
        ) \(dialect.clustered)
        """
      ]
    }
  ]
}
