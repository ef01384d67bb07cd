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
      for first in stride(from: 0, to: vectorCount, by: Self.vectorsAtOnce) {
        let sums = sums(part, from: first)
        add(sums.0, scale, first, to: &logits)
        add(sums.1, scale, first + 1, to: &logits)
        add(sums.2, scale, first + 2, to: &logits)
        add(sums.3, scale, first + 3, to: &logits)
        add(sums.4, scale, first + 4, to: &logits)
      }
    }
    addDense(inputs, to: &logits)
    return logits
  }

  /// Adds one vector's sums, if the table has so many.
  @inline(__always)
  private func add(
    _ sum: SIMD16<Int32>,
    _ scale: Float,
    _ vector: Int,
    to logits: inout [Float]
  ) {
    let start = vector * 16
    for column in start..<max(start, min(start + 16, columnCount)) {
      logits[column] += scale * steps[column] * Float(sum[column - start])
    }
  }

  private func addDense(_ inputs: [Float], to logits: inout [Float]) {
    for (input, value) in inputs.prefix(denseCount).enumerated() {
      let (scaled, start) = (value * denseScale, input * columnCount)
      for column in logits.indices { logits[column] += scaled * dense[start + column] }
    }
  }

  /// The probabilities of all columns.
  func probabilities(_ features: FeatureSet, dense inputs: [Float] = []) -> [Float] {
    var values = logits(features, dense: inputs)
    Probability.fromLogits(&values, exclusive: exclusive)
    return values
  }

  /// What one step of a feature's weight adds to the score of a column in a group of so many.
  func scale(_ group: Int, _ count: Int, _ column: Int) -> Float {
    groupScales[group] / Float(max(1, count)).squareRoot() * steps[column]
  }

  /// The weight of a feature in a column, in steps.
  @inline(__always)
  func weight(_ feature: Feature, _ column: Int) -> Int8 {
    let row = FeatureHash.row(feature.hash, of: tableRows)
    return lanes[row * vectorCount + column / 16][column % 16]
  }

  /// How many features are added up at once: 256 bytes could overflow 16 bits, and the rows of 64
  /// stay in the nearest cache.
  private static let batch = 64

  /// How many vectors of a row are added up in one pass, as each row is far away in memory.
  private static let vectorsAtOnce = 5

  private typealias Sums = (
    SIMD16<Int32>, SIMD16<Int32>, SIMD16<Int32>, SIMD16<Int32>, SIMD16<Int32>
  )

  /// The sums over features of up to five vectors of columns, from the `first` on.
  private func sums(_ part: [Feature], from first: Int) -> Sums {
    var sums: Sums = (.zero, .zero, .zero, .zero, .zero)
    let vectors = min(Self.vectorsAtOnce, vectorCount - first)
    lanes.withUnsafeBufferPointer { lanes in
      part.withUnsafeBufferPointer { part in
        var touched: Int8 = 0
        for start in stride(from: 0, to: part.count, by: Self.batch) {
          let few = part[start..<min(start + Self.batch, part.count)]
          touched |= touch(few, lanes, first, vectors)
          add(few, lanes, first, vectors, &sums)
        }
        // Never so; without a use the compiler would leave the reads out.
        if tableRows < 0, touched != 0 { sums.0 = .zero }
      }
    }
    return sums
  }

  /// Reads the two ends of each feature's row and nothing else.
  ///
  /// As the reads do not wait for one another, the rows arrive together, and what adds them up
  /// afterwards finds them near.
  @inline(__always)
  private func touch(
    _ part: Slice<UnsafeBufferPointer<Feature>>,
    _ lanes: UnsafeBufferPointer<SIMD16<Int8>>,
    _ first: Int,
    _ vectors: Int
  ) -> Int8 {
    guard let base = lanes.baseAddress else { return 0 }
    var touched: Int8 = 0
    for feature in part {
      let row = base + (FeatureHash.row(feature.hash, of: tableRows) &* vectorCount &+ first)
      touched |= row[0][0] | row[vectors - 1][15]
    }
    return touched
  }

  /// Adds up few enough features for 16 bits.
  ///
  /// Without checks of bounds: a row is below ``tableRows``, of which ``lanes`` holds
  /// ``vectorCount`` vectors each.
  @inline(__always)
  private func add(
    _ part: Slice<UnsafeBufferPointer<Feature>>,
    _ lanes: UnsafeBufferPointer<SIMD16<Int8>>,
    _ first: Int,
    _ vectors: Int,
    _ sums: inout Sums
  ) {
    guard let base = lanes.baseAddress else { return }
    var (one, two, three) = (SIMD16<Int16>.zero, SIMD16<Int16>.zero, SIMD16<Int16>.zero)
    var (four, five) = (SIMD16<Int16>.zero, SIMD16<Int16>.zero)
    for feature in part {
      let row = base + (FeatureHash.row(feature.hash, of: tableRows) &* vectorCount &+ first)
      one &+= SIMD16<Int16>(truncatingIfNeeded: row[0])
      if vectors > 1 { two &+= SIMD16<Int16>(truncatingIfNeeded: row[1]) }
      if vectors > 2 { three &+= SIMD16<Int16>(truncatingIfNeeded: row[2]) }
      if vectors > 3 { four &+= SIMD16<Int16>(truncatingIfNeeded: row[3]) }
      if vectors > 4 { five &+= SIMD16<Int16>(truncatingIfNeeded: row[4]) }
    }
    sums.0 &+= SIMD16<Int32>(truncatingIfNeeded: one)
    sums.1 &+= SIMD16<Int32>(truncatingIfNeeded: two)
    sums.2 &+= SIMD16<Int32>(truncatingIfNeeded: three)
    sums.3 &+= SIMD16<Int32>(truncatingIfNeeded: four)
    sums.4 &+= SIMD16<Int32>(truncatingIfNeeded: five)
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
