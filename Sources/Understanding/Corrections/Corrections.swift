/// What one account has corrected; shifts that account's readings at once.
///
/// A correction works in two ways: texts much like the corrected one get its label (the nearest
/// example), and every feature of the text pulls a little in its direction, so that the same
/// mistake in other words becomes rarer. Pure values: the caller stores, exports and resets them.
package struct Corrections: Sendable, Hashable, Codable {
  /// The most corrections; the oldest makes room for a new one.
  package static let limit = 500

  /// From this likeness on a corrected text decides.
  private static let sameText = 0.8
  /// Moves any probability to the other end, however sure the reading was.
  static let decisive: Float = 40
  /// How far all features of one correction together push a score.
  private static let push: Float = 3

  /// From the oldest to the newest.
  package private(set) var all: [Correction] = []

  package init() {}

  package var isEmpty: Bool { all.isEmpty }

  /// Adds a correction; one of the same label of the same text is replaced.
  ///
  /// - Returns: `false` if there is no label of this name.
  @discardableResult
  package mutating func add(_ correction: Correction) -> Bool {
    guard MessageColumns.names.contains(correction.label) else { return false }
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
    let hashes = Set(CorrectionTrace(features).hashes)
    guard !hashes.isEmpty else { return }
    var shifts: [Int: Float] = [:]
    for correction in all {
      guard let column = MessageColumns.names.firstIndex(of: correction.label) else { continue }
      let shared = correction.trace.hashes.count { hashes.contains($0) }
      let either = hashes.count + correction.trace.hashes.count - shared
      let likeness = either == 0 ? 0 : Double(shared) / Double(either)
      let sign: Float = correction.isTrue ? 1 : -1
      let strength: Float = likeness >= Self.sameText ? Self.decisive : Self.push * Float(likeness)
      shifts[column, default: 0] += sign * strength
    }
    guess.shift(shifts)
  }
}
