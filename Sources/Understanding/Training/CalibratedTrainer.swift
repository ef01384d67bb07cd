/// Trains a table and calibrates it on texts that its like was not trained on.
///
/// The rows are split by groups of near-duplicates; each part is read by a model trained on the
/// other parts, and what comes out is what the calibration and the thresholds are fitted to. The
/// table itself is then trained on all rows.
struct CalibratedTrainer {
  /// How many rows a feature must be seen in.
  static let minimum = 3

  let options: TrainingOptions
  let columnCount: Int
  let folds: Int
  /// What the last training's held-out probabilities were, in the order of the rows.
  private(set) var heldOut: [[Float]] = []

  init(options: TrainingOptions, columnCount: Int, folds: Int = 3) {
    self.options = options
    self.columnCount = columnCount
    self.folds = folds
  }

  mutating func train(
    _ rows: [TrainingRow],
    groups: [Int]
  ) -> (table: WeightTable, calibration: Calibration) {
    guard let first = rows.first else {
      let trainer = LinearTrainer(columnCount: columnCount, denseCount: 0, options: options)
      return (WeightTable(rounding: trainer.table()), Calibration(count: columnCount))
    }
    heldOut = Self.heldOut(rows, groups, folds) { inside in fit(inside, first.dense.count) }
    var calibration = Calibration(count: columnCount)
    for column in 0..<columnCount {
      let scores = zip(heldOut, rows).filter { $1.targets[column] >= 0 && $1.weight >= 1 }.map {
        (probability: $0[column], isTrue: $1.targets[column] == 1)
      }
      calibration.fit(column, scores)
    }
    return (fit(rows, first.dense.count), calibration)
  }

  private func fit(_ rows: [TrainingRow], _ denseCount: Int) -> WeightTable {
    var trainer = LinearTrainer(
      columnCount: columnCount,
      denseCount: denseCount,
      options: options
    )
    trainer.train(TrainingRow.withoutRare(rows, minimum: Self.minimum))
    return WeightTable(rounding: trainer.table())
  }

  /// The probabilities of each row by a model that did not see its group.
  static func heldOut(
    _ rows: [TrainingRow],
    _ groups: [Int],
    _ folds: Int,
    _ fit: ([TrainingRow]) -> WeightTable
  ) -> [[Float]] {
    var probabilities = [[Float]](repeating: [], count: rows.count)
    let parts = groups.map { fold(of: $0, folds) }
    for part in 0..<folds {
      let table = fit(rows.indices.filter { parts[$0] != part }.map { rows[$0] })
      for index in rows.indices where parts[index] == part {
        probabilities[index] = table.probabilities(rows[index])
      }
    }
    return probabilities
  }

  /// The part that a group falls into, as good as by chance and always the same.
  static func fold(of group: Int, _ folds: Int) -> Int {
    var random = SplitMix(seed: UInt64(group))
    return Int(random.next() % UInt64(folds))
  }
}
