/// Trains one linear model with many columns on hashed features, by AdaGrad (Duchi and others,
/// JMLR 2011).
///
/// One thread, a fixed order and plain arithmetic: the same rows give the same bits.
struct LinearTrainer: ~Copyable {
  let columnCount: Int
  private let options: TrainingOptions
  private let width: Int
  private let denseCount: Int
  private let mask: UInt32
  private var weights: [Float]
  private var squares: [Float]
  private var denseWeights: [Float]
  private var denseSquares: [Float]
  private var bias: [Float]
  private var biasSquares: [Float]

  init(columnCount: Int, denseCount: Int, options: TrainingOptions) {
    self.columnCount = columnCount
    self.denseCount = denseCount
    self.options = options
    width = (columnCount + 7) / 8 * 8
    mask = UInt32(1) << UInt32(options.tableBits) &- 1
    weights = Array(repeating: 0, count: width << options.tableBits)
    squares = Array(repeating: 1e-6, count: width << options.tableBits)
    denseWeights = Array(repeating: 0, count: width * denseCount)
    denseSquares = Array(repeating: 1e-6, count: width * denseCount)
    bias = Array(repeating: 0, count: width)
    biasSquares = Array(repeating: 1e-6, count: width)
  }

  /// Goes over all rows as often as the options say, in a shuffled order each time.
  mutating func train(_ rows: [TrainingRow]) {
    var random = SplitMix(seed: options.seed)
    var gradient = [Float](repeating: 0, count: width)
    for epoch in 0..<options.epochs {
      let rate = options.rate * (1 - 0.9 * Float(epoch) / Float(options.epochs))
      for index in random.permutation(rows.count) {
        learn(rows[index], rate: rate, &gradient)
      }
    }
  }

  /// The probabilities of all columns.
  func probabilities(_ row: TrainingRow) -> [Float] {
    var logits = self.logits(row)
    toProbabilities(&logits)
    return Array(logits.prefix(columnCount))
  }

  /// The scores of all columns before they become probabilities.
  func logits(_ row: TrainingRow) -> [Float] {
    var sums = bias
    let (width, mask) = (width, mask)
    sums.withUnsafeMutableBufferPointer { sums in
      weights.withUnsafeBufferPointer { weights in
        forEachGroup(row) { hashes, scale in
          for hash in hashes {
            let start = Int(hash & mask) * width
            for column in 0..<width { sums[column] += scale * weights[start + column] }
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
      width: width,
      groupScales: options.groupScales,
      denseScale: options.denseScale,
      weights: weights,
      dense: denseWeights,
      bias: bias
    )
  }

  private func forEachGroup(
    _ row: TrainingRow,
    _ body: (ArraySlice<UInt32>, Float) -> Void
  ) {
    var start = 0
    for (group, end) in row.groupEnds.enumerated() {
      let count = end - start
      if count > 0 {
        body(row.hashes[start..<end], options.groupScales[group] / Float(count).squareRoot())
      }
      start = end
    }
  }

  private func toProbabilities(_ logits: inout [Float]) {
    for range in options.exclusive { Probability.normalise(&logits, range) }
    for column in 0..<columnCount where !options.exclusive.contains(where: { $0.contains(column) })
    {
      logits[column] = Probability.sigmoid(logits[column])
    }
  }

  private mutating func learn(_ row: TrainingRow, rate: Float, _ gradient: inout [Float]) {
    var errors = logits(row)
    toProbabilities(&errors)
    var isWrong = false
    for column in 0..<width {
      let target: Float = column < columnCount ? row.targets[column] : -1
      let error = target < 0 ? 0 : (errors[column] - target) * row.weight
      gradient[column] = error
      isWrong = isWrong || abs(error) > 1e-3
    }
    guard isWrong else { return }
    update(row, rate, gradient)
  }

  private mutating func update(_ row: TrainingRow, _ rate: Float, _ gradient: [Float]) {
    let (width, mask, decay) = (width, mask, options.decay)
    var scales: [Float] = []
    forEachGroup(row) { _, scale in scales.append(scale) }
    weights.withUnsafeMutableBufferPointer { weights in
      squares.withUnsafeMutableBufferPointer { squares in
        gradient.withUnsafeBufferPointer { gradient in
          var start = 0
          var part = 0
          for end in row.groupEnds {
            if end == start { continue }
            let scale = scales[part]
            for place in start..<end {
              let base = Int(row.hashes[place] & mask) * width
              for column in 0..<width {
                let known: Float = gradient[column] == 0 ? 0 : decay
                let step = scale * gradient[column] + known * weights[base + column]
                let square = squares[base + column] + step * step
                squares[base + column] = square
                weights[base + column] -= rate * step / square.squareRoot()
              }
            }
            start = end
            part += 1
          }
        }
      }
    }
    updateDense(row, rate, gradient)
  }

  private mutating func updateDense(_ row: TrainingRow, _ rate: Float, _ gradient: [Float]) {
    for column in 0..<width {
      let step = gradient[column]
      biasSquares[column] += step * step
      bias[column] -= rate * step / biasSquares[column].squareRoot()
    }
    for input in 0..<denseCount {
      let value = row.dense[input] * options.denseScale
      for column in 0..<width {
        let place = input * width + column
        let step = gradient[column] * value + options.decay * denseWeights[place]
        denseSquares[place] += step * step
        denseWeights[place] -= rate * step / denseSquares[place].squareRoot()
      }
    }
  }
}
