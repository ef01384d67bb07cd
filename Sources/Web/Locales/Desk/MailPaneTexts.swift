import ServiceDesk

/// What the desk says about mail in conversations.
struct MailPaneTexts: Sendable {
  let from: String
  let to: String
  let cc: String
  let bcc: String
  let subject: String
  let details: String
  let original: Original
  let sending: Sending
  let recipients: Recipients
  let join: Join
  let start: Start
  let automatic: [AutomaticMail: String]
  let warnings: [MailWarning: String]

  /// The mail as it came.
  struct Original: Sendable {
    let show: String
    let title: String
    let source: String
    let images: @Sendable (_ count: Int, _ number: String) -> String
    let quoted: String
    let signature: String
  }

  /// How a reply goes out; what servers say is added in their own words.
  struct Sending: Sendable {
    let held: String
    let undo: String
    let queued: String
    let delayed: String
    let sent: String
    let failed: String
    let sendAgain: String
    let withdrawn: @Sendable (_ name: String) -> String
    let bounced: @Sendable (_ recipients: String) -> String
    let complained: @Sendable (_ recipients: String) -> String
    let reasons: BounceReasons
  }

  /// Why a mail came back, after RFC 3463.
  struct BounceReasons: Sendable {
    let noMailbox: String
    let full: String
    let refused: String
    let unreachable: String
    let other: String
  }

  /// Who gets an answer.
  struct Recipients: Sendable {
    let byMail: @Sendable (_ from: String) -> String
    let afterChat: @Sendable (_ from: String) -> String
    let noMailbox: String
    let more: String
    let added: @Sendable (_ people: String) -> String
    let dropped: @Sendable (_ people: String) -> String
    let confirm: String
    let separator: String
  }

  /// Whether two conversations are one.
  struct Join: Sendable {
    let title: @Sendable (_ number: String) -> String
    let reasons: [JoinProposal.Reason: String]
    let join: String
    let keepApart: String
  }

  /// A first mail to a customer.
  struct Start: Sendable {
    let mailbox: String
    let cc: String
    let ccHint: String
    let noMail: String
  }
}

extension Language {
  /// What the desk says about mail in conversations.
  var mailPane: MailPaneTexts {
    switch self {
    case .english: .english
    case .persian: .persian
    case .greek: .greek
    }
  }
}

extension MailPaneTexts.BounceReasons {
  /// The words for a status like `5.1.1`.
  func words(for status: String?) -> String {
    let parts = status?.split(separator: ".").dropFirst().map(String.init) ?? []
    switch (parts.first, parts.last) {
    case ("1", _), ("2", "1"): return noMailbox
    case ("2", "2"), ("2", "3"), ("3", "4"): return full
    case ("7", _): return refused
    case ("4", _): return unreachable
    default: return other
    }
  }
}
