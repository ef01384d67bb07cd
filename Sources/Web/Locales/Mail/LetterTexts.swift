import ServiceDesk

/// What the letters say that programs write.
struct LetterTexts: Sendable {
  /// What customers get, where the account has put no words of its own: templates.
  let answers: [MailText.Purpose: (subject: String, text: String)]
  /// How long an answer takes, in words; the number comes in the language's digits.
  let minutes: @Sendable (String) -> String
  let hours: @Sendable (String) -> String
  let days: @Sendable (String) -> String
  /// Whoever did it by the account, as in `Sara via Anemone`.
  let via: @Sendable (_ name: String, _ account: String) -> String
  let notices: Notices
  let digest: Digest
  let access: Access
  let alerts: Alerts

  struct Notices: Sendable {
    let assigned: @Sendable (_ by: String?, _ number: Int) -> String
    let mentioned: @Sendable (_ by: String?, _ number: Int) -> String
    let written: @Sendable (_ by: String?, _ number: Int) -> String
    /// How to answer by mail.
    let howTo: String
  }

  struct Digest: Sendable {
    let subject: @Sendable (_ count: Int) -> String
    let text: @Sendable (_ count: Int) -> String
  }

  struct Access: Sendable {
    let inviteSubject: @Sendable (_ account: String) -> String
    let invite: @Sendable (_ by: String?, _ account: String) -> String
    let inviteEnds: String
    let resetSubject: String
    let reset: @Sendable (_ account: String) -> String
    let resetEnds: String
  }

  struct Alerts: Sendable {
    let failedSubject: @Sendable (_ mailbox: String) -> String
    /// `error` is what the server said.
    let failed: @Sendable (_ mailbox: String, _ error: String) -> String
    let quarantinedSubject: String
    let quarantined: String
    let loopSubject: @Sendable (_ number: Int) -> String
    let loop: @Sendable (_ number: Int) -> String
  }
}

extension Language {
  var letters: LetterTexts {
    switch self {
    case .english: .english
    case .persian: .persian
    case .greek: .greek
    }
  }
}
