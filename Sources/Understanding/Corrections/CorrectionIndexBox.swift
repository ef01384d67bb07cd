import Synchronization

/// The index of one state of an account's corrections, built when the first text is read with it.
///
/// Copies of the same state share it.
final class CorrectionIndexBox: Sendable {
  private let index = Mutex<CorrectionIndex?>(nil)

  /// The index of these corrections, which must be the same in each call.
  func index(of corrections: [Correction]) -> CorrectionIndex {
    index.withLock { index in
      if let index { return index }
      let built = CorrectionIndex(corrections)
      index = built
      return built
    }
  }
}
