import Text

/// Reads texts with a model, one after another; keeps its memory between them.
///
/// A reader belongs to one task at a time; the model behind it is shared by all.
package struct Reader: Sendable {
  private let model: ReadingModel
  private var extractor: FeatureExtractor
  private var languageFeatures = LanguageFeatures()

  package init(_ model: ReadingModel) {
    self.model = model
    extractor = FeatureExtractor(lexicon: model.lexicon)
  }

  /// Reads a customer's text, of which the first ``TokenisedText/scalarLimit`` scalars count.
  ///
  /// - Parameters:
  ///   - text: anything.
  ///   - earlier: what the same customer wrote before, the latest last: tells the language of a text
  ///     so short that it could be of several.
  ///   - corrections: what an account has corrected in earlier readings.
  ///   - isServiceMessage: whether it is known to be a customer's message to a service; else that
  ///     is told from the text.
  /// - Returns: the reading; of a text without words a neutral one.
  package mutating func read(
    _ text: String,
    after earlier: [String] = [],
    corrections: Corrections? = nil,
    isServiceMessage: Bool = false
  ) -> Reading {
    see(text, earlier, corrections, isServiceMessage)?.reading ?? .ofNothing
  }

  /// Reads a text and finds for each label of the reading the spans that carried it.
  ///
  /// - Parameters: those of ``read(_:after:corrections:isServiceMessage:)``.
  /// - Returns: the reading, and the spans by the names of its labels; a label that a correction
  ///   gave may have none.
  package mutating func explain(
    _ text: String,
    after earlier: [String] = [],
    corrections: Corrections? = nil,
    isServiceMessage: Bool = false
  ) -> (reading: Reading, spans: [String: [Evidence]]) {
    guard let seen = see(text, earlier, corrections, isServiceMessage) else {
      return (.ofNothing, [:])
    }
    var spans: [String: [Evidence]] = [:]
    for column in Self.columns(seen.reading) {
      spans[MessageColumns.names[column]] = evidence(column, seen.guess, seen.tokens)
    }
    return (seen.reading, spans)
  }

  /// Reads an agent's reply to a customer's message.
  ///
  /// - Parameters:
  ///   - reply: the agent's words.
  ///   - customer: the message answered, or an empty text.
  ///   - name: the customer's name, if known.
  /// - Returns: the reading; without a customer's message it is taken for a complaint.
  package mutating func readReply(
    _ reply: String,
    to customer: String,
    name: String?
  ) -> ReplyReading {
    let tokens = TokenisedText(reply)
    let language = identify(tokens)
    let traits = ReplyTraits(reply: tokens, customer: TokenisedText(customer), name: name)
    extractor.extract(tokens, language: language)
    let raw = model.replies.probabilities(extractor.features, dense: traits.values)
    let formality = Formality.estimate(tokens)
    let customerFormality = customer.isEmpty ? nil : Formality.estimate(TokenisedText(customer))
    let feeling = customer.isEmpty ? nil : read(customer, isServiceMessage: true)
    return ReplyReading(
      raw,
      model.replyCalibration,
      language: LanguageColumns.language(language),
      formality: (formality, customerFormality),
      answering: feeling
    )
  }

  /// What corrections learn from: the features of a text.
  package mutating func trace(_ text: String) -> CorrectionTrace {
    let tokens = TokenisedText(text)
    let language = identify(tokens)
    extractor.extract(tokens, language: language)
    return CorrectionTrace(extractor.features)
  }

  // MARK: Steps

  /// The name of the language's column; ``LanguageColumns/none`` for no words.
  private mutating func identify(_ tokens: TokenisedText) -> String {
    guard languageFeatures.extract(tokens) else { return LanguageColumns.none }
    let logits = model.languages.logits(languageFeatures.features)
    let best = logits.indices.max { logits[$0] < logits[$1] } ?? 0
    return model.languageNames[best]
  }

  /// The same, where the text alone leaves it open that of the texts before.
  private mutating func identify(_ tokens: TokenisedText, after earlier: [String]) -> String {
    guard !earlier.isEmpty, languageFeatures.extract(tokens) else { return identify(tokens) }
    let probabilities = model.languages.probabilities(languageFeatures.features)
    let best = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
    guard probabilities[best] < Self.clearLanguage else { return model.languageNames[best] }
    let before = earlier.suffix(Self.earlierLimit).joined(separator: "\n")
    let expected = LanguageColumns.language(identify(TokenisedText(before)))
    let letters = tokens.tokens.filter(\.isWord).reduce(0) { $0 + $1.folded.count }
    let least = letters <= Self.fewLetters ? 0 : Self.possibleLanguage
    let possible = probabilities.indices.filter {
      probabilities[$0] >= least && LanguageColumns.language(model.languageNames[$0]) == expected
    }
    return model.languageNames[possible.max { probabilities[$0] < probabilities[$1] } ?? best]
  }

  /// From this probability on a text's own words decide its language.
  private static let clearLanguage: Float = 0.9
  /// So few letters (`ok`) are a word of any language.
  private static let fewLetters = 5
  /// Below this probability a longer text is not in a language, whatever was written before.
  private static let possibleLanguage: Float = 0.01
  /// How many earlier texts are looked at.
  private static let earlierLimit = 3

  private func guess(_ language: String, isServiceMessage: Bool) -> Guess {
    let general = model.general.logits(extractor.features)
    let messages = model.messages.probabilities(
      extractor.features,
      dense: GeneralColumns.inputs(general)
    )
    return Guess(
      messages: messages,
      general: general,
      calibration: model.messageCalibration,
      generalCalibration: model.generalCalibration,
      language: language,
      isServiceMessage: isServiceMessage
    )
  }

  /// What was seen in a text, while its features are still there.
  private struct Sight {
    let tokens: TokenisedText
    let guess: Guess
    let reading: Reading
  }

  /// - Returns: `nil` for a text without anything in it.
  private mutating func see(
    _ text: String,
    _ earlier: [String],
    _ corrections: Corrections?,
    _ isServiceMessage: Bool
  ) -> Sight? {
    let tokens = TokenisedText(text)
    guard !tokens.tokens.isEmpty else { return nil }
    let language = identify(tokens, after: earlier)
    extractor.extract(tokens, language: language)
    var guess = self.guess(
      LanguageColumns.language(language),
      isServiceMessage: isServiceMessage
    )
    corrections?.shift(&guess, by: extractor.features)
    var reading = Reading(guess, language: LanguageColumns.language(language))
    if let column = Self.columns(reading).first {
      reading.evidence = evidence(column, guess, tokens)
    }
    reading.mentions = MentionFinder.find(in: text, tokens)
    return Sight(tokens: tokens, guess: guess, reading: reading)
  }

  /// The spans that carried a label, found in the model that decided it.
  private func evidence(
    _ column: Int,
    _ guess: Guess,
    _ tokens: TokenisedText
  ) -> [Evidence] {
    let general = guess.generalColumn(column)
    return EvidenceFinder.find(
      general ?? column,
      in: general == nil ? model.messages : model.general,
      extractor.features,
      tokens
    )
  }

  /// The columns of a reading's labels, the telling ones first.
  private static func columns(_ reading: Reading) -> [Int] {
    var columns = reading.labels.map(MessageColumns.column)
    if reading.polarity != .neutral {
      columns.append(Polarity.allCases.firstIndex(of: reading.polarity) ?? 0)
    }
    if reading.isUrgent { columns.append(MessageColumns.urgent) }
    if reading.isChurn { columns.append(MessageColumns.churn) }
    columns += reading.barriers.map(MessageColumns.column)
    if let root = reading.root { columns.append(MessageColumns.column(root)) }
    return columns
  }
}
