import Foundation
import Synchronization

/// When messages arrived at the desks.
final class Arrivals: Sendable {
  private struct State {
    var ready = 0
    /// In microseconds.
    var times: [UInt32] = []
  }

  private let state = Mutex(State())

  var ready: Int { state.withLock { $0.ready } }
  var count: Int { state.withLock { $0.times.count } }

  func noteReady() { state.withLock { $0.ready += 1 } }

  func note(_ nanoseconds: UInt64) {
    state.withLock { $0.times.append(UInt32(clamping: nanoseconds / 1_000)) }
  }

  /// As one line of JSON, times in milliseconds.
  func report(expected: Int, accepted: Int, sent: Int) -> String {
    let times = state.withLock { $0.times.sorted() }
    func percentile(_ percent: Int) -> Double {
      times.isEmpty ? 0 : Double(times[min(times.count * percent / 100, times.count - 1)]) / 1_000
    }
    return """
      {"sent":\(sent),"accepted":\(accepted),"expected":\(expected),"arrived":\(times.count),\
      "p50":\(percentile(50)),"p99":\(percentile(99)),"most":\(percentile(100))}
      """
  }
}
