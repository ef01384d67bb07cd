import Text

/// Trains the part that reads texts of any kind, from free sets of labelled texts.
struct GeneralTrainer {
  private static let minimum = 2
  /// How much a message of the corpus counts: what people write to a company is what is read most.
  private static let messageWeight: Float = 4

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
        var row = TrainingRow(source.features(text.text))
        row.targets = GeneralColumns.targets(text.labels, of: set.scheme)
        row.shares = GeneralColumns.shares(of: set.scheme)
        row.weight = set.weight
        rows.append(row)
      }
    }
    for message in material.messages {
      var row = TrainingRow(source.features(message.text))
      row.targets = Array(repeating: -1, count: GeneralColumns.count)
      GeneralColumns.mark(.service, in: &row.targets)
      row.weight = Self.messageWeight
      rows.append(row)
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
    options.groupScales = [1, 1, 2]
    options.exclusive = GeneralColumns.polarity + [GeneralColumns.kinds]
    return options
  }
}
