import Text

/// Trains the part that tells languages apart.
struct LanguageTrainer {
  private let material: TrainingMaterial
  private let tableRows: Int

  init(_ material: TrainingMaterial, tableRows: Int) {
    self.material = material
    self.tableRows = tableRows
  }

  /// The names of the columns and the trained table.
  func train() -> (names: [String], table: WeightTable) {
    let examples = examples()
    let names = Set(examples.map(\.name)).sorted()
    let columns = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var features = LanguageFeatures()
    var rows: [TrainingRow] = []
    for example in examples where features.extract(TokenisedText(example.text)) {
      var row = TrainingRow(features.features)
      row.targets = Array(repeating: 0, count: names.count)
      row.targets[columns[example.name] ?? 0] = 1
      row.weight = example.weight
      rows.append(row)
    }
    var options = TrainingOptions()
    options.tableRows = tableRows
    options.epochs = 3
    options.rate = 0.2
    options.exclusive = [0..<names.count]
    var trainer = LinearTrainer(columnCount: names.count, denseCount: 0, options: options)
    trainer.train(rows)
    return (names, WeightTable(rounding: trainer.table()))
  }

  private typealias Example = (text: String, name: String, weight: Float)

  private func examples() -> [Example] {
    var random = SplitMix(seed: 5)
    var examples: [Example] = []
    for text in material.languages {
      guard let name = text.labels.first.map(String.init) else { continue }
      examples.append((text.text, name, 1))
      if name == "el" || name == "fa" {
        examples += romanised(text.text, name, weight: 1, &random)
      }
    }
    for message in material.messages {
      let isLatin = Self.isLatin(message.text)
      let name = isLatin && message.language != "en" ? message.language + "-Latn" : message.language
      examples.append((message.text, name, isLatin ? 3 : 2))
      if !isLatin { examples += romanised(message.text, message.language, weight: 0.5, &random) }
    }
    return examples
  }

  private func romanised(
    _ text: String,
    _ language: String,
    weight: Float,
    _ random: inout SplitMix
  ) -> [Example] {
    let folded = NormalisedText(text).string
    switch language {
    case "el":
      return Romanisation.Style.allCases.map {
        (Romanisation.greek(folded, $0), LanguageColumns.latinGreek, weight)
      }
    case "fa":
      return [(Romanisation.persian(folded, &random), LanguageColumns.latinPersian, weight)]
    default: return []
    }
  }

  /// Whether most words are written in Latin letters.
  static func isLatin(_ text: String) -> Bool {
    let words = TokenisedText(text).tokens.filter(\.isWord)
    return words.count { $0.kind == .latin } * 2 > words.count
  }
}
