extension ReadingModel {
  /// The first bytes of a model; the number at the end is the format's.
  private static let mark = "RapportReading4"

  /// The largest file that is read.
  package static let byteLimit = 16 << 20

  /// The model as the bytes of its file.
  package var file: [UInt8] {
    var writer = ModelWriter()
    writer.write(Self.mark)
    lexicon.write(to: &writer)
    writer.write(languageNames)
    for table in [languages, general, messages, replies] { table.write(to: &writer) }
    for calibration in [generalCalibration, messageCalibration, replyCalibration] {
      calibration.write(to: &writer)
    }
    return writer.bytes
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: ``ModelFailure`` for anything that this version did not write.
  package init(file: [UInt8]) throws(ModelFailure) {
    guard file.count <= Self.byteLimit else { throw .notAModel }
    var reader = ModelReader(file)
    guard let mark = try? reader.text(), mark == Self.mark else { throw .notAModel }
    lexicon = try Lexicon(from: &reader)
    languageNames = try reader.texts()
    languages = try WeightTable(from: &reader)
    general = try WeightTable(from: &reader)
    messages = try WeightTable(from: &reader)
    replies = try WeightTable(from: &reader)
    generalCalibration = try Calibration(from: &reader)
    messageCalibration = try Calibration(from: &reader)
    replyCalibration = try Calibration(from: &reader)
    guard reader.isAtEnd, languages.columnCount == languageNames.count,
      general.columnCount == GeneralColumns.count,
      generalCalibration.thresholds.count == GeneralColumns.count,
      messages.columnCount == MessageColumns.count,
      messageCalibration.thresholds.count == MessageColumns.count,
      replies.columnCount == ReplyColumns.count,
      replyCalibration.thresholds.count == ReplyColumns.count
    else { throw .inconsistent }
  }
}

extension Calibration {
  fileprivate func write(to writer: inout ModelWriter) {
    for values in [slopes, shifts, thresholds] { writer.write(values) }
  }

  fileprivate init(from reader: inout ModelReader) throws(ModelFailure) {
    slopes = try reader.floats()
    shifts = try reader.floats()
    thresholds = try reader.floats()
    guard slopes.count == shifts.count, shifts.count == thresholds.count else {
      throw .inconsistent
    }
  }
}

extension Lexicon {
  fileprivate func write(to writer: inout ModelWriter) {
    writer.write(concepts)
    for table in [elements, transitions, firstEndings] { writer.write(table.slots) }
    writer.write(endings)
  }

  fileprivate init(from reader: inout ModelReader) throws(ModelFailure) {
    let concepts = try reader.texts()
    guard let elements = HashTable(slots: try reader.numbers()),
      let transitions = HashTable(slots: try reader.numbers()),
      let firstEndings = HashTable(slots: try reader.numbers())
    else { throw .inconsistent }
    let endings = try reader.numbers()
    guard firstEndings.largestValue <= endings.count, endings.last ?? Self.endMark == Self.endMark,
      endings.allSatisfy({ $0 == Self.endMark || $0 < concepts.count }),
      transitions.largestValue <= Self.stateLimit
    else { throw .inconsistent }
    self.init(
      concepts: concepts,
      elements: elements,
      transitions: transitions,
      firstEndings: firstEndings,
      endings: endings
    )
  }
}

extension WeightTable {
  fileprivate func write(to writer: inout ModelWriter) {
    writer.write(columnCount)
    writer.write(tableRows)
    writer.write(exclusive.flatMap { [UInt32($0.lowerBound), UInt32($0.upperBound)] })
    writer.write(groupScales + [denseScale])
    for values in [steps, dense, bias] { writer.write(values) }
    writer.write(weights)
  }

  fileprivate init(from reader: inout ModelReader) throws(ModelFailure) {
    let columns = Int(try reader.number())
    let rows = Int(try reader.number())
    let bounds = try reader.numbers().map(Int.init)
    let scales = try reader.floats()
    let steps = try reader.floats()
    let dense = try reader.floats()
    let bias = try reader.floats()
    let weights = try reader.weights()
    guard (1...1_000).contains(columns), (1...1 << 24).contains(rows), bounds.count % 2 == 0,
      bounds == bounds.sorted(), bounds.allSatisfy({ $0 <= columns }),
      scales.count == FeatureGroup.allCases.count + 1, steps.count == columns,
      bias.count == columns, dense.count % columns == 0, weights.count == columns * rows
    else { throw .inconsistent }
    self.init(
      columnCount: columns,
      tableRows: rows,
      groupScales: Array(scales.dropLast()),
      denseScale: scales[scales.count - 1],
      steps: steps,
      weights: weights,
      dense: dense,
      bias: bias,
      exclusive: stride(from: 0, to: bounds.count, by: 2).map { bounds[$0]..<bounds[$0 + 1] }
    )
  }
}
