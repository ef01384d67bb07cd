import Channels
import ServiceDesk

/// What the settings of mailboxes say in one language.
package struct MailboxTexts: Sendable {
  let introduction: String
  let add: String
  let addTitle: String
  let google: String
  let microsoft: String
  let other: String
  let conditions: [MailboxCondition: String]
  /// The last success; before a time.
  let lastSuccess: String
  let failedSince: String
  /// How many messages lie unfetched, in the language's digits.
  let waiting: @Sendable (_ count: String) -> String
  let skipped: Skipped
  let health: String
  let error: String
  let pause: String
  let pauseHint: String
  let resume: String
  let form: Form
  let check: Check
  let signIn: SignIn

  /// What could not be fetched.
  struct Skipped: Sendable {
    let title: String
    let introduction: String
    /// How many messages, in the language's digits.
    let count: @Sendable (_ count: String) -> String
    /// Under a list that shows only so many.
    let cut: @Sendable (_ count: String) -> String
    let reasons: [SkippedMail.Reason: String]
    let retry: String
  }

  struct Form: Sendable {
    let name: String
    let nameHint: String
    let address: String
    let aliases: String
    let aliasesHint: String
    let incoming: String
    let incomingHint: String
    let outgoing: String
    let outgoingHint: String
    let host: String
    let port: String
    let security: String
    let securities: [MailServer.Security: String]
    let signIn: String
    let signIns: [MailServer.SignIn: String]
    let user: String
    let password: String
    let passwordKept: String
    let fetching: String
    let folders: String
    let foldersHint: String
    let after: String
    let afters: [Mailbox.Fetching.After: String]
    let moveTo: String
    let since: String
    let sinceAll: String
    let sinceNow: String
    /// The day from which on mail is fetched now.
    let sinceKept: @Sendable (_ day: String) -> String
    let answers: String
    let sender: String
    let senderStyles: [Mailbox.SenderName.Style: String]
    let team: String
    let teamHint: String
    let quoting: String
    let quotings: [Mailbox.Quoting: String]
    /// The label of a signature, by the language's own name.
    let signature: @Sendable (_ language: String) -> String
    let acknowledges: String
    let acknowledgesHint: String
    let trusted: String
    let trustedHint: String
  }

  struct Check: Sendable {
    let button: String
    let title: String
    let passed: String
    let failed: String
    let sends: String
    let steps: [MailStep: String]
    /// Of one step.
    let succeeded: String
    let stepFailed: String
    let skipped: String
    let theirWords: String
    /// What fails.
    let problems: [MailCheckProblem: String]
    /// What to change.
    let advice: [MailCheckProblem: String]
  }

  struct SignIn: Sendable {
    let title: String
    let introduction: String
    let redirect: String
    let provider: String
    let clientID: String
    let clientSecret: String
    let begin: String
    /// Before the link that leads away, by the provider's name.
    let goOn: @Sendable (_ provider: String) -> String
    let faults: [MailSignInFault: String]
  }
}

/// Why signing in with a provider did not end well.
enum MailSignInFault: String, Sendable, CaseIterable {
  /// It took too long, or was begun in another browser.
  case expired
  /// The mailbox's owner said no.
  case denied
  case refused
  case unreachable
  /// The provider gives leave for an hour only.
  case notLasting
}

extension Language {
  /// What the settings of mailboxes say.
  package var mailboxes: MailboxTexts {
    switch self {
    case .english: .english
    case .persian: .persian
    case .greek: .greek
    }
  }
}
