import Text

/// Trains the part that reads texts of any kind, from free sets of labelled texts.
struct GeneralTrainer {
  private static let minimum = 2
  /// How much a message of the corpus counts: what people write to a company is what is read most.
  private static let messageWeight: Float = 4

  /// One text in so many is held back.
  private static let probeShare = 8

  private let material: TrainingMaterial
  private let tableRows: Int

  init(_ material: TrainingMaterial, tableRows: Int) {
    self.material = material
    self.tableRows = tableRows
  }

  func train(_ source: inout RowSource) -> (table: WeightTable, calibration: Calibration) {
    let (rows, isProbe) = rows(&source)
    let probes = rows.indices.filter { isProbe[$0] }
    let table = fit(rows.indices.filter { !isProbe[$0] }.map { rows[$0] })
    let scores = probes.map { index in table.probabilities(rows[index]) }
    var calibration = Calibration(count: GeneralColumns.count)
    for column in GeneralColumns.emotions {
      let known = zip(scores, probes).filter { rows[$1].targets[column] >= 0 }.map {
        (probability: $0[column], isTrue: rows[$1].targets[column] == 1)
      }
      calibration.fit(column, known)
    }
    return (fit(rows), calibration)
  }

  /// The rows of all texts, and which of them are held back once to calibrate.
  ///
  /// Only sets of many languages are asked: where there is a corpus, its own model decides.
  private func rows(_ source: inout RowSource) -> (rows: [TrainingRow], isProbe: [Bool]) {
    var rows: [TrainingRow] = []
    var isProbe: [Bool] = []
    for set in material.sets {
      let isAsked = set.scheme.kind == .stories || set.scheme.kind == .talk
      for (index, text) in set.texts.enumerated() {
        var row = TrainingRow(source.features(text.text))
        row.targets = GeneralColumns.targets(text.labels, of: set.scheme)
        row.shares = GeneralColumns.shares(of: set.scheme)
        row.weight = set.weight
        rows.append(row)
        isProbe.append(isAsked && CalibratedTrainer.fold(of: index, Self.probeShare) == 0)
      }
    }
    for message in material.messages {
      var row = TrainingRow(source.features(message.text))
      row.targets = Array(repeating: -1, count: GeneralColumns.count)
      GeneralColumns.mark(.service, in: &row.targets)
      row.weight = Self.messageWeight
      rows.append(row)
      isProbe.append(false)
    }
    return (rows, isProbe)
  }

  private func fit(_ rows: [TrainingRow]) -> WeightTable {
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
