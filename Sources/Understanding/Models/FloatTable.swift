/// A trained model before its weights are rounded.
struct FloatTable: Sendable {
  let columnCount: Int
  let options: TrainingOptions
  /// Row after row, one for each value of the hash.
  let weights: [Float]
  let dense: [Float]
  let bias: [Float]
}
