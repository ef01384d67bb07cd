import Synchronization

/// Hints to and from other nodes: what is to be told, and who wants to hear.
///
/// Telling takes no time and never fails: what comes while the last hint is on its way, or while
/// the server cannot be reached, is folded into one.
final class PostgresHints: Sendable {
  private struct State {
    var pending: Signals = []
    /// The oldest first.
    var whispers: [Whisper] = []
    var isStarted = false
    var isClosed = false
    var last = 0
    var listeners: [Int: Listener] = [:]
  }

  private struct Listener {
    let bell: Bell
    let whispers: Whispers
    let end: AsyncStream<Void>.Continuation
  }

  /// While the server cannot be reached, older whispers make room for newer ones.
  private static let mostWhispers = 1_000

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

  /// Tells the whisper to the other nodes; of the same ones that wait, one is enough.
  func tell(_ whisper: Whisper) {
    let mayTell = state.withLock { state in
      guard !state.isClosed else { return false }
      if !state.whispers.contains(whisper) { state.whispers.append(whisper) }
      if state.whispers.count > Self.mostWhispers { state.whispers.removeFirst() }
      return true
    }
    guard mayTell else { return }
    start()
    wake.ring()
  }

  /// Rings `bell` and passes on whispers until cancelled or closed.
  func listen(ringing bell: Bell, passing whispers: Whispers) async {
    let (stream, end) = AsyncStream.makeStream(of: Void.self)
    let number = state.withLock { state -> Int? in
      guard !state.isClosed else { return nil }
      state.last += 1
      state.listeners[state.last] = Listener(bell: bell, whispers: whispers, end: end)
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

  var hasPending: Bool { state.withLock { !$0.pending.isEmpty || !$0.whispers.isEmpty } }

  /// Takes what is to be told.
  func takePending() -> [PostgresHint.Content] {
    state.withLock { state in
      defer { (state.pending, state.whispers) = ([], []) }
      let signals = state.pending.isEmpty ? [] : [PostgresHint.Content.signals(state.pending)]
      return signals + state.whispers.map { .whisper($0) }
    }
  }

  /// Puts back what could not be told; whispers are over by then.
  func putBack(_ contents: [PostgresHint.Content]) {
    state.withLock { state in
      for case .signals(let signals) in contents { state.pending.formUnion(signals) }
    }
  }

  /// Passes on what another node has told.
  func hear(_ content: PostgresHint.Content) {
    let listeners = state.withLock { Array($0.listeners.values) }
    for listener in listeners {
      switch content {
      case .signals(let signals): listener.bell.ring(signals)
      case .whisper(let whisper): listener.whispers.pass(whisper)
      }
    }
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
