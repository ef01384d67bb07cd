/// A span of a text that carried a reading.
package struct Evidence: Sendable, Hashable {
  /// The first scalar and the one after the last, counted in Unicode scalars of the text.
  package let start: Int
  package let end: Int
  /// The share of all that spoke for the reading, from 0 to 1.
  package let weight: Double

  package init(start: Int, end: Int, weight: Double) {
    self.start = start
    self.end = end
    self.weight = weight
  }
}
