/// What the pages around the desk say in one language: the start, the first steps, the chat page
/// that customers open, and what the settings say beside their own texts.
package struct SiteTexts: Sendable {
  let start: Start
  let welcome: Welcome
  let common: Common
  let chat: Chat
  let settings: Settings

  struct Start: Sendable {
    let signIn: String
    let setUp: String
    let byCommand: String
  }

  struct Welcome: Sendable {
    let title: String
    let introduction: String
    let tryTitle: String
    let tryText: String
    let tryLink: String
    let chatTitle: String
    let chatText: String
    let inviteTitle: String
    let inviteText: String
    let inviteLink: String
    let desk: String
    let example: Example
  }

  /// What is there to try at first; nobody in it is real.
  struct Example: Sendable {
    let inbox: String
    let greeting: String
    let customer: String
    let message: String
  }

  struct Common: Sendable {
    let snippet: String
    let chatPage: String
    let testPage: String
  }

  struct Settings: Sendable {
    let picture: String
    let pictureHint: String
    let upload: String
    let removePicture: String
    let sessions: String
    let sessionsHint: String
    let thisSession: String
    let unknownDevice: String
    let end: String
    let setPassword: String
    let makeAdministrator: String
    let makeAgent: String
    let you: String
    let isDefault: String
    let showSecret: String
    let renewSecret: String
    let renewHint: String
    let language: String
    let anyLanguage: String
  }

  struct Chat: Sendable {
    let introduction: String
    let message: String
    let name: String
    let email: String
    let files: String
    let send: String
    let you: String
    let team: String
    let history: String
    let older: String
    let reload: String
    let away: String
    let atOnce: String
    /// How long an answer takes; the number comes in the language's digits.
    let minutes: @Sendable (String) -> String
    let hours: @Sendable (String) -> String
    let days: @Sendable (String) -> String
    let blocked: String
  }
}

extension Language {
  /// What the pages about the desk itself say.
  package var site: SiteTexts {
    switch self {
    case .english: .english
    case .persian: .persian
    case .greek: .greek
    }
  }
}
