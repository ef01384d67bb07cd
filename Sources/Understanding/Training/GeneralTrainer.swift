import Text

/// Trains the part that reads texts of any kind, from free sets of labelled texts.
struct GeneralTrainer {
  private static let minimum = 3

  private let material: TrainingMaterial
  private let tableRows: Int

  init(_ material: TrainingMaterial, tableRows: Int) {
    self.material = material
    self.tableRows = tableRows
  }

  func train(_ source: inout RowSource) -> WeightTable {
    var rows: [TrainingRow] = []
    for set in material.sets {
      for text in set.texts {
        guard let targets = GeneralColumns.targets(text.labels, of: set.scheme) else { continue }
        rows.append(row(text.text, targets, set.weight, &source))
      }
    }
    for message in material.messages {
      var targets = [Float](repeating: -1, count: GeneralColumns.count)
      targets[GeneralColumns.service] = 1
      rows.append(row(message.text, targets, 1, &source))
    }
    var trainer = LinearTrainer(
      columnCount: GeneralColumns.count,
      denseCount: 0,
      options: options
    )
    trainer.train(TrainingRow.withoutRare(rows, minimum: Self.minimum))
    return WeightTable(rounding: trainer.table())
  }

  private var options: TrainingOptions {
    var options = TrainingOptions()
    options.tableRows = tableRows
    options.epochs = 8
    options.rate = 0.05
    options.exclusive = [GeneralColumns.polarity]
    return options
  }

  private func row(
    _ text: String,
    _ targets: [Float],
    _ weight: Float,
    _ source: inout RowSource
  ) -> TrainingRow {
    var row = TrainingRow(source.features(text))
    row.targets = targets
    row.weight = weight
    return row
  }
}
