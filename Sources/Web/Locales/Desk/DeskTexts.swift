/// What the agents' desk says in one language.
package struct DeskTexts: Sendable {
  package let common: Common
  package let views: Views
  package let list: List
  package let conversation: ConversationPane
  package let composer: Composer
  package let panel: Panel
  package let start: Start
  package let search: Search
  package let signIn: SignIn
  package let settings: Settings
  /// By the raw value of the status.
  package let statuses: [String: String]
  /// By the raw value of the priority.
  package let priorities: [String: String]
  /// By the raw value of the channel; a channel without a text is shown by that value.
  package let channels: [String: String]
  /// What scripts say, by the name they ask with; `{name}` stands for what they put in.
  package let scripts: [(name: String, text: String)]

  package struct Common: Sendable {
    package let skip: String
    package let save: String
    package let more: String
    package let settings: String
    package let signOut: String
    package let available: String
    package let away: String
    package let menu: String
    package let sizes: Sizes
  }

  /// How the size of a file is said; the numbers come in the language's digits.
  package struct Sizes: Sendable {
    package let decimalMark: String
    package let bytes: @Sendable (String) -> String
    package let kilobytes: @Sendable (String) -> String
    package let megabytes: @Sendable (String) -> String
  }

  package struct Views: Sendable {
    package let title: String
    package let mine: String
    package let unassigned: String
    package let all: String
    package let waiting: String
    package let snoozed: String
    package let resolved: String
    package let spam: String
    package let teams: String
  }

  package struct List: Sendable {
    package let start: String
    package let more: String
    package let emptyMineTitle: String
    package let emptyMine: String
    package let emptyTitle: String
    package let empty: String
    package let nameless: String
    package let attention: String
  }

  package struct ConversationPane: Sendable {
    package let back: String
    package let resolve: String
    package let reopen: String
    package let snooze: String
    package let later: String
    package let tomorrow: String
    package let monday: String
    package let atTime: String
    package let assign: String
    package let take: String
    package let agents: String
    package let teams: String
    package let labels: String
    package let addLabel: String
    package let removeLabel: @Sendable (String) -> String
    package let priority: String
    package let subject: String
    package let changeSubject: String
    package let spam: String
    package let notSpam: String
    package let owner: String
    package let promised: String
    package let snoozedUntil: String
    package let messages: String
    package let older: String
    package let note: String
    package let system: String
    package let seen: String
    package let people: String
    package let chooseTitle: String
    package let choose: String
    package let attachments: String
  }

  package struct Composer: Sendable {
    package let label: String
    package let reply: String
    package let note: String
    package let replyTo: @Sendable (String) -> String
    package let notePlaceholder: String
    package let sendReply: String
    package let addNote: String
    package let replyHint: String
    package let noteHint: String
    package let tools: String
    package let bold: String
    package let italic: String
    package let link: String
    package let list: String
    package let quote: String
    package let code: String
    package let attach: String
    package let savedReplies: String
    package let drop: String
  }

  package struct Panel: Sendable {
    package let title: String
    package let identities: String
    package let proved: String
    package let claimed: String
    package let attributes: String
    package let others: String
    package let timeline: String
    package let blocked: String
    package let block: String
    package let unblock: String
    package let noIdentities: String
    package let noAttributes: String
    package let noOthers: String
    /// By the kind of identity; a kind without a text is shown by that value.
    package let kinds: [String: String]
  }

  package struct Start: Sendable {
    package let title: String
    package let introduction: String
    package let email: String
    package let name: String
    package let subject: String
    package let text: String
    package let owner: String
    package let send: String
  }

  package struct Search: Sendable {
    package let title: String
    package let placeholder: String
    package let go: String
    package let hint: String
    package let filters: [(example: String, meaning: String)]
    package let emptyTitle: String
    package let empty: String
    package let more: String
  }

  package struct SignIn: Sendable {
    package let title: String
    package let introduction: String
    package let email: String
    package let password: String
    package let signIn: String
  }

  package struct Settings: Sendable {
    package let title: String
    package let saved: String
    /// By the last part of the page's address.
    package let pages: [(path: String, name: String)]
  }
}

extension Language {
  /// What the agents' desk says.
  package var desk: DeskTexts {
    switch self {
    case .english: .english
    case .persian: .persian
    case .greek: .greek
    }
  }

  /// A whole number in the language's digits, grouped in thousands.
  package func number(_ number: Int) -> String {
    let digits = String(number.magnitude)
    let groups = digits.count - 1
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      text.append(self == .persian ? Self.persianDigit(digit) : digit)
      let left = groups - index
      if left > 0, left % 3 == 0 { text += groupMark }
    }
    return text
  }

  private var groupMark: String {
    switch self {
    case .english: ","
    case .persian: "٬"
    case .greek: "."
    }
  }

  private static func persianDigit(_ digit: Character) -> Character {
    let digits: [Character] = ["۰", "۱", "۲", "۳", "۴", "۵", "۶", "۷", "۸", "۹"]
    return digit.wholeNumberValue.map { digits[$0] } ?? digit
  }
}
