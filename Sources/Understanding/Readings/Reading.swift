/// What a customer's text says about its writer: language, feeling, wishes, and what it names.
package struct Reading: Sendable, Hashable {
  /// The ISO 639-1 code of the language, whichever letters it is written in; `und` for no words.
  package var language: String
  package var polarity: Polarity
  /// From -1, all negative, to 1: the probability of positive less that of negative, as the models
  /// state them.
  package var score: Double
  /// How strong the feeling shown is, from 0 to 1.
  package var intensity: Double
  /// The calibrated probability of each emotion; halved where nobody labelled it in any set of the
  /// language's kind.
  package var emotions: [Emotion: Double]
  /// The emotions above their thresholds, at most ``labelLimit``, the likeliest first.
  package var labels: [Emotion]
  /// The spans that carried the reading, the heaviest first, at most ``EvidenceFinder/spanLimit``.
  package var evidence: [Evidence]
  /// A deadline, an outage, money or safety is at stake now.
  package var isUrgent: Bool
  package var urgency: Double
  /// Leaving is said or clearly hinted at.
  package var isChurn: Bool
  package var churnRisk: Double
  /// The barriers complained of, the likeliest first.
  package var barriers: [Barrier]
  package var root: Root?
  /// Questions, amounts, dates, numbers and personal data in the order of the text.
  package var mentions: [Mention]

  /// People see no more than three feelings in a text.
  package static let labelLimit = 3

  /// The reading of a text without anything in it.
  static let ofNothing = Reading(
    language: "und",
    polarity: .neutral,
    score: 0,
    intensity: 0,
    emotions: Dictionary(uniqueKeysWithValues: Emotion.allCases.map { ($0, 0) }),
    labels: [],
    evidence: [],
    isUrgent: false,
    urgency: 0,
    isChurn: false,
    churnRisk: 0,
    barriers: [],
    root: nil,
    mentions: []
  )
}
