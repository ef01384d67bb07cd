/// How far everything is that works behind the requests.
package struct QueueReport: Sendable {
  package struct Cursor: Sendable {
    package let name: String
    package let position: Int64
  }

  /// The position of the newest event.
  package let head: Int64
  package let consumers: [Cursor]
  package let parkedEvents: Int
  package let waitingJobs: Int
  package let deadJobs: Int
  package let timers: Int

  package init(in transaction: Transaction) throws {
    func count(_ rows: SQL) throws -> Int {
      try transaction.rows("SELECT COUNT(*) FROM \(rows)").first.map { try $0[0] } ?? 0
    }
    head = try EventLog.head(in: transaction)
    consumers = try transaction.rows("SELECT name, position FROM consumer ORDER BY name LIMIT 100")
      .map { Cursor(name: try $0[0], position: try $0[1]) }
    parkedEvents = try count("parked_event")
    waitingJobs = try count("job WHERE state = 'waiting'")
    deadJobs = try count("job WHERE state = 'dead'")
    timers = try count("timer")
  }
}
