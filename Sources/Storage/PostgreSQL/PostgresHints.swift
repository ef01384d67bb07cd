import Synchronization

/// Hints to and from other nodes: what is to be told, and who wants to hear.
///
/// Telling takes no time and never fails: what comes while the last hint is on its way, or while
/// the server cannot be reached, is folded into one.
final class PostgresHints: Sendable {
  private struct State {
    var pending: Signals = []
    var isStarted = false
    var isClosed = false
    var last = 0
    var listeners: [Int: Listener] = [:]
  }

  private struct Listener {
    let bell: Bell
    let end: AsyncStream<Void>.Continuation
  }

  let wake: PostgresWake
  let sender = UInt64.random(in: .min ... .max)
  private let settings: PostgresSettings
  private let threads: PostgresThreads
  private let state = Mutex(State())

  init(_ settings: PostgresSettings, threads: PostgresThreads, wake: PostgresWake) {
    self.settings = settings
    self.threads = threads
    self.wake = wake
  }

  /// Tells the signals to the other nodes, but that events wait for a position: only this node's
  /// sequencer looks at that.
  func tell(_ signals: Signals) {
    let signals = signals.subtracting(.appended)
    guard !signals.isEmpty else { return }
    let mayTell = state.withLock { state in
      guard !state.isClosed else { return false }
      state.pending.formUnion(signals)
      return true
    }
    guard mayTell else { return }
    start()
    wake.ring()
  }

  /// Rings `bell` until cancelled or closed.
  func listen(ringing bell: Bell) async {
    let (stream, end) = AsyncStream.makeStream(of: Void.self)
    let number = state.withLock { state -> Int? in
      guard !state.isClosed else { return nil }
      state.last += 1
      state.listeners[state.last] = Listener(bell: bell, end: end)
      return state.last
    }
    guard let number else { return }
    start()
    for await _ in stream {}
    state.withLock { _ = $0.listeners.removeValue(forKey: number) }
  }

  /// Ends all listening; what is still to be told is tried once more.
  func close() {
    let listeners = state.withLock { state in
      state.isClosed = true
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.end.finish() }
    wake.ring()
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  var hasPending: Bool { state.withLock { !$0.pending.isEmpty } }

  /// Takes what is to be told.
  func takePending() -> Signals {
    state.withLock { state in
      defer { state.pending = [] }
      return state.pending
    }
  }

  /// Puts back what could not be told.
  func putBack(_ signals: Signals) { state.withLock { $0.pending.formUnion(signals) } }

  func ring(_ signals: Signals) {
    let bells = state.withLock { $0.listeners.values.map(\.bell) }
    for bell in bells { bell.ring(signals) }
  }

  /// Starts the thread at the first use: many engines, as a command line's, never need it.
  private func start() {
    let wasStarted = state.withLock { state in
      defer { state.isStarted = true }
      return state.isStarted
    }
    guard !wasStarted else { return }
    threads.start("rapport hints") { [self] in
      PostgresHintsLoop(hints: self, settings: settings).run()
    }
  }
}
