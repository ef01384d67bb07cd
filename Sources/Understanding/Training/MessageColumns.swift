/// The columns of the model of service messages: which number stands for which label.
enum MessageColumns {
  static let polarity = 0..<3
  static let emotions = 3..<16
  static let urgent = 16
  static let churn = 17
  static let barriers = 18..<28
  static let roots = 28..<32
  /// Strength of at least 1, 2 and 3.
  static let strength = 32..<35
  static let count = 35

  /// A name for each column, as it is written in tables.
  static let names: [String] =
    Polarity.allCases.map(\.rawValue) + Emotion.allCases.map(\.rawValue) + ["urgent", "churn"]
    + Barrier.allCases.map(\.rawValue) + Root.allCases.map(\.rawValue)
    + ["strength1", "strength2", "strength3"]

  /// The columns that have a meaning for people, by name; the strengths are steps of one scale.
  static let labels: [String: Int] = Dictionary(
    uniqueKeysWithValues: names[..<strength.lowerBound].enumerated().map { ($1, $0) }
  )

  static func targets(_ labels: MessageLabels) -> [Float] {
    var targets = [Float](repeating: 0, count: count)
    func set(_ column: Int, _ isTrue: Bool) { targets[column] = isTrue ? 1 : 0 }
    for (index, value) in Polarity.allCases.enumerated() { set(index, labels.polarity == value) }
    for (index, value) in Emotion.allCases.enumerated() {
      set(emotions.lowerBound + index, labels.emotions.contains(value))
    }
    set(urgent, labels.isUrgent)
    set(churn, labels.isChurn)
    for (index, value) in Barrier.allCases.enumerated() {
      set(barriers.lowerBound + index, labels.barriers.contains(value))
    }
    for (index, value) in Root.allCases.enumerated() {
      set(roots.lowerBound + index, labels.root == value)
    }
    for level in 1...3 { set(strength.lowerBound + level - 1, labels.strength >= level) }
    return targets
  }

  static func column(_ emotion: Emotion) -> Int {
    emotions.lowerBound + (Emotion.allCases.firstIndex(of: emotion) ?? 0)
  }

  static func column(_ barrier: Barrier) -> Int {
    barriers.lowerBound + (Barrier.allCases.firstIndex(of: barrier) ?? 0)
  }

  static func column(_ root: Root) -> Int {
    roots.lowerBound + (Root.allCases.firstIndex(of: root) ?? 0)
  }
}
