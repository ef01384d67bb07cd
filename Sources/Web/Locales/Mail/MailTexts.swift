/// What stands round the words of agents in a mail.
struct MailTexts: Sendable {
  /// Before what is quoted.
  let attribution: @Sendable (_ author: String, _ date: String) -> String
  /// An agent's name with the team's.
  let senderName: @Sendable (_ agent: String, _ team: String) -> String
}

extension Language {
  var mail: MailTexts {
    switch self {
    case .english: .english
    case .persian: .persian
    case .greek: .greek
    }
  }
}
