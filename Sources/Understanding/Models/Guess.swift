/// The calibrated probabilities of everything that is read in a customer's text.
///
/// Texts of any kind and service messages are read by two models, because people label them
/// differently: a closing "thanks" is gratitude on Reddit and manners in a request. How much each
/// counts is the probability that the text is a service message; in languages without a service
/// corpus the general model decides alone.
struct Guess: Sendable {
  /// By ``MessageColumns``.
  var probabilities: [Float]
  /// The probability that this is a service message in a language of the corpus.
  let service: Float
  let calibration: Calibration

  init(
    messages: [Float],
    general: [Float],
    calibration: Calibration,
    isCorpusLanguage: Bool
  ) {
    let service =
      isCorpusLanguage ? Probability.sigmoid(general[GeneralColumns.service]) : Float(0)
    self.service = service
    self.calibration = calibration
    var polarity = Array(general[GeneralColumns.polarity])
    Probability.normalise(&polarity, 0..<3)
    var mixed = messages
    for column in messages.indices {
      if column < 3 {
        mixed[column] = service * messages[column] + (1 - service) * polarity[column]
        continue
      }
      let calibrated = calibration.probability(messages[column], column)
      guard let twin = GeneralColumns.twins[column] else {
        mixed[column] = isCorpusLanguage ? calibrated : calibrated * 0.5
        continue
      }
      let other = Probability.sigmoid(general[twin])
      mixed[column] = service * calibrated + (1 - service) * other
    }
    probabilities = mixed
  }

  /// Whether a column's label is given.
  func isGiven(_ column: Int) -> Bool { calibration.isGiven(probabilities[column], column) }
}
