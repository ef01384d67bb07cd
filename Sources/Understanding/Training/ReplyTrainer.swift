import Text

/// Trains the part that reads agents' replies, from the corpus.
struct ReplyTrainer {
  private let material: TrainingMaterial
  private let tableRows: Int

  init(_ material: TrainingMaterial, tableRows: Int) {
    self.material = material
    self.tableRows = tableRows
  }

  func train(_ source: inout RowSource) -> (table: WeightTable, calibration: Calibration) {
    let rows = material.replies.map { row($0, &source) }
    let groups = NearDuplicates.groups(material.replies.map(\.text))
    var trainer = CalibratedTrainer(options: options, columnCount: ReplyColumns.count)
    return trainer.train(rows, groups: groups)
  }

  var options: TrainingOptions {
    var options = TrainingOptions()
    options.tableRows = tableRows
    options.epochs = 30
    options.rate = 0.05
    options.groupScales = [1, 1, 2]
    options.exclusive = [ReplyColumns.tones]
    return options
  }

  private func row(_ reply: LabelledReply, _ source: inout RowSource) -> TrainingRow {
    var row = TrainingRow(source.features(reply.text))
    row.targets = ReplyColumns.targets(reply.labels)
    let traits = ReplyTraits(
      reply: TokenisedText(reply.text),
      customer: TokenisedText(reply.customer),
      name: reply.name
    )
    row.dense = traits.values
    return row
  }
}
