import Dispatch
import Foundation
import Synchronization

/// A thread of its own for an actor whose calls wait for the network.
///
/// As the actor's executor it runs the actor's work in order, and holds up no other task. Its owner
/// ends it; the thread lives on until what was asked before is done.
final class BlockingThread: SerialExecutor {
  private struct State {
    var waiting: [UnownedJob] = []
    var isEnded = false
  }

  private let state = Mutex(State())

  /// Counts what waits, and the end.
  private let available = DispatchSemaphore(value: 0)

  /// Starts the thread; Linux shows the first fifteen bytes of its name.
  init(name: String) {
    Thread.detachNewThread { [self] in
      // From within: on Linux a name given from outside stays with Foundation.
      Thread.current.name = name
      while let job = next() { job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.waiting.append(job) }
    available.signal()
  }

  /// Lets the thread end after what waits already.
  func end() {
    state.withLock { $0.isEnded = true }
    available.signal()
  }

  /// Waits for work; `nil` once the thread is to end and nothing waits.
  private func next() -> UnownedJob? {
    while true {
      available.wait()
      let (job, isEnded) = state.withLock { state in
        // Moving the rest up costs little: an actor's callers are few.
        (state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.isEnded)
      }
      if job != nil || isEnded { return job }
    }
  }
}
