/// Measures on the corpus how well a model reads messages that it was not trained on.
package struct CorpusValidation {
  /// One line of results: a language, and the macro-F1 of each kind of label.
  package struct Line: Sendable {
    package let language: String
    package let messages: Int
    package let polarity: Double
    package let emotions: Double
    package let loyalty: Double
    package let urgent: Double
    package let churn: Double
    package let barriers: Double
    package let roots: Double
    /// The F1 and support of each column, by name.
    package let labels: [(name: String, tally: Tally)]
  }

  private let material: TrainingMaterial
  private let rows: [TrainingRow]
  private let owners: [Int]
  private let groups: [Int]
  private let options: TrainingOptions

  /// Prepares the rows of a material's messages with an already trained model's other parts.
  package init(_ material: TrainingMaterial, model: ReadingModel) {
    self.material = material
    var source = RowSource(
      lexicon: model.lexicon,
      names: model.languageNames,
      languages: model.languages
    )
    let trainer = MessageTrainer(
      material,
      general: model.general,
      tableRows: model.messages.tableRows
    )
    options = trainer.options
    (rows, groups) = trainer.rows(&source)
    var owners: [Int] = []
    for row in rows { owners.append(row.weight < 1 ? -1 : (owners.max() ?? -1) + 1) }
    self.owners = owners
  }

  /// Reads every message with models trained on other messages.
  ///
  /// - Parameter share: how much of the other messages is trained on.
  /// - Returns: a line for each language and one for all.
  package func run(share: Double = 1) -> [Line] {
    let folds = 5
    let probabilities = CalibratedTrainer.heldOut(rows, groups, folds) { inside in
      var trainer = LinearTrainer(
        columnCount: MessageColumns.count,
        denseCount: rows.first?.dense.count ?? 0,
        options: options
      )
      var random = SplitMix(seed: 3)
      let order = random.permutation(inside.count).prefix(Int(Double(inside.count) * share))
      let kept = order.sorted().map { inside[$0] }
      trainer.train(TrainingRow.withoutRare(kept, minimum: CalibratedTrainer.minimum))
      return WeightTable(rounding: trainer.table())
    }
    let thresholds = thresholds(probabilities, folds)
    return (["en", "fa", "el", "all"]).map { line($0, probabilities, thresholds, folds) }
  }

  /// The thresholds for each part, chosen on the other parts.
  private func thresholds(_ probabilities: [[Float]], _ folds: Int) -> [[Float]] {
    (0..<folds).map { part in
      (0..<MessageColumns.count).map { column in
        Threshold.best(
          rows.indices.filter {
            owners[$0] >= 0 && CalibratedTrainer.fold(of: groups[$0], folds) != part
          }.map { (probabilities[$0][column], rows[$0].targets[column] == 1) }
        )
      }
    }
  }

  private func line(
    _ language: String,
    _ probabilities: [[Float]],
    _ thresholds: [[Float]],
    _ folds: Int
  ) -> Line {
    var tallies = [Tally](repeating: Tally(), count: MessageColumns.count)
    var count = 0
    for (index, row) in rows.enumerated() where owners[index] >= 0 {
      guard language == "all" || material.messages[owners[index]].language == language else {
        continue
      }
      count += 1
      let values = probabilities[index]
      let limits = thresholds[CalibratedTrainer.fold(of: groups[index], folds)]
      let best = MessageColumns.polarity.max { values[$0] < values[$1] }
      for column in 0..<MessageColumns.count {
        let given = column < 3 ? column == best : values[column] >= limits[column]
        tallies[column].count(given: given, true: row.targets[column] == 1)
      }
    }
    return Line(language, count, tallies)
  }
}

extension CorpusValidation.Line {
  fileprivate init(_ language: String, _ count: Int, _ tallies: [Tally]) {
    func macro(_ columns: some Collection<Int>) -> Double {
      columns.reduce(0) { $0 + tallies[$1].f1 } / Double(columns.count)
    }
    self.language = language
    messages = count
    polarity = macro(MessageColumns.polarity)
    emotions = macro(MessageColumns.emotions)
    loyalty = macro(Emotion.loyalty.map(MessageColumns.column))
    urgent = tallies[MessageColumns.urgent].f1
    churn = tallies[MessageColumns.churn].f1
    barriers = macro(MessageColumns.barriers)
    roots = macro(MessageColumns.roots)
    labels = Array(zip(MessageColumns.names, tallies)).map { (name: $0, tally: $1) }
  }
}
