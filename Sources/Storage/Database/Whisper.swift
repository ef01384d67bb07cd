import Synchronization

/// A few words for now alone, told to all nodes and kept by none: who types, who looks.
package struct Whisper: Sendable, Hashable {
  /// The most bytes.
  package static let most = 200

  package let text: String

  /// - Returns: `nil` unless `text` is 1 to 200 letters, digits, spaces and `.:-_` of ASCII.
  package init?(_ text: String) {
    guard (1...Self.most).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed) else {
      return nil
    }
    self.text = text
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: " .:-_".utf8.contains(byte)
    }
  }
}

/// Passes whispers on to whoever listens in this process.
///
/// A listener that falls behind misses the oldest: nothing may rest on a whisper.
package final class Whispers: Sendable {
  private struct Listeners {
    var last = 0
    var byNumber: [Int: AsyncStream<Whisper>.Continuation] = [:]
  }

  private static let kept = 1_000

  private let listeners = Mutex(Listeners())

  package init() {}

  package func pass(_ whisper: Whisper) {
    listeners.withLock { listeners in
      for listener in listeners.byNumber.values { listener.yield(whisper) }
    }
  }

  /// What is whispered from now on, until the stream's reader stops or is cancelled.
  package func heard() -> AsyncStream<Whisper> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Whisper.self,
      bufferingPolicy: .bufferingNewest(Self.kept)
    )
    let number = listeners.withLock { listeners in
      listeners.last += 1
      listeners.byNumber[listeners.last] = continuation
      return listeners.last
    }
    continuation.onTermination = { [weak self] _ in
      self?.listeners.withLock { _ = $0.byNumber.removeValue(forKey: number) }
    }
    return stream
  }
}
