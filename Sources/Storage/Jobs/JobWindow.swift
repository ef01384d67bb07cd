import Synchronization

/// Which jobs a runner does at once: so few of one lane that one slow server stops nobody else.
final class JobWindow: Sendable {
  /// Of all lanes together.
  static let most = 16
  static let mostOfLane = 2

  private let busy = Mutex<[JobLane: Int]>([:])

  /// The lanes in which no more can be begun; `nil` if none can be begun in any.
  var fullLanes: [JobLane]? {
    busy.withLock { busy in
      guard busy.values.reduce(0, +) < Self.most else { return nil }
      return busy.filter { $0.value >= Self.mostOfLane }.map(\.key)
    }
  }

  func begin(_ job: Job) { busy.withLock { $0[JobLane(job), default: 0] += 1 } }

  func end(_ job: Job) {
    busy.withLock { busy in
      let left = (busy[JobLane(job)] ?? 0) - 1
      busy[JobLane(job)] = left > 0 ? left : nil
    }
  }
}

/// What several jobs of one kind keep busy.
struct JobLane: Hashable {
  let kind: String
  let name: String

  init(_ job: Job) {
    kind = job.kind
    name = job.lane
  }
}
