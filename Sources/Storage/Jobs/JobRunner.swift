package import Logging

/// Does the jobs that are due, a few at a time.
package struct JobRunner: Sendable {
  private let handlers: [String: any JobHandler]
  private let database: Database
  private let now: Now
  private let logger: Logger
  private let lease = Duration.seconds(120)
  private let atOnce = 4

  package init(
    handlers: [any JobHandler],
    database: Database,
    now: @escaping Now,
    logger: Logger
  ) {
    self.handlers = Dictionary(handlers.map { (type(of: $0).kind, $0) }) { first, _ in first }
    self.database = database
    self.now = now
    self.logger = logger
  }

  /// Does what is due and then whatever comes, until cancelled.
  package func run() async throws {
    for await _ in database.bell.rings(of: .jobs) {
      do {
        try await drain()
      } catch let failure as DatabaseFailure {
        // Claimed jobs come back when their lease ends; the next ring tries the rest.
        logger.warning("jobs wait for the database", metadata: ["failure": "\(failure)"])
      }
    }
  }

  /// Does all jobs that are due now.
  package func drain() async throws {
    while try await step() {}
  }

  private func step() async throws -> Bool {
    let time = now()
    // Looked for before anything is claimed, so that an idle program writes nothing.
    guard try await database.read({ try JobQueue.isAnyDue(at: time, in: $0) }) else { return false }
    let jobs = try await database.write { transaction in
      try JobQueue.claim(
        kinds: Array(handlers.keys),
        limit: atOnce,
        lease: lease,
        at: time,
        in: transaction
      )
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for job in jobs { group.addTask { try await perform(job) } }
      try await group.waitForAll()
    }
    return !jobs.isEmpty
  }

  private func perform(_ job: Job) async throws {
    do {
      try await handlers[job.kind]?.perform(job)
      try await database.write { try JobQueue.remove(job, in: $0) }
    } catch {
      let time = now()
      logger.warning(
        "a job failed",
        metadata: [
          "kind": "\(job.kind)", "job": "\(job.id)", "attempts": "\(job.attempts)",
        ]
      )
      try await database.write {
        try JobQueue.postpone(job, error: "\(error)", at: time, in: $0)
      }
    }
  }
}
