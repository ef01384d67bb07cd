/// Everything that was learned for reading texts, at most 6 MB.
package struct ReadingModel: Sendable {
  let lexicon: Lexicon
  /// The names of the columns of ``languages``.
  let languageNames: [String]
  let languages: WeightTable
  /// Texts of any kind: feelings as public sets label them, and whether it is a service message.
  let general: WeightTable
  /// Service messages; its dense inputs are the scores of ``general``.
  let messages: WeightTable
  /// Agents' replies.
  let replies: WeightTable
  let generalCalibration: Calibration
  let messageCalibration: Calibration
  let replyCalibration: Calibration
}
