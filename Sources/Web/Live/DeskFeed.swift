import NIOCore
import ServiceDesk
import Synchronization

/// What the desks of one account are told live: each thing rendered once for each language, kept
/// for a while, and pulled by as many as follow.
///
/// Followers hold no queue here: each knows its place, and one that has fallen behind what is kept
/// is told to load its page afresh.
final class DeskFeed: Sendable {
  /// Something to be told.
  struct Entry: Sendable {
    /// A client that knows the log up to here does not need it; `nil` for what passes.
    let position: Int64?
    /// By language; each language that anybody followed in by then.
    let frames: [Language: ByteBuffer]

    /// The same for every language.
    init(position: Int64?, frame: [UInt8]) {
      let buffer = ByteBuffer(bytes: frame)
      self.position = position
      frames = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, buffer) })
    }

    init(position: Int64?, frames: [Language: [UInt8]]) {
      self.position = position
      self.frames = frames.mapValues { ByteBuffer(bytes: $0) }
    }
  }

  private struct State {
    /// Numbered in the order of their coming; the last one has the number `last`.
    var entries: [Entry] = []
    var last = 0
    /// The log's end when this was begun, or when something was dropped last.
    var floor: Int64
    var followers: [Language: Int] = [:]
    var lastLeft = ContinuousClock.now
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var lastTicket = 0
    var isClosed = false

    /// The log's position up to which everything has been told.
    var end: Int64 { entries.last { $0.position != nil }?.position ?? floor }
  }

  private static let kept = 1_000

  private let state: Mutex<State>

  /// - Parameter position: the log's end now; what comes after it will be told here.
  init(position: Int64) { state = Mutex(State(floor: position)) }

  /// The languages that anybody follows in.
  var languages: [Language] {
    state.withLock {
      $0.followers.filter { $0.value > 0 }.keys.sorted { $0.rawValue < $1.rawValue }
    }
  }

  var followers: Int { state.withLock { $0.followers.values.reduce(0, +) } }

  /// Since when nobody follows; `nil` while somebody does.
  var emptySince: ContinuousClock.Instant? {
    state.withLock { $0.followers.values.allSatisfy { $0 == 0 } ? $0.lastLeft : nil }
  }

  func enter(_ language: Language) { state.withLock { $0.followers[language, default: 0] += 1 } }

  func leave(_ language: Language) {
    state.withLock { state in
      state.followers[language, default: 1] -= 1
      state.lastLeft = .now
    }
  }

  /// The place from which a client goes on that knows all up to `position`.
  ///
  /// - Returns: `nil` if that is too long ago.
  func place(after position: Int64) -> Int? {
    state.withLock { state in
      guard position >= state.floor else { return nil }
      let first = state.last - state.entries.count
      let known = state.entries.lastIndex { ($0.position ?? .max) <= position }
      // What passes is over for those who were away; what comes later they get in order.
      return first + (known.map { $0 + 1 } ?? 0)
    }
  }

  func append(_ new: [Entry]) {
    guard !new.isEmpty else { return }
    let waiting = state.withLock { state in
      state.entries += new
      state.last += new.count
      if state.entries.count > Self.kept {
        let surplus = state.entries.count - Self.kept
        state.floor = state.entries[..<surplus].compactMap(\.position).last ?? state.floor
        state.entries.removeFirst(surplus)
      }
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Drops everything: whoever follows must load afresh.
  func restart(at position: Int64) {
    let waiting = state.withLock { state in
      state.entries = []
      // One more, so that even who has everything is behind.
      state.last += 1
      state.floor = position
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume() }
  }

  /// What a follower at a place gets next.
  enum Next {
    /// What there is in the language, and the place after it; nothing where all is known.
    case frames(ByteBuffer?, place: Int)
    /// What is kept does not go back so far: all up to the log's position is to be loaded afresh,
    /// and what comes after the place is told.
    case behind(position: Int64, place: Int)
    case closed
  }

  func next(after place: Int, in language: Language) -> Next {
    state.withLock { state in
      guard !state.isClosed else { return .closed }
      let first = state.last - state.entries.count
      guard place >= first else { return .behind(position: state.end, place: state.last) }
      var all: ByteBuffer?
      for entry in state.entries[(place - first)...] {
        guard var frame = entry.frames[language] else {
          return .behind(position: state.end, place: state.last)
        }
        // A single one, as nearly always, is everybody's: nothing is copied.
        if all == nil { all = frame } else { all?.writeBuffer(&frame) }
      }
      return .frames(all, place: state.last)
    }
  }

  /// Returns when there is something after the place, when the feed closes, or when the task is
  /// cancelled.
  func wait(after place: Int) async {
    let ticket = state.withLock { state in
      state.lastTicket += 1
      return state.lastTicket
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let mustWait = state.withLock { state in
          guard state.last <= place, !state.isClosed, !Task.isCancelled else { return false }
          state.waiting[ticket] = continuation
          return true
        }
        if !mustWait { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume()
    }
  }

  func close() {
    let waiting = state.withLock { state in
      state.isClosed = true
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume() }
  }
}
