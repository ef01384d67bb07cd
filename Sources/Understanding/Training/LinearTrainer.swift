/// Trains one linear model with many columns on hashed features.
///
/// The steps are AdaGrad's (Duchi and others, JMLR 2011) with one sum of squares for each feature
/// instead of one for each weight, as in models with large tables of embeddings; what columns
/// differ in is evened out by the size of their usual errors. One thread, a fixed order and plain
/// arithmetic: the same rows give the same bits.
struct LinearTrainer: ~Copyable {
  let columnCount: Int
  private let options: TrainingOptions
  private let denseCount: Int
  private let tableRows: Int
  private var weights: [Float]
  /// One for each feature, then one for each dense input, then one for the bias.
  private var squares: [Float]
  private var denseWeights: [Float]
  private var bias: [Float]
  /// The sum of the squared errors of each column, and of how many rows.
  private var errorSquares: [Float]
  private var errorCounts: [Float]

  init(columnCount: Int, denseCount: Int, options: TrainingOptions) {
    self.columnCount = columnCount
    self.denseCount = denseCount
    self.options = options
    let rows = options.tableRows
    tableRows = rows
    weights = Array(repeating: 0, count: columnCount * rows)
    squares = Array(repeating: 1e-4, count: rows + denseCount + 1)
    denseWeights = Array(repeating: 0, count: columnCount * denseCount)
    bias = Array(repeating: 0, count: columnCount)
    errorSquares = Array(repeating: 1, count: columnCount)
    errorCounts = Array(repeating: 10, count: columnCount)
  }

  /// Goes over all rows as often as the options say, in a shuffled order each time.
  mutating func train(_ rows: [TrainingRow]) {
    var random = SplitMix(seed: options.seed)
    var errors = [Float](repeating: 0, count: columnCount)
    for epoch in 0..<options.epochs {
      let rate = options.rate * (1 - 0.9 * Float(epoch) / Float(options.epochs))
      for index in random.permutation(rows.count) {
        let row = options.dropout > 0 ? rows[index].thinned(options.dropout, &random) : rows[index]
        learn(row, rate, &errors)
      }
    }
  }

  /// The probabilities of all columns.
  func probabilities(_ row: TrainingRow) -> [Float] {
    var sums = logits(row)
    Probability.fromLogits(&sums, exclusive: options.exclusive)
    return sums
  }

  /// The scores of all columns before they become probabilities.
  func logits(_ row: TrainingRow) -> [Float] {
    var sums = bias
    let (width, rows) = (columnCount, tableRows)
    sums.withUnsafeMutableBufferPointer { sums in
      weights.withUnsafeBufferPointer { weights in
        for (group, part) in row.parts.enumerated() where !part.isEmpty {
          let scale = options.scale(group, part.count)
          for hash in part {
            let start = FeatureHash.row(hash, of: rows) &* width
            for column in 0..<width { sums[column] += scale * weights[start &+ column] }
          }
        }
      }
      for input in 0..<denseCount {
        let value = row.dense[input] * options.denseScale
        for column in 0..<width { sums[column] += value * denseWeights[input * width + column] }
      }
    }
    return sums
  }

  /// The finished model.
  consuming func table() -> FloatTable {
    FloatTable(
      columnCount: columnCount,
      options: options,
      weights: weights,
      dense: denseWeights,
      bias: bias
    )
  }

  private mutating func learn(_ row: TrainingRow, _ rate: Float, _ errors: inout [Float]) {
    let guesses = probabilities(row)
    let targets = row.lessons.isEmpty ? row.targets : row.lessons
    var size: Float = 0
    var isWrong = false
    for column in 0..<columnCount {
      let target = targets[column]
      let share = row.shares.isEmpty ? 1 : row.shares[column]
      let error = target < 0 ? 0 : (guesses[column] - target) * row.weight * share
      isWrong = isWrong || abs(error) > 0.01
      if target >= 0 {
        errorSquares[column] += error * error
        errorCounts[column] += 1
      }
      errors[column] = error / (errorSquares[column] / errorCounts[column]).squareRoot()
      size += errors[column] * errors[column]
    }
    if isWrong { update(row, rate, errors, size / Float(columnCount)) }
  }

  private mutating func update(
    _ row: TrainingRow,
    _ rate: Float,
    _ errors: [Float],
    _ size: Float
  ) {
    let (width, rows) = (columnCount, tableRows)
    weights.withUnsafeMutableBufferPointer { weights in
      squares.withUnsafeMutableBufferPointer { squares in
        errors.withUnsafeBufferPointer { errors in
          for (group, part) in row.parts.enumerated() where !part.isEmpty {
            let scale = options.scale(group, part.count)
            for hash in part {
              let feature = FeatureHash.row(hash, of: rows)
              squares[feature] += scale * scale * size
              let step = rate * scale / squares[feature].squareRoot()
              let start = feature &* width
              for column in 0..<width {
                weights[start &+ column] -= step * errors[column]
              }
            }
          }
        }
      }
    }
    updateDense(row, rate, errors, size)
  }

  private mutating func updateDense(
    _ row: TrainingRow,
    _ rate: Float,
    _ errors: [Float],
    _ size: Float
  ) {
    let first = squares.count - denseCount - 1
    for input in 0...denseCount {
      let value = input < denseCount ? row.dense[input] * options.denseScale : 1
      squares[first + input] += value * value * size
      let step = rate * value / squares[first + input].squareRoot()
      for column in 0..<columnCount {
        if input < denseCount {
          denseWeights[input * columnCount + column] -= step * errors[column]
        } else {
          bias[column] -= step * errors[column]
        }
      }
    }
  }
}
