/// Work that reaches outside the database, done at least once after its transaction committed.
package struct Job: Sendable, Equatable {
  package let account: Int64
  package let id: Int64
  /// Which handler takes it; never changed once released.
  package let kind: String
  /// Stable over all attempts, for whatever receives the work to tell a repetition; one job of a
  /// kind and key waits at a time.
  package let key: String
  /// What the handler needs, as JSON.
  package let payload: String
  /// What it keeps busy, as one mailbox's server: of one kind and lane only few are done at once.
  package let lane: String
  /// How often it was begun, this time included.
  package let attempts: Int64

  package init(
    account: Int64,
    id: Int64,
    kind: String,
    key: String,
    payload: String,
    lane: String = "",
    attempts: Int64 = 0
  ) {
    self.account = account
    self.id = id
    self.kind = kind
    self.key = key
    self.payload = payload
    self.lane = lane
    self.attempts = attempts
  }
}

/// Does the work of one kind of job.
package protocol JobHandler: Sendable {
  static var kind: String { get }

  /// - Throws: anything, to be tried again later.
  func perform(_ job: Job) async throws

  /// Tells whoever waits for the job that it is dead: it has failed, or its runner was lost, in
  /// each of its attempts.
  func giveUp(_ job: Job) async throws
}

extension JobHandler {
  /// A dead job is kept, and that is all.
  package func giveUp(_ job: Job) async throws {}
}
