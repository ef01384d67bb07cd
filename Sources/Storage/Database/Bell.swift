import Synchronization

/// Wakes whoever waits for news in the database.
///
/// Only a hint: a listener looks for itself at what is there, and rings that come while it looks
/// are folded into one.
package final class Bell: Sendable {
  private struct Listener {
    let signals: Signals
    let continuation: AsyncStream<Void>.Continuation
  }

  private struct Listeners {
    var last = 0
    var byNumber: [Int: Listener] = [:]
  }

  private let listeners = Mutex(Listeners())

  package init() {}

  package func ring(_ signals: Signals) {
    guard !signals.isEmpty else { return }
    listeners.withLock { listeners in
      for listener in listeners.byNumber.values where !listener.signals.isDisjoint(with: signals) {
        listener.continuation.yield()
      }
    }
  }

  /// Rings once at the start and then after each ring of one of `signals`, until the stream's
  /// reader stops or is cancelled.
  package func rings(of signals: Signals) -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self,
      bufferingPolicy: .bufferingNewest(1)
    )
    let number = listeners.withLock { listeners in
      listeners.last += 1
      listeners.byNumber[listeners.last] = Listener(signals: signals, continuation: continuation)
      return listeners.last
    }
    continuation.onTermination = { [weak self] _ in
      self?.listeners.withLock { _ = $0.byNumber.removeValue(forKey: number) }
    }
    continuation.yield()
    return stream
  }
}
