/// A trained model before its weights are rounded.
struct FloatTable: Sendable {
  let columnCount: Int
  /// Columns in memory: ``columnCount`` rounded up to a multiple of 8.
  let width: Int
  let groupScales: [Float]
  let denseScale: Float
  /// Row after row, one for each value of the hash.
  let weights: [Float]
  let dense: [Float]
  let bias: [Float]
}
