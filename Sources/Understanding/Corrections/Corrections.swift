/// What one account has corrected; shifts that account's readings at once.
///
/// A correction works in two ways: texts much like the corrected one get its label (the nearest
/// example), and every feature of the text pulls a little in its direction, so that the same
/// mistake in other words becomes rarer. Pure values: the caller stores, exports and resets them.
///
/// The first reading after a change builds an index; then a reading looks each of its features up
/// once, however many corrections there are.
package struct Corrections: Sendable {
  /// The most corrections; the oldest makes room for a new one.
  package static let limit = 500

  /// From this likeness on a corrected text decides.
  private static let sameText = 0.8
  /// Moves any probability to the other end, however sure the reading was.
  static let decisive: Float = 40
  /// How far all features of one correction together push a score.
  private static let push: Float = 3

  /// From the oldest to the newest.
  package private(set) var all: [Correction] = [] {
    didSet { index = CorrectionIndexBox() }
  }

  private var index = CorrectionIndexBox()

  package init() {}

  package var isEmpty: Bool { all.isEmpty }

  /// Adds a correction; one of the same label of the same text is replaced.
  ///
  /// - Returns: `false` if readings have no label of this name.
  @discardableResult
  package mutating func add(_ correction: Correction) -> Bool {
    guard MessageColumns.labels[correction.label] != nil else { return false }
    all.removeAll { $0.label == correction.label && $0.trace == correction.trace }
    all.append(correction)
    if all.count > Self.limit { all.removeFirst() }
    return true
  }

  /// Forgets everything.
  package mutating func reset() { all.removeAll() }

  /// Shifts probabilities towards what was corrected in texts like this one.
  func shift(_ guess: inout Guess, by features: FeatureSet) {
    guard !isEmpty else { return }
    let likenesses = index.index(of: all).likenesses(CorrectionTrace(features).hashes)
    var shifts: [Int: Float] = [:]
    for (column, isTrue, likeness) in likenesses {
      let strength: Float = likeness >= Self.sameText ? Self.decisive : Self.push * Float(likeness)
      shifts[column, default: 0] += isTrue ? strength : -strength
    }
    guess.shift(shifts)
  }
}
