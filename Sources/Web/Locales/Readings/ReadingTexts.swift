import Understanding

/// What the desk says of what customers feel and want.
struct ReadingTexts: Sendable {
  let polarities: [Polarity: String]
  let feelings: [Emotion: String]
  let barriers: [Barrier: String]
  let roots: [Root: String]
  let urgent: String
  let churn: String
  /// What is said to those who ask where a reading comes from.
  let explanation: String
  let feelingTitle: String
  let barrierTitle: String
  let rootTitle: String
  let correct: String
  let isNot: @Sendable (String) -> String
  let add: String
  let choose: String
  /// Of a list of what customers are upset about.
  let upset: String
}

extension Language {
  /// What the desk says of readings.
  var readings: ReadingTexts {
    switch self {
    case .english: .english
    case .persian: .persian
    case .greek: .greek
    }
  }
}
