package import Channels
import Foundation
package import ServiceDesk
import Storage

/// What mails from here say beside an agent's words, and how those look.
package enum MailPages {
  /// Safe HTML of what an agent has written as Markdown.
  package static func markup(of text: String) -> String { Markdown.html(text).markup }

  /// The words that the program adds to a mail.
  package static func words(of letter: LetterContents) -> LetterWords {
    let language = letter.agent?.language.flatMap { Language(rawValue: $0.text) } ?? .english
    let texts = language.mail
    var words = LetterWords(
      language: language.rawValue,
      direction: language.direction,
      subject: letter.mail.kind == .acknowledgement
        ? texts.received(letter.conversation?.number ?? 0) : nil,
      text: letter.mail.letter.text ?? texts.acknowledgement(letter.conversation?.number ?? 0),
      senderName: texts.senderName
    )
    words.signature = letter.mailbox.settings.signatures[language.rawValue]
    words.attribution = letter.quoted.map {
      texts.attribution($0.author, language.longDate($0.writtenAt))
    }
    return words
  }
}

extension Language {
  /// As in `12 May 2026, 14:05`, in UTC.
  fileprivate func longDate(_ time: Timestamp) -> String {
    Date(timeIntervalSince1970: Double(time.milliseconds) / 1_000).formatted(
      Date.FormatStyle(date: .long, time: .shortened, locale: Locale(identifier: rawValue))
    )
  }
}
