import Synchronization

/// Bounds how many bytes of large mails are in memory at a time, of all mailboxes together; who
/// comes first is served first.
final class ByteBudget: Sendable {
  private struct Waiter {
    let id: Int
    let bytes: Int
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var taken = 0
    var lastID = 0
    var waiters: [Waiter] = []
  }

  private let most: Int
  private let free: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - most: In bytes; what is larger by itself has it alone.
  ///   - free: Up to so many bytes nothing is counted, so that small mails wait for no large one.
  init(most: Int, free: Int) {
    self.most = most
    self.free = free
  }

  /// How many wait for room.
  var waiting: Int { state.withLock { $0.waiters.count } }

  /// Waits until there is room; each is to be given back.
  ///
  /// - Throws: `CancellationError`.
  func take(_ bytes: Int) async throws {
    guard bytes > free else { return }
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let waiter = Waiter(id: id, bytes: min(bytes, most), continuation: continuation)
        serve { state in
          guard !Task.isCancelled else { return waiter }
          state.waiters.append(waiter)
          return nil
        }
      }
    } onCancel: {
      serve { state in
        guard let index = state.waiters.firstIndex(where: { $0.id == id }) else { return nil }
        return state.waiters.remove(at: index)
      }
    }
  }

  func give(_ bytes: Int) {
    guard bytes > free else { return }
    serve { [most] state in
      state.taken -= min(bytes, most)
      return nil
    }
  }

  /// Changes the state and lets go on whoever can.
  ///
  /// - Parameter change: Returns who waits no more, because it was cancelled.
  private func serve(_ change: (inout State) -> Waiter?) {
    let (gone, next) = state.withLock { [most] state -> (Waiter?, [Waiter]) in
      let gone = change(&state)
      var next: [Waiter] = []
      while let waiter = state.waiters.first, state.taken + waiter.bytes <= most {
        state.taken += waiter.bytes
        next.append(state.waiters.removeFirst())
      }
      return (gone, next)
    }
    gone?.continuation.resume(throwing: CancellationError())
    for waiter in next { waiter.continuation.resume() }
  }
}
