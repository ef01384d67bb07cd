package import Logging

/// Does the jobs that are due, several at a time, few of each lane.
package struct JobRunner: Sendable {
  /// How long a job is held at a time; it is held on until it ends.
  package static let lease = Duration.seconds(120)

  private let handlers: [String: any JobHandler]
  private let database: Database
  private let now: Now
  private let pause: @Sendable (Duration) async throws -> Void
  private let logger: Logger

  /// A runner that has begun nothing yet.
  ///
  /// `pause` waits for so long; it ends early, by an error, when its task is cancelled.
  package init(
    handlers: [any JobHandler],
    database: Database,
    now: @escaping Now,
    logger: Logger,
    pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.handlers = Dictionary(handlers.map { (type(of: $0).kind, $0) }) { first, _ in first }
    self.database = database
    self.now = now
    self.logger = logger
    self.pause = pause
  }

  /// Does what is due and then whatever comes, until cancelled.
  package func run() async throws {
    let window = JobWindow()
    try await withThrowingDiscardingTaskGroup { group in
      for await _ in database.bell.rings(of: .jobs) {
        do {
          while let job = try await begin(in: window) {
            group.addTask {
              await perform(job)
              window.end(job)
              // What its place or its lane kept waiting may begin.
              database.bell.ring(.jobs)
            }
          }
        } catch let failure as DatabaseFailure {
          // The next ring tries again.
          logger.warning("jobs wait for the database", metadata: ["failure": "\(failure)"])
        }
      }
    }
  }

  /// Does all jobs that are due now.
  package func drain() async throws {
    let window = JobWindow()
    try await withThrowingTaskGroup(of: Void.self) { group in
      repeat {
        while let job = try await begin(in: window) {
          group.addTask {
            await perform(job)
            window.end(job)
          }
        }
      } while try await group.next() != nil
    }
  }

  /// - Returns: `nil` if there is nothing to do, or no room to do it.
  private func begin(in window: JobWindow) async throws -> Job? {
    guard let full = window.fullLanes else { return nil }
    let choice = JobQueue.Choice(kinds: Array(handlers.keys), full: full, time: now())
    // Looked for before anything is claimed, so that an idle program writes nothing.
    guard try await database.read({ try JobQueue.isAnyDue(of: choice, in: $0) }) else { return nil }
    let job = try await database.write {
      try JobQueue.claim(of: choice, lease: Self.lease, in: $0)
    }
    if let job { window.begin(job) }
    return job
  }

  private func perform(_ job: Job) async {
    guard let handler = handlers[job.kind] else { return }
    do {
      if job.attempts > JobQueue.mostAttempts { return try await handler.giveUp(job) }
      if try await hasFailed(job, by: handler), job.attempts == JobQueue.mostAttempts {
        try await handler.giveUp(job)
      }
    } catch {
      // It comes back when its lease ends, unless it is dead.
      logger.warning(
        "a job's end could not be noted",
        metadata: ["kind": "\(job.kind)", "job": "\(job.id)", "failure": "\(error)"]
      )
    }
  }

  /// One attempt, and what becomes of the job by it.
  private func hasFailed(_ job: Job, by handler: any JobHandler) async throws -> Bool {
    do {
      async let _ = hold(job)
      try await handler.perform(job)
      try await database.write { try JobQueue.remove(job, in: $0) }
      return false
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
      return true
    }
  }

  /// Renews the job's lease until cancelled: a mail server may take longer than one lasts, and
  /// another node would do the job a second time.
  private func hold(_ job: Job) async {
    // The pause ends by an error once the job has ended.
    while (try? await pause(Self.lease / 3)) != nil {
      let end = now() + Self.lease
      // Two more come before the lease ends.
      try? await database.write { try JobQueue.renew(job, until: end, in: $0) }
    }
  }
}
