import Text

/// Trains everything that reads texts.
///
/// The same material gives the same bytes.
package struct ReadingTrainer {
  private let material: TrainingMaterial
  private let sizes: TableSizes
  private let report: (String) -> Void

  /// Prepares a training.
  ///
  /// - Parameters:
  ///   - material: all that is learned from.
  ///   - sizes: how large the model becomes.
  ///   - report: is told a line when a part is done.
  package init(
    _ material: TrainingMaterial,
    sizes: TableSizes = .shipped,
    report: @escaping (String) -> Void
  ) {
    self.material = material
    self.sizes = sizes
    self.report = report
  }

  /// Trains all parts, one after another; takes some minutes.
  ///
  /// - Throws: ``LexiconFailure`` if a lexicon's source makes no sense.
  package func train() throws -> ReadingModel {
    var builder = LexiconBuilder()
    for source in material.lexicons { try builder.add(source) }
    let lexicon = builder.build()
    report("lexicon: \(lexicon.concepts.count) concepts, \(builder.phrases.count) phrases")
    let (names, languages) = LanguageTrainer(
      material,
      tableRows: sizes.languages
    ).train()
    report("languages: \(names.count) from \(material.languages.count) texts")
    var source = RowSource(lexicon: lexicon, names: names, languages: languages)
    let general = GeneralTrainer(material, tableRows: sizes.general).train(&source)
    report("general texts: \(material.sets.reduce(0) { $0 + $1.texts.count })")
    let messages = MessageTrainer(
      material,
      general: general.table,
      tableRows: sizes.messages
    ).train(&source)
    report("service messages: \(material.messages.count)")
    let replies = ReplyTrainer(material, tableRows: sizes.replies).train(&source)
    report("replies: \(material.replies.count)")
    return ReadingModel(
      lexicon: lexicon,
      languageNames: names,
      languages: languages,
      general: general.table,
      messages: messages.table,
      replies: replies.table,
      generalCalibration: general.calibration,
      messageCalibration: messages.calibration,
      replyCalibration: replies.calibration
    )
  }
}
