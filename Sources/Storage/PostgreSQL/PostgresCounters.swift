import Synchronization

/// How busy the engine is; counted by callers and sessions' threads alike.
final class PostgresCounters: Sendable {
  /// Whether a transaction may write.
  enum Kind: Sendable { case write, read }

  private let counted = Mutex(EngineStatistics())

  var statistics: EngineStatistics { counted.withLock { $0 } }

  func queued(_ kind: Kind) { count { $0.change(kind, by: 1) } }

  /// A caller was turned away after it had been counted as queued.
  func refused(_ kind: Kind, _ failure: DatabaseFailure) {
    count { statistics in
      statistics.change(kind, by: -1)
      if case .overloaded = failure { statistics.refusals += 1 }
    }
  }

  func answered(_ kind: Kind) {
    count { statistics in
      statistics.change(kind, by: -1)
      switch kind {
      case .write: statistics.writes += 1
      case .read: statistics.reads += 1
      }
    }
  }

  func committed() { count { $0.commits += 1 } }

  func ranAgain() { count { $0.reruns += 1 } }

  private func count(_ change: (inout EngineStatistics) -> Void) {
    counted.withLock { change(&$0) }
  }
}

extension EngineStatistics {
  fileprivate mutating func change(_ kind: PostgresCounters.Kind, by difference: Int) {
    switch kind {
    case .write: queuedWrites += difference
    case .read: queuedReads += difference
    }
  }
}
