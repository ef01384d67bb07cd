package import Storage
import Synchronization

/// A clock that stands still until a test moves it.
package final class TestClock: Sendable {
  /// 2027-01-15T08:00:00Z; after 2024, where identifiers begin to count.
  package static let start = Timestamp(milliseconds: 1_800_000_000_000)

  private let time = Mutex(TestClock.start)

  package init() {}

  package var now: Timestamp { time.withLock { $0 } }

  package func advance(by duration: Duration) { time.withLock { $0 = $0 + duration } }
}
