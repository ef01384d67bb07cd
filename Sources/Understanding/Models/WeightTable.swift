/// A linear model with many columns on hashed features, its weights rounded to a byte.
struct WeightTable: Sendable {
  let columnCount: Int
  let tableRows: Int
  let groupScales: [Float]
  let denseScale: Float
  /// What one step of a weight is worth, by column.
  let steps: [Float]
  let weights: [Int8]
  let dense: [Float]
  let bias: [Float]
  let exclusive: [Range<Int>]

  var denseCount: Int { dense.count / columnCount }

  /// Rounds a trained model's weights.
  ///
  /// The largest one in a hundred thousand weights are cut off, which gives all others finer steps.
  init(rounding table: FloatTable) {
    columnCount = table.columnCount
    tableRows = table.options.tableRows
    groupScales = table.options.groupScales
    denseScale = table.options.denseScale
    dense = table.dense
    bias = table.bias
    exclusive = table.options.exclusive
    let count = table.columnCount
    var steps = [Float](repeating: 1, count: count)
    var weights = [Int8](repeating: 0, count: table.weights.count)
    for column in 0..<count {
      let places = stride(from: column, to: table.weights.count, by: count)
      let sizes = places.map { abs(table.weights[$0]) }.sorted()
      let largest = sizes[sizes.count - 1 - sizes.count / 100_000]
      steps[column] = max(largest, 1e-6) / 127
      for place in places {
        let rounded = (table.weights[place] / steps[column]).rounded()
        weights[place] = Int8(max(-127, min(127, rounded)))
      }
    }
    self.steps = steps
    self.weights = weights
  }

  init(
    columnCount: Int,
    tableRows: Int,
    groupScales: [Float],
    denseScale: Float,
    steps: [Float],
    weights: [Int8],
    dense: [Float],
    bias: [Float],
    exclusive: [Range<Int>]
  ) {
    self.columnCount = columnCount
    self.tableRows = tableRows
    self.groupScales = groupScales
    self.denseScale = denseScale
    self.steps = steps
    self.weights = weights
    self.dense = dense
    self.bias = bias
    self.exclusive = exclusive
  }

  /// The scores of all columns.
  func logits(_ features: FeatureSet, dense inputs: [Float] = []) -> [Float] {
    var logits = bias
    var sums = [Int32](repeating: 0, count: columnCount)
    for (group, part) in features.groups.enumerated() where !part.isEmpty {
      add(part, &sums)
      let scale = groupScales[group] / Float(part.count).squareRoot()
      for column in 0..<columnCount {
        logits[column] += scale * steps[column] * Float(sums[column])
        sums[column] = 0
      }
    }
    for (input, value) in inputs.prefix(denseCount).enumerated() {
      for column in 0..<columnCount {
        logits[column] += value * denseScale * dense[input * columnCount + column]
      }
    }
    return logits
  }

  /// The probabilities of all columns.
  func probabilities(_ features: FeatureSet, dense inputs: [Float] = []) -> [Float] {
    var values = logits(features, dense: inputs)
    Probability.fromLogits(&values, exclusive: exclusive)
    return values
  }

  /// What one feature adds to the score of a column.
  func contribution(_ feature: Feature, _ group: Int, _ count: Int, to column: Int) -> Float {
    let row = FeatureHash.row(feature.hash, of: tableRows)
    let scale = groupScales[group] / Float(count).squareRoot()
    return scale * steps[column] * Float(weights[row * columnCount + column])
  }

  private func add(_ part: [Feature], _ sums: inout [Int32]) {
    let (width, rows) = (columnCount, tableRows)
    weights.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for feature in part {
          let start = FeatureHash.row(feature.hash, of: rows) &* width
          for column in 0..<width { sums[column] &+= Int32(weights[start &+ column]) }
        }
      }
    }
  }

  /// The probabilities of all columns for a row of training.
  func probabilities(_ row: TrainingRow) -> [Float] {
    var logits = bias
    for (group, part) in row.parts.enumerated() where !part.isEmpty {
      let scale = groupScales[group] / Float(part.count).squareRoot()
      for hash in part {
        let start = FeatureHash.row(hash, of: tableRows) * columnCount
        for column in 0..<columnCount {
          logits[column] += scale * steps[column] * Float(weights[start + column])
        }
      }
    }
    for (input, value) in row.dense.prefix(denseCount).enumerated() {
      for column in 0..<columnCount {
        logits[column] += value * denseScale * dense[input * columnCount + column]
      }
    }
    Probability.fromLogits(&logits, exclusive: exclusive)
    return logits
  }
}
