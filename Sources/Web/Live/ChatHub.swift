import ServiceDesk
import Synchronization

/// Brings what passes, such as that somebody types, to the visitors of a conversation.
final class ChatHub: Sendable {
  private struct State {
    var boxes: [ID<Conversation>: [ObjectIdentifier: ChatInlet]] = [:]
    var followers = 0
  }

  private let state = Mutex(State())

  var followers: Int { state.withLock { $0.followers } }

  func enter(_ box: ChatInlet, in conversations: Set<ID<Conversation>>) {
    state.withLock { state in
      state.followers += 1
      for conversation in conversations {
        state.boxes[conversation, default: [:]][ObjectIdentifier(box)] = box
      }
    }
  }

  func leave(_ box: ChatInlet, in conversations: Set<ID<Conversation>>) {
    state.withLock { state in
      state.followers -= 1
      for conversation in conversations {
        state.boxes[conversation]?[ObjectIdentifier(box)] = nil
        if state.boxes[conversation]?.isEmpty ?? false { state.boxes[conversation] = nil }
      }
    }
  }

  /// Whether anybody would hear it.
  func isFollowed(_ conversation: ID<Conversation>) -> Bool {
    state.withLock { $0.boxes[conversation] != nil }
  }

  func send(_ event: ServerSentEvent, to conversation: ID<Conversation>) {
    let boxes = state.withLock { Array(($0.boxes[conversation] ?? [:]).values) }
    for box in boxes { box.put(event.bytes) }
  }
}

/// What waits for one visitor; what does not fit is lost, since it passes anyway.
final class ChatInlet: Sendable {
  private struct State {
    var bytes: [UInt8] = []
    var waiting: CheckedContinuation<Void, Never>?
  }

  private static let mostBytes = 16_384

  private let state = Mutex(State())

  func put(_ bytes: [UInt8]) {
    let waiting = state.withLock { state in
      if state.bytes.count + bytes.count <= Self.mostBytes { state.bytes += bytes }
      defer { state.waiting = nil }
      return state.waiting
    }
    waiting?.resume()
  }

  func take() -> [UInt8] {
    state.withLock { state in
      defer { state.bytes = [] }
      return state.bytes
    }
  }

  /// Returns when something lies here, or when the task is cancelled; for one reader.
  func wait() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let mustWait = state.withLock { state in
          guard state.bytes.isEmpty, !Task.isCancelled else { return false }
          state.waiting = continuation
          return true
        }
        if !mustWait { continuation.resume() }
      }
    } onCancel: {
      let waiting = state.withLock { state in
        defer { state.waiting = nil }
        return state.waiting
      }
      waiting?.resume()
    }
  }
}
