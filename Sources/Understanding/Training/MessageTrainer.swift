import Text

/// Trains the part that reads service messages, from the corpus.
struct MessageTrainer {
  /// How much a Persian message counts again as its consonants alone, as Latin letters give them.
  private static let romanisedWeight: Float = 0.3

  /// How much the opinions of those who labelled a message count beside what they settled on: a
  /// label that one of two people saw is half there.
  private static let opinionShare: Float = 0.5

  private let material: TrainingMaterial
  private let general: WeightTable
  private let tableRows: Int

  init(_ material: TrainingMaterial, general: WeightTable, tableRows: Int) {
    self.material = material
    self.tableRows = tableRows
    self.general = general
  }

  func train(_ source: inout RowSource) -> (table: WeightTable, calibration: Calibration) {
    let (rows, groups) = rows(&source)
    var trainer = CalibratedTrainer(options: options, columnCount: MessageColumns.count)
    return trainer.train(rows, groups: groups)
  }

  /// The rows of all messages, each with its group of near-duplicates.
  func rows(_ source: inout RowSource) -> (rows: [TrainingRow], groups: [Int]) {
    var rows: [TrainingRow] = []
    var groups: [Int] = []
    let messageGroups = NearDuplicates.groups(material.messages.map(\.text))
    var random = SplitMix(seed: 9)
    for (message, group) in zip(material.messages, messageGroups) {
      rows.append(row(message.text, message, 1, &source))
      groups.append(group)
      guard message.language == "fa", !LanguageTrainer.isLatin(message.text) else { continue }
      let latin = Romanisation.persian(NormalisedText(message.text).string, &random)
      rows.append(row(latin, message, Self.romanisedWeight, &source))
      groups.append(group)
    }
    return (rows, groups)
  }

  var options: TrainingOptions {
    var options = TrainingOptions()
    options.tableRows = tableRows
    options.epochs = 30
    options.rate = 0.05
    options.groupScales = [1, 1, 2]
    options.denseScale = 0.3
    options.exclusive = [MessageColumns.polarity]
    options.dropout = 0.4
    return options
  }

  private func row(
    _ text: String,
    _ message: LabelledMessage,
    _ weight: Float,
    _ source: inout RowSource
  ) -> TrainingRow {
    let features = source.features(text)
    var row = TrainingRow(features)
    row.targets = MessageColumns.targets(message.labels)
    row.lessons = lessons(row.targets, message.opinions.map(MessageColumns.targets))
    row.dense = GeneralColumns.inputs(general.logits(features))
    row.weight = weight
    return row
  }

  /// What is taught: the targets, drawn towards the mean of the opinions.
  private func lessons(_ targets: [Float], _ opinions: [[Float]]) -> [Float] {
    guard opinions.count > 1 else { return [] }
    return targets.enumerated().map { column, target in
      let mean = opinions.reduce(0) { $0 + $1[column] } / Float(opinions.count)
      return (1 - Self.opinionShare) * target + Self.opinionShare * mean
    }
  }
}
