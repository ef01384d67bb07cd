/// What the settings say in one language.
package struct SettingsTexts: Sendable {
  package let add: String
  package let save: String
  package let remove: String
  package let change: String
  package let name: String
  package let email: String
  package let none: String
  package let profile: Profile
  package let account: Account
  package let agents: Agents
  package let teams: Teams
  package let labels: Labels
  package let inboxes: Inboxes
  package let replies: Replies
  package let tokens: Tokens
  package let blocked: Blocked

  package struct Profile: Sendable {
    package let introduction: String
    package let language: String
    package let browserLanguage: String
    package let zone: String
    package let zoneHint: String
    package let calendar: String
    package let gregorian: String
    package let persian: String
    package let passwordTitle: String
    package let current: String
    package let new: String
    package let passwordHint: String
    package let changePassword: String
  }

  package struct Account: Sendable {
    package let introduction: String
    package let company: String
    package let replyMinutes: String
    package let replyHint: String
    package let reopenDays: String
    package let reopenHint: String
  }

  package struct Agents: Sendable {
    package let introduction: String
    package let password: String
    package let passwordHint: String
    package let role: String
    package let agent: String
    package let administrator: String
    package let addTitle: String
  }

  package struct Teams: Sendable {
    package let introduction: String
    package let members: String
    package let addMember: String
    package let addTitle: String
    /// For the button beside a member's name.
    package let removeMember: @Sendable (String) -> String
  }

  package struct Labels: Sendable {
    package let introduction: String
    package let addTitle: String
    package let removeHint: String
  }

  package struct Inboxes: Sendable {
    package let introduction: String
    package let addTitle: String
    package let greeting: String
    package let away: String
    package let awayHint: String
    package let colour: String
    package let colourHint: String
    package let origins: String
    package let originsHint: String
    package let form: String
    package let never: String
    package let before: String
    package let after: String
    package let askName: String
    package let askEmail: String
    package let hidden: String
    package let optional: String
    package let required: String
    package let snippet: String
    package let snippetHint: String
    package let page: String
    package let secret: String
    package let secretHint: String
  }

  package struct Replies: Sendable {
    package let introduction: String
    package let text: String
    package let textHint: String
    package let shortcut: String
    package let addTitle: String
  }

  package struct Tokens: Sendable {
    package let introduction: String
    package let addTitle: String
    package let scope: String
    package let read: String
    package let write: String
    package let admin: String
    package let shownOnce: String
    package let withdraw: String
  }

  package struct Blocked: Sendable {
    package let introduction: String
    package let unblock: String
    package let none: String
  }
}

extension Language {
  /// What the settings say.
  package var settings: SettingsTexts {
    switch self {
    case .english: .english
    case .persian: .persian
    case .greek: .greek
    }
  }

  /// The language's name in itself.
  package var ownName: String {
    switch self {
    case .english: "English"
    case .persian: "فارسی"
    case .greek: "Ελληνικά"
    }
  }
}
