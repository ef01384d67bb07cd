/// How a linear model is trained.
struct TrainingOptions: Sendable {
  /// The table has two to this power of rows.
  var tableBits = 16
  var epochs = 8
  /// The step of AdaGrad at the first row.
  var rate: Float = 0.1
  /// The pull of every weight towards 0.
  var decay: Float = 1e-5
  /// How much each group of features counts, by ``FeatureGroup/rawValue``.
  var groupScales: [Float] = [1, 1, 1]
  /// How much the dense inputs count.
  var denseScale: Float = 1
  /// Columns of which exactly one is right; all others stand for themselves.
  var exclusive: [Range<Int>] = []
  var seed: UInt64 = 1
}
