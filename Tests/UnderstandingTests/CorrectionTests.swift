import Testing

@testable import Understanding

@Suite struct CorrectionTests {
  private func correction(_ label: String, _ hashes: [UInt32]) -> Correction {
    Correction(label: label, isTrue: true, trace: CorrectionTrace(hashes: hashes))
  }

  @Test(arguments: ["boredom", "strength1", "strength3", ""])
  func `a correction of what is no label is refused`(name: String) {
    var corrections = Corrections()
    let isTaken = corrections.add(correction(name, [1, 2]))
    #expect(!isTaken)
    #expect(corrections.isEmpty)
  }

  @Test func `the index finds the share of features that two texts have in common`() {
    var random = SplitMix(seed: 4)
    let corrections = (0..<Corrections.limit).map { number in
      let hashes = (0..<number % 40).map { _ in UInt32(random.next() % 300) }
      return correction(["anger", "slow", "negative"][number % 3], hashes)
    }
    let text = CorrectionTrace(hashes: Array(0..<150))
    let expected = corrections.compactMap { correction in
      let shared = Set(text.hashes).intersection(correction.trace.hashes).count
      let either = Set(text.hashes).union(correction.trace.hashes).count
      return shared == 0 ? nil : Double(shared) / Double(either)
    }
    let found = CorrectionIndex(corrections).likenesses(text.hashes)
    #expect(found.map(\.likeness) == expected)
  }

  @Test func `a change counts in the next reading, and copies keep their own state`() {
    var first = Corrections()
    first.add(correction("anger", [1, 2, 3]))
    #expect(shifted(first)[.anger] ?? 0 > 0.99)
    let copy = first
    first.reset()
    #expect(shifted(first)[.anger] ?? 1 < 0.6)
    #expect(shifted(copy)[.anger] ?? 0 > 0.99)
  }

  /// The emotions of a text with the features 1, 2 and 3 that was in doubt about everything.
  private func shifted(_ corrections: Corrections) -> [Emotion: Double] {
    var guess = Guess(
      messages: Array(repeating: 0.5, count: MessageColumns.count),
      general: Array(repeating: 0, count: GeneralColumns.count),
      calibration: Calibration(count: MessageColumns.count),
      generalCalibration: Calibration(count: GeneralColumns.count),
      language: "en",
      isServiceMessage: true
    )
    var features = FeatureSet()
    features[.words] = [1, 2, 3].map { Feature(hash: $0, token: 0, tokenCount: 1) }
    corrections.shift(&guess, by: features)
    return Reading(guess, language: "en").emotions
  }
}
