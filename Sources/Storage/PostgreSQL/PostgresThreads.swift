import Foundation
import Synchronization

/// The threads on which libpq's blocking calls run.
final class PostgresThreads: Sendable {
  private struct State {
    var running = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  /// Starts a thread; Linux shows the first fifteen bytes of its name.
  func start(_ name: String, _ body: @escaping @Sendable () -> Void) {
    state.withLock { $0.running += 1 }
    Thread.detachNewThread { [self] in
      // From within: on Linux a name given from outside stays with Foundation.
      Thread.current.name = name
      body()
      ended()
    }
  }

  /// Returns once all threads have come to their end.
  func join() async {
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        guard state.running > 0 else { return true }
        state.waiting.append(continuation)
        return false
      }
      if isOver { continuation.resume() }
    }
  }

  private func ended() {
    let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      state.running -= 1
      guard state.running == 0 else { return [] }
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}
