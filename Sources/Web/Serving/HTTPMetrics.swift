import Synchronization

/// Counts requests by route and status, and how long they took.
package final class HTTPMetrics: Sendable {
  /// The upper bounds of the histogram, in seconds.
  static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  struct Route: Hashable, Comparable {
    let method: String
    let path: String
    let status: Int

    static func < (a: Route, b: Route) -> Bool {
      (a.path, a.method, a.status) < (b.path, b.method, b.status)
    }
  }

  struct Times {
    var count = 0
    var seconds = 0.0
    var buckets = [Int](repeating: 0, count: HTTPMetrics.bounds.count)

    mutating func note(_ seconds: Double) {
      count += 1
      self.seconds += seconds
      for (index, bound) in HTTPMetrics.bounds.enumerated() where seconds <= bound {
        buckets[index] += 1
      }
    }
  }

  // The routes are a fixed list, so the table is bounded.
  private let times = Mutex<[Route: Times]>([:])
  private let active = Atomic(0)

  package init() {}

  /// How many requests have begun and are not answered yet; an answer that streams has its head.
  var activeRequests: Int { active.load(ordering: .relaxed) }

  func begin() { active.add(1, ordering: .relaxed) }

  func end() { active.subtract(1, ordering: .relaxed) }

  func note(_ route: Route, took duration: Duration) {
    let seconds =
      Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    times.withLock { $0[route, default: Times()].note(seconds) }
  }

  var snapshot: [(Route, Times)] {
    times.withLock { $0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
