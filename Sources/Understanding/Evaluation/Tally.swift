/// How often a label was given rightly and wrongly.
package struct Tally: Sendable, Hashable {
  package private(set) var hits = 0
  package private(set) var falseAlarms = 0
  package private(set) var misses = 0

  package init() {}

  package mutating func count(given: Bool, true isTrue: Bool) {
    switch (given, isTrue) {
    case (true, true): hits += 1
    case (true, false): falseAlarms += 1
    case (false, true): misses += 1
    case (false, false): break
    }
  }

  package static func += (sum: inout Tally, other: Tally) {
    sum.hits += other.hits
    sum.falseAlarms += other.falseAlarms
    sum.misses += other.misses
  }

  /// How many texts truly have the label.
  package var support: Int { hits + misses }

  package var precision: Double { Self.ratio(hits, hits + falseAlarms) }

  package var recall: Double { Self.ratio(hits, hits + misses) }

  /// The harmonic mean of precision and recall; 0 where neither is defined.
  package var f1: Double { Self.ratio(2 * hits, 2 * hits + falseAlarms + misses) }

  private static func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
