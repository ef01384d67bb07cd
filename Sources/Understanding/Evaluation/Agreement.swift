/// How far two people's labels agree beyond chance: Krippendorff's alpha for nominal labels
/// (Content Analysis, chapter 11).
package struct Agreement: Sendable {
  private var counts: [[Double]]
  private let categories: Int

  /// Prepares to count labels numbered below `categories`.
  package init(categories: Int) {
    self.categories = categories
    counts = Array(repeating: Array(repeating: 0, count: categories), count: categories)
  }

  /// Counts what two people gave to one text.
  package mutating func count(_ first: Int, _ second: Int) {
    counts[first][second] += 1
    counts[second][first] += 1
  }

  /// 1 for full agreement, 0 for chance; `nil` if all labels are one and the same, or none.
  package var alpha: Double? {
    let totals = counts.map { $0.reduce(0, +) }
    let all = totals.reduce(0, +)
    guard all > 1 else { return nil }
    var observed = 0.0
    var expected = 0.0
    for first in 0..<categories {
      for second in 0..<categories where first != second {
        observed += counts[first][second]
        expected += totals[first] * totals[second] / (all - 1)
      }
    }
    return expected == 0 ? nil : 1 - observed / expected
  }
}
