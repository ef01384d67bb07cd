/// What mails say that programs write, and what stands round those of agents.
struct MailTexts: Sendable {
  /// The subject of an acknowledgement, by the conversation's number.
  let received: @Sendable (_ number: Int) -> String
  /// Its text where the account has written none.
  let acknowledgement: @Sendable (_ number: Int) -> String
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
