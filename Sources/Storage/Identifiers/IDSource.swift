import Synchronization

/// Makes identifiers: 64-bit, ordered by time, unique over all nodes.
///
/// 41 bits of milliseconds since 2024, 10 bits of node number, 12 bits of count. It never goes
/// backwards when the clock does, and stops when the lease of its node number has run out.
package final class IDSource: Sendable {
  // 2024-01-01T00:00:00Z, so that the 41 bits last until 2093.
  private static let epoch: Int64 = 1_704_067_200_000

  private struct State {
    var millisecond: Int64
    // An earlier holder may have used up the floor's whole millisecond.
    var count: Int64 = 4_095
    var validUntil: Timestamp
  }

  package let node: Int64
  private let now: Now
  private let state: Mutex<State>

  /// Makes identifiers for a `node` from 0 to 1023 that is held by no one else `validUntil` then,
  /// unless extended, and only after the `floor`, where an earlier holder stopped.
  package init(node: Int64, floor: Timestamp, validUntil: Timestamp, now: @escaping Now) {
    self.node = node
    self.now = now
    state = Mutex(State(millisecond: floor.milliseconds, validUntil: validUntil))
  }

  /// - Throws: ``IDFailure/leaseExpired`` if the node number may be somebody else's by now.
  package func next() throws -> Int64 {
    let time = now()
    return try state.withLock { state in
      if time.milliseconds > state.millisecond {
        state.millisecond = time.milliseconds
        state.count = 0
      } else if state.count < 4_095 {
        state.count += 1
      } else {
        state.millisecond += 1
        state.count = 0
      }
      guard max(time.milliseconds, state.millisecond) < state.validUntil.milliseconds else {
        throw IDFailure.leaseExpired
      }
      return (state.millisecond - Self.epoch) << 22 | node << 12 | state.count
    }
  }

  /// The last time for which an identifier may have been made.
  var lastUsed: Timestamp { state.withLock { Timestamp(milliseconds: $0.millisecond) } }

  func extend(until time: Timestamp) { state.withLock { $0.validUntil = time } }
}

/// Why no identifier was made.
package enum IDFailure: Error, Equatable {
  case leaseExpired
  /// All 1,024 node numbers are held.
  case noFreeNode
}
