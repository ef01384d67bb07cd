/// How a linear model is trained.
struct TrainingOptions: Sendable {
  /// How many rows the table has, among which the features are spread by their hashes.
  var tableRows = 65_536
  var epochs = 8
  /// The size of the first step.
  var rate: Float = 0.1
  /// How much each group of features counts, by ``FeatureGroup/rawValue``.
  var groupScales: [Float] = [1, 1, 1]
  /// How much the dense inputs count.
  var denseScale: Float = 1
  /// Columns of which exactly one is right; all others stand for themselves.
  var exclusive: [Range<Int>] = []
  /// The share of a text's features that is left out, others each time it is learned from, so that
  /// no few words decide alone (Srivastava and others, JMLR 2014).
  var dropout: Float = 0
  var seed: UInt64 = 1

  /// What each feature of a group counts in a text that has `count` of them.
  func scale(_ group: Int, _ count: Int) -> Float { groupScales[group] / Float(count).squareRoot() }
}
