/// What the page says on which customers see how their conversation stands.
struct TrackingTexts: Sendable {
  let title: String
  /// The number comes in the language's digits.
  let number: @Sendable (String) -> String
  let owner: @Sendable (String) -> String
  let isOpen: String
  let due: String
  let isWaiting: String
  let isResolved: String
  let history: String
  let older: String
  let add: String
  let noSuchLink: String
}

extension Language {
  /// What the tracking page says.
  var tracking: TrackingTexts {
    switch self {
    case .english: .english
    case .persian: .persian
    case .greek: .greek
    }
  }
}
