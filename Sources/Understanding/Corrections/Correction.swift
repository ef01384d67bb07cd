/// What somebody has put right in a reading.
package struct Correction: Sendable, Hashable, Codable {
  /// The name of a label (`anger`, `urgent`, `slow`, `negative`).
  package let label: String
  /// Whether the text has the label after all.
  package let isTrue: Bool
  package let trace: CorrectionTrace

  package init(label: String, isTrue: Bool, trace: CorrectionTrace) {
    self.label = label
    self.isTrue = isTrue
    self.trace = trace
  }
}
