package import Channels
import Foundation
package import ServiceDesk
import Storage

/// What mails from here say beside an agent's words, and how those look.
package enum MailPages {
  /// What an agent has written, as a mail's two parts say it.
  ///
  /// - Parameters:
  ///   - text: Markdown.
  ///   - files: The message's; those that the text shows are addressed by their ids.
  ///   - contentID: What names a file within the mail.
  /// - Returns: the text, and safe HTML.
  package static func body(
    _ text: String,
    files: [Attachment],
    contentID: (ID<Attachment>) -> String
  ) -> MailBody {
    let shown = Markdown.pictures(in: text, of: files).map(\.id)
    let pairs = shown.map { ($0, "cid:\(contentID($0))") }
    let html = Markdown.html(text, pictures: Dictionary(pairs) { first, _ in first })
    return MailBody(
      text: shown.reduce(text) { $0.replacing("](attachment:\($1))", with: "]") },
      html: html.markup,
      pictures: Set(shown)
    )
  }

  /// The words that the program adds to a mail.
  ///
  /// Links lead below `address`, where the program is reached, without a slash at the end.
  package static func words(of letter: LetterContents, address: String) -> LetterWords {
    let language = Language(of: letter)
    let texts = language.mail
    var words = LetterWords(
      language: language.rawValue,
      direction: language.direction,
      text: letter.mail.letter.text ?? "",
      senderName: texts.senderName
    )
    words.signature = signature(of: letter, in: language)
    words.attribution = letter.quoted.map {
      texts.attribution($0.author, language.longDate($0.writtenAt))
    }
    guard let content = letter.mail.letter.content else { return words }
    let program = ProgramWords(letter: letter, language: language, address: address)
    words.subject = program.subject(content)
    words.text = program.text(content)
    words.from = program.sender(content)
    if case .digest = content { words.unsubscribing = "\(address)/settings/profile" }
    return words
  }

  /// The agent's own signature in the language, else the mailbox's; no program signs.
  private static func signature(of letter: LetterContents, in language: Language) -> String? {
    guard letter.mail.kind == .reply else { return nil }
    let text =
      letter.signatures[language.rawValue]
      ?? letter.mailbox.settings.signatures[language.rawValue]
    guard let text else { return nil }
    let values = [
      "agent": ["name": letter.agent?.name.text ?? ""], "account": ["name": letter.accountName],
    ]
    // A mailbox's signature that is no template goes out as it was written.
    let template = try? MailTemplate(text, speakingOf: MailTemplate.signatureVariables)
    let filled = template?.filled(with: values) ?? text
    return filled.isEmpty ? nil : filled
  }
}

extension Language {
  /// The letter's own; that of a reply's words; else the recipient's, where it is an agent.
  init(of letter: LetterContents) {
    let tag =
      switch letter.mail.kind {
      case .reply:
        letter.message.flatMap { TextLanguage.guess($0.text) } ?? letter.mailbox.settings.language
      default: letter.mail.letter.language ?? letter.agent?.language?.text
      }
    self = tag.flatMap { Language(rawValue: $0) } ?? .english
  }

  /// As in `12 May 2026, 14:05`, in UTC.
  fileprivate func longDate(_ time: Timestamp) -> String {
    Date(timeIntervalSince1970: Double(time.milliseconds) / 1_000).formatted(
      Date.FormatStyle(date: .long, time: .shortened, locale: Locale(identifier: rawValue))
    )
  }
}
