import ServiceDesk

/// What is said about mail that waits for people, in and out, in one language.
package struct MailroomTexts: Sendable {
  let attention: Attention
  let incoming: Incoming
  let outgoing: Outgoing

  /// What administrators are told at their desk; numbers come in the language's digits.
  struct Attention: Sendable {
    let failing: @Sendable (_ count: String) -> String
    let quarantined: @Sendable (_ count: String) -> String
    let unsent: @Sendable (_ count: String) -> String
  }

  struct Incoming: Sendable {
    let introduction: String
    let none: String
    let tabs: String
    let states: [MailSource.State: String]
    let noSubject: String
    let unknownSender: String
    let from: String
    let arrived: String
    let size: String
    let why: String
    /// By the reason's word; `other` for all that has none.
    let reasons: [String: String]
    let source: String
    let download: String
    /// Under a source that is shown in part.
    let cut: String
    let retry: String
    let retryHint: String
    let assign: String
    let number: String
    let text: String
    let textHint: String
    let bring: String
    let discard: String
    let discardHint: String
    let conversation: String
  }

  struct Outgoing: Sendable {
    let introduction: String
    let none: String
    let tabs: String
    let states: [OutgoingMail.State: String]
    let kinds: [OutgoingMail.Kind: String]
    let to: String
    let since: String
    let again: String
    let conversation: String
  }

  /// Why there is no message of a mail.
  func reason(_ word: String?) -> String {
    word.flatMap { incoming.reasons[$0] } ?? incoming.reasons["other"] ?? ""
  }
}

extension Language {
  /// What is said about mail that waits for people.
  package var mailroom: MailroomTexts {
    switch self {
    case .english: .english
    case .persian: .persian
    case .greek: .greek
    }
  }
}
