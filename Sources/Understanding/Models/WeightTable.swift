/// A linear model with many columns on hashed features, its weights rounded to a byte.
struct WeightTable: Sendable {
  let columnCount: Int
  let tableRows: Int
  let groupScales: [Float]
  let denseScale: Float
  /// What one step of a weight is worth, by column.
  let steps: [Float]
  /// Row after row as in the file.
  let weights: [Int8]
  /// The same with rows filled up to whole vectors.
  private let lanes: [SIMD16<Int8>]
  private let vectorCount: Int
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
    (lanes, vectorCount) = Self.lanes(weights, columnCount: count)
  }

  private static func lanes(
    _ weights: [Int8],
    columnCount: Int
  ) -> (lanes: [SIMD16<Int8>], vectorCount: Int) {
    let vectorCount = (columnCount + 15) / 16
    let rows = weights.count / columnCount
    var lanes = [SIMD16<Int8>](repeating: .zero, count: rows * vectorCount)
    for row in 0..<rows {
      for column in 0..<columnCount {
        lanes[row * vectorCount + column / 16][column % 16] = weights[row * columnCount + column]
      }
    }
    return (lanes, vectorCount)
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
    (lanes, vectorCount) = Self.lanes(weights, columnCount: columnCount)
    self.dense = dense
    self.bias = bias
    self.exclusive = exclusive
  }

  /// The scores of all columns.
  func logits(_ features: FeatureSet, dense inputs: [Float] = []) -> [Float] {
    var logits = bias
    for (group, part) in features.groups.enumerated() where !part.isEmpty {
      let scale = groupScales[group] / Float(part.count).squareRoot()
      for vector in 0..<vectorCount {
        let sums = sums(part, vector)
        for lane in 0..<min(16, columnCount - vector * 16) {
          let column = vector * 16 + lane
          logits[column] += scale * steps[column] * Float(sums[lane])
        }
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
    let weight = lanes[row * vectorCount + column / 16][column % 16]
    return scale * steps[column] * Float(weight)
  }

  /// How many bytes can be added up before 16 bits might overflow.
  private static let safeCount = 256

  /// The sums of 16 columns over features.
  @inline(__always)
  private func sums(_ part: [Feature], _ vector: Int) -> SIMD16<Int32> {
    var sums = SIMD16<Int32>.zero
    var start = 0
    lanes.withUnsafeBufferPointer { lanes in
      part.withUnsafeBufferPointer { part in
        while start < part.count {
          let end = min(start + Self.safeCount, part.count)
          var few = SIMD16<Int16>.zero
          for place in start..<end {
            let row = FeatureHash.row(part[place].hash, of: tableRows)
            few &+= SIMD16<Int16>(truncatingIfNeeded: lanes[row &* vectorCount &+ vector])
          }
          sums &+= SIMD16<Int32>(truncatingIfNeeded: few)
          start = end
        }
      }
    }
    return sums
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
