import Synchronization

/// Stemmers for any number of threads, in a fixed number of slots that live as long as the process.
///
/// A libstemmer handle serves one thread at a time. Every handle lies inside a ``Mutex`` that owns
/// it (``Snowball`` cannot be copied out), so the compiler proves that nobody uses it unlocked;
/// libstemmer has no state outside its handles. A lock is held for one word, below a microsecond.
final class SnowballPool: Sendable {
  static let shared = SnowballPool(slotCount: 8)

  private final class Slot: Sendable { let snowball = Mutex(Snowball()) }

  private let slots: [Slot]
  private let fallback = Slot()

  init(slotCount: Int) { slots = (0..<slotCount).map { _ in Slot() } }

  /// Stems in the first free slot; if all are taken, waits for the fallback.
  func stem(_ word: String, as language: Snowball.Language) -> String {
    for slot in slots {
      let stem = slot.snowball.withLockIfAvailable { $0.stem(word, as: language) }
      if let stem { return stem }
    }
    return fallback.snowball.withLock { $0.stem(word, as: language) }
  }
}
