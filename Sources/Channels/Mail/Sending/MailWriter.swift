import Foundation
import Mail
package import ServiceDesk
import Storage

/// Writes what the desk wants to say in the form of a mail.
package struct MailWriter: Sendable {
  private let desk: Desk
  private let markup: Markup
  private let words: @Sendable (LetterContents) -> LetterWords

  /// What an agent has written, as the two parts of a mail: takes the text, the message's files
  /// and what names a file within the mail.
  package typealias Markup =
    @Sendable (String, [Attachment], (ID<Attachment>) -> String) -> MailBody

  /// - Parameters:
  ///   - desk: Where files come from.
  ///   - markup: How what an agent has written looks.
  ///   - words: What programs say, in the recipient's language.
  package init(
    desk: Desk,
    markup: @escaping Markup,
    words: @escaping @Sendable (LetterContents) -> LetterWords
  ) {
    self.desk = desk
    self.markup = markup
    self.words = words
  }

  /// The same letter gives the same mail.
  func write(_ letter: LetterContents, of account: ID<Account>) async throws -> ComposedMail {
    let settings = letter.mailbox.settings
    var letter = letter
    if case .access(_, let sealed, _) = letter.mail.letter.content {
      letter.link = try desk.secrets.open(sealed, of: account)
    }
    let words = words(letter)
    let contentID: (ID<Attachment>) -> String = { "\($0).\(letter.mail.rfcID)" }
    let body = markup(
      letter.message?.text ?? words.text,
      letter.message?.attachments ?? [],
      contentID
    )
    var mail = ComposedMail(
      messageID: letter.mail.rfcID,
      date: Date(timeIntervalSince1970: Double(letter.mail.releaseAt.milliseconds) / 1_000),
      from: MailAddress(
        name: words.from ?? letter.senderName(joined: words.senderName),
        address: settings.address
      ),
      subject: words.subject ?? letter.mail.letter.subject,
      text: text(letter, words, body),
      html: html(letter, words, body)
    )
    mail.to = letter.mail.letter.recipients.to.map(MailAddress.init)
    mail.cc = letter.mail.letter.recipients.cc.map(MailAddress.init)
    mail.inReplyTo = letter.mail.letter.inReplyTo
    mail.references = letter.mail.letter.references
    mail.fields = letter.fields + words.fields
    mail.files = try await files(of: letter.message, account: account) { file in
      if body.pictures.contains(file.id) { return contentID(file.id) }
      return file.isInline ? file.contentID : nil
    }
    return mail
  }

  private func text(
    _ letter: LetterContents,
    _ words: LetterWords,
    _ body: MailBody
  ) -> String {
    var parts = [body.text]
    if let signature = words.signature { parts.append("-- \n\(signature)") }
    if let quoted = letter.quoted {
      let lines = quoted.text.split(separator: "\n", omittingEmptySubsequences: false)
      parts.append("\(words.attribution ?? "")\n" + lines.map { "> \($0)" }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func html(
    _ letter: LetterContents,
    _ words: LetterWords,
    _ body: MailBody
  ) -> String {
    var parts = [body.html]
    if let signature = words.signature {
      parts.append("<div class=\"signature\">-- <br>\(paragraphs(signature))</div>")
    }
    if let quoted = letter.quoted {
      parts.append(
        """
        <div class="gmail_quote"><div>\(escaped(words.attribution ?? ""))</div>\
        <blockquote type="cite" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;\
        padding-left:1ex">\(paragraphs(quoted.text))</blockquote></div>
        """
      )
    }
    return """
      <!DOCTYPE html><html lang="\(words.language)" dir="\(words.direction)"><head>\
      <meta charset="utf-8"></head><body>\(parts.joined(separator: "<br>"))</body></html>
      """
  }

  private func files(
    of message: Message?,
    account: ID<Account>,
    contentID: (Attachment) -> String?
  ) async throws -> [ComposedMail.File] {
    var files: [ComposedMail.File] = []
    for attachment in message?.attachments ?? [] {
      guard let bytes = try await desk.blobs.bytes(attachment.hash, account: account.raw) else {
        throw CorrespondenceFailure.sourceMissing
      }
      files.append(
        ComposedMail.File(
          name: attachment.name.text,
          type: attachment.type.text,
          bytes: bytes,
          contentID: contentID(attachment)
        )
      )
    }
    return files
  }

  private func paragraphs(_ text: String) -> String {
    escaped(text).replacing("\n", with: "<br>")
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

/// What an agent has written, as the two parts of a mail.
package struct MailBody: Sendable {
  package let text: String
  package let html: String
  /// The files that the HTML shows.
  package let pictures: Set<ID<Attachment>>

  package init(text: String, html: String, pictures: Set<ID<Attachment>> = []) {
    self.text = text
    self.html = html
    self.pictures = pictures
  }
}

/// What a mail says beside an agent's words, in the recipient's language.
package struct LetterWords: Sendable {
  /// As in `en`.
  package var language: String
  /// `ltr` or `rtl`.
  package var direction: String
  /// In place of the letter's own, where there is one.
  package var subject: String?
  /// The sender's name, where it is neither the team's nor the agent's.
  package var from: String?
  /// For what no agent has written.
  package var text: String
  package var signature: String?
  /// As in `On 12 May 2026 Maria wrote:`.
  package var attribution: String?
  /// Where the recipient ends mail of this kind, for what comes by itself and often.
  package var unsubscribing: String?
  /// Puts an agent's name and the team's together, as in `Sara at Anemone`.
  package var senderName: @Sendable (String, String) -> String

  package init(
    language: String,
    direction: String,
    subject: String? = nil,
    text: String = "",
    signature: String? = nil,
    attribution: String? = nil,
    senderName: @escaping @Sendable (String, String) -> String
  ) {
    self.language = language
    self.direction = direction
    self.subject = subject
    self.text = text
    self.signature = signature
    self.attribution = attribution
    self.senderName = senderName
  }
}

extension LetterWords {
  /// What programs offer to their users (RFC 2369, 3.2).
  fileprivate var fields: [(name: String, value: String)] {
    unsubscribing.map { [("List-Unsubscribe", "<\($0)>")] } ?? []
  }
}

extension LetterContents {
  /// The name before the sender's address, by the mailbox's rule.
  fileprivate func senderName(joined: (String, String) -> String) -> String {
    let sender = mailbox.settings.sender
    let team = sender.team ?? accountName
    guard mail.kind == .reply, let agent = agent?.name.text else { return team }
    return switch sender.style {
    case .agent: agent
    case .team: team
    case .both: joined(agent, team)
    }
  }

  /// What tells programs how to treat it.
  fileprivate var fields: [(name: String, value: String)] {
    guard mail.kind.isAutomatic else { return [] }
    let isAnswer = mail.letter.inReplyTo != nil
    return [
      ("Auto-Submitted", isAnswer ? "auto-replied" : "auto-generated"),
      ("X-Auto-Response-Suppress", "All"),
      ("Precedence", "auto_reply"),
    ]
  }
}

extension MailAddress {
  fileprivate init(_ person: Correspondent) {
    self.init(name: person.name, address: person.address.text)
  }
}
