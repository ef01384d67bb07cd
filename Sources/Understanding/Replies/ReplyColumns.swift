/// The columns of the model of replies: which number stands for which label.
enum ReplyColumns {
  static let steps = 0..<5
  static let tones = 5..<9
  static let cliche = 9
  static let personal = 10
  static let count = 11

  /// A name for each column, as it is written in tables.
  static let names: [String] =
    ReplyStep.allCases.map(\.rawValue) + Tone.allCases.map(\.rawValue) + ["cliche", "personal"]

  static func targets(_ labels: ReplyLabels) -> [Float] {
    var targets = [Float](repeating: 0, count: count)
    for (index, step) in ReplyStep.allCases.enumerated() where labels.steps.contains(step) {
      targets[index] = 1
    }
    for (index, tone) in Tone.allCases.enumerated() where labels.tone == tone {
      targets[tones.lowerBound + index] = 1
    }
    targets[cliche] = labels.isCliche ? 1 : 0
    targets[personal] = labels.isPersonal ? 1 : 0
    return targets
  }
}
