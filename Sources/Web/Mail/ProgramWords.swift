import Channels
import Foundation
import ServiceDesk
import Storage

/// What a program says in a mail.
struct ProgramWords {
  // Who wants to read more follows the link.
  private static let mostExcerpt = 2_000

  let letter: LetterContents
  let language: Language
  /// Where the program is reached, without a slash at the end.
  let address: String

  private var texts: LetterTexts { language.letters }
  private var number: Int { letter.conversation?.number ?? 0 }

  /// - Returns: `nil` for the letter's own.
  func subject(_ content: Letter.Content) -> String? {
    switch content {
    case .answer(let purpose): AnswerWords(letter, purpose, language, address).subject
    case .notice: nil
    case .digest(let count, _): texts.digest.subject(count)
    case .access(.invitation, _, _): texts.access.inviteSubject(letter.accountName)
    case .access(.reset, _, _): texts.access.resetSubject
    case .alert(.mailboxFailed, _): texts.alerts.failedSubject(mailbox)
    case .alert(.mailQuarantined, _): texts.alerts.quarantinedSubject
    case .alert(.loopStopped, _): texts.alerts.loopSubject(number)
    }
  }

  func text(_ content: Letter.Content) -> String {
    switch content {
    case .answer(let purpose): AnswerWords(letter, purpose, language, address).text
    case .notice(let notice, _, _): self.notice(notice)
    case .digest(let count, _): digest(count)
    case .access(let kind, _, _): access(kind)
    case .alert(let alert, _): self.alert(alert)
    }
  }

  /// - Returns: `nil` for the team's name.
  func sender(_ content: Letter.Content) -> String? {
    guard case .notice = content else { return nil }
    return (letter.by?.name.text ?? letter.about?.authorName).map {
      texts.via($0, letter.accountName)
    }
  }

  private func notice(_ notice: MailNotice) -> String {
    let name = letter.by?.name.text ?? letter.about?.authorName
    let first =
      switch notice {
      case .assigned: texts.notices.assigned(letter.by?.name.text, number)
      case .mentioned: texts.notices.mentioned(name, number)
      case .written: texts.notices.written(name, number)
      }
    let excerpt = letter.about.map { quoted($0.text) }
    return [first, excerpt, link, texts.notices.howTo].compactMap { $0 }
      .joined(separator: "\n\n")
  }

  private func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let cut = String(String.UnicodeScalarView(scalars.prefix(Self.mostExcerpt)))
    let whole = scalars.count > Self.mostExcerpt ? cut + "…" : cut
    return whole.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }

  private func digest(_ count: Int) -> String {
    let waiting = letter.waiting.sorted {
      ($0.dueAt?.milliseconds ?? .max, $0.id) < ($1.dueAt?.milliseconds ?? .max, $1.id)
    }
    let lines = waiting.map { "- #\($0.number) \($0.subject)\n  \(address(of: $0))" }
    let more = count > waiting.count ? ["- …"] : []
    return "\(texts.digest.text(count))\n\n" + (lines + more).joined(separator: "\n")
  }

  private func access(_ kind: AccessLink.Kind) -> String {
    let parts =
      switch kind {
      case .invitation:
        [texts.access.invite(letter.by?.name.text, letter.accountName), texts.access.inviteEnds]
      case .reset: [texts.access.reset(letter.accountName), texts.access.resetEnds]
      }
    return (parts + [letter.link ?? ""]).joined(separator: "\n\n")
  }

  private func alert(_ alert: MailAlert) -> String {
    switch alert {
    case .mailboxFailed:
      texts.alerts.failed(mailbox, letter.troubled?.health.lastError ?? "–")
    case .mailQuarantined: "\(texts.alerts.quarantined)\n\n\(address)/settings"
    case .loopStopped: "\(texts.alerts.loop(number))\n\n\(link ?? "")"
    }
  }

  private var mailbox: String { letter.troubled?.settings.name ?? "" }

  private var link: String? { letter.conversation.map(address(of:)) }

  private func address(of conversation: Conversation) -> String {
    "\(address)/desk/conversations/\(conversation.id)"
  }
}

/// What a program answers customers.
struct AnswerWords {
  private let values: MailTemplate.Values
  private let templates: (subject: String, text: String)

  /// What a mail speaks of.
  struct Example {
    var number: Int
    var subject: String
    var customer: String?
    var account: String
    var replyTime: Duration
    var link: String
  }

  /// Of templates that were checked.
  init(subject: String, text: String, language: Language, example: Example) {
    templates = (subject, text)
    values = [
      "conversation": [
        "number": String(example.number), "subject": example.subject, "link": example.link,
      ],
      "customer": ["name": example.customer, "firstName": example.customer?.firstWord]
        .compactMapValues { $0 },
      "account": ["name": example.account, "replyTime": language.inWords(example.replyTime)],
    ]
  }

  /// Of the account's words, else those that come along.
  init(
    _ letter: LetterContents,
    _ purpose: MailText.Purpose,
    _ language: Language,
    _ address: String
  ) {
    let common = language.answer(purpose)
    self.init(
      subject: letter.automaticText?.subject.text ?? common.subject,
      text: letter.automaticText?.text.text ?? common.text,
      language: language,
      example: Example(
        number: letter.conversation?.number ?? 0,
        subject: letter.conversation?.subject ?? "",
        customer: letter.conversation?.customer.name,
        account: letter.accountName,
        replyTime: letter.replyTime,
        link: letter.tracking.map { address + TrackingRoutes.path(to: $0) } ?? ""
      )
    )
  }

  var subject: String {
    // A subject is one line, whatever stands in the variables.
    filled(templates.subject).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  var text: String { filled(templates.text) }

  private func filled(_ text: String) -> String {
    // What is kept was checked as it came in, and what comes along is checked by tests.
    (try? MailTemplate(text))?.filled(with: values) ?? text
  }
}

extension Language {
  /// What the program answers where the account has put no words of its own: templates.
  func answer(_ purpose: MailText.Purpose) -> (subject: String, text: String) {
    letters.answers[purpose] ?? ("", "")
  }

  /// As in `4 hours`: in the largest unit that leaves whole numbers, rounded up.
  func inWords(_ duration: Duration) -> String {
    let minutes = max(1, Int((duration.wholeMilliseconds + 59_999) / 60_000))
    if minutes < 120 { return letters.minutes(digits(minutes)) }
    if minutes < 2 * 1_440 { return letters.hours(digits((minutes + 59) / 60)) }
    return letters.days(digits((minutes + 1_439) / 1_440))
  }

  private func digits(_ number: Int) -> String {
    number.formatted(.number.grouping(.never).locale(Locale(identifier: rawValue)))
  }
}
