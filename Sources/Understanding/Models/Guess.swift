/// The probabilities of everything that is read in a customer's text; those of emotions, flags,
/// barriers and roots are calibrated.
///
/// Texts of any kind and service messages are read by two models, because people label them
/// differently: a closing "thanks" is gratitude on Reddit and manners in a request. In languages
/// without a service corpus the general model decides all that it knows. In the others the model of
/// service messages does, but for the polarity, where both count by the probability that the text
/// is a service message. The general model has the polarity once for each other kind of text, mixed
/// in the same way.
struct Guess: Sendable {
  /// By ``MessageColumns``.
  var probabilities: [Float]
  /// From which probability on each label is given, by ``MessageColumns``.
  let thresholds: [Float]
  /// Whether there is a service corpus in the text's language.
  let isCorpusLanguage: Bool
  /// How much its polarity counts as a service message's, from 0 to 1.
  let service: Float
  /// Which other kind of text it most likely is.
  let otherKind: TextKind

  init(
    messages: [Float],
    general: [Float],
    calibration: Calibration,
    generalCalibration: Calibration,
    language: String,
    isServiceMessage: Bool
  ) {
    var general = general
    Probability.normalise(&general, GeneralColumns.kinds)
    let doubt = Self.doubt[language]
    let isCorpusLanguage = doubt != nil
    let service =
      doubt.map { doubt in
        isServiceMessage
          ? 1 : Self.share(general[GeneralColumns.kind(.service)], in: doubt)
      } ?? 0
    self.isCorpusLanguage = isCorpusLanguage
    self.service = service
    let polarity: [Float]
    (polarity, otherKind) = Self.polarity(&general)
    var mixed = messages
    var thresholds = calibration.thresholds
    for column in messages.indices {
      if MessageColumns.polarity.contains(column) {
        mixed[column] = service * messages[column] + (1 - service) * polarity[column]
      } else if !isCorpusLanguage, let twin = GeneralColumns.twins[column] {
        let raw = Probability.sigmoid(general[twin])
        mixed[column] = generalCalibration.probability(raw, twin)
        thresholds[column] = generalCalibration.thresholds[twin]
      } else {
        let calibrated = calibration.probability(messages[column], column)
        mixed[column] = isCorpusLanguage ? calibrated : calibrated * Self.foreignTrust
      }
    }
    probabilities = mixed
    self.thresholds = thresholds
  }

  /// How far the model of service messages is believed in languages that it never saw, where only
  /// what its languages have in common speaks to it.
  private static let foreignTrust: Float = 0.5

  /// The probabilities that leave in doubt whether a text is a service message.
  ///
  /// In the languages of the corpus; chosen on held-out parts of it and of the free sets. There is
  /// so much other English to learn from that a service message in it has a low one.
  private static let doubt: [String: ClosedRange<Float>] = [
    "en": 0.03...0.13, "fa": 0.35...0.65, "el": 0.35...0.65,
  ]

  /// How much the model of service messages counts: all or nothing outside of doubtful texts, as
  /// half of a wrong reading spoils a right one.
  private static func share(_ probability: Float, in doubt: ClosedRange<Float>) -> Float {
    max(0, min(1, (probability - doubt.lowerBound) / (doubt.upperBound - doubt.lowerBound)))
  }

  /// Mixes the polarities of the kinds of text but service, each weighed by its probability.
  ///
  /// - Parameter general: scores, in which the kinds are probabilities already.
  /// - Returns: the three probabilities, and the kind that counted most.
  private static func polarity(_ general: inout [Float]) -> (mixed: [Float], likeliest: TextKind) {
    let kinds: [TextKind] = [.posts, .stories, .talk]
    let total = kinds.reduce(Float(1e-9)) { $0 + general[GeneralColumns.kind($1)] }
    var mixed: [Float] = [0, 0, 0]
    var likeliest = TextKind.posts
    for kind in kinds {
      let columns = GeneralColumns.polarity[kind.rawValue]
      Probability.normalise(&general, columns)
      let weight = general[GeneralColumns.kind(kind)]
      for place in 0..<3 { mixed[place] += general[columns.lowerBound + place] * weight / total }
      if weight > general[GeneralColumns.kind(likeliest)] { likeliest = kind }
    }
    return (mixed, likeliest)
  }

  /// Whether a column's label is given.
  func isGiven(_ column: Int) -> Bool { probabilities[column] >= thresholds[column] }

  /// The column of the general model that decided one of ``MessageColumns``; `nil` if the model of
  /// service messages did.
  func generalColumn(_ column: Int) -> Int? {
    if MessageColumns.polarity.contains(column) {
      return service >= 0.5
        ? nil : GeneralColumns.polarity[otherKind.rawValue].lowerBound + column
    }
    return isCorpusLanguage ? nil : GeneralColumns.twins[column]
  }
}
