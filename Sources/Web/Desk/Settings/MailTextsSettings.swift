package import ServiceDesk

/// What programs write to customers, by purpose and language; and in which language where a mail
/// does not tell.
///
/// Sent to `POST /settings/mail-texts/mailboxes/ID`: `language`.
package struct MailTextsSettings: Sendable {
  package let shell: SettingsShell
  /// The account's own.
  package let texts: [MailText]
  package let mailboxes: [Mailbox]

  package init(shell: SettingsShell, texts: [MailText], mailboxes: [Mailbox]) {
    self.shell = shell
    self.texts = texts
    self.mailboxes = mailboxes
  }

  private var words: WritingTexts { shell.frame.language.writing }

  package var html: HTML {
    let entries = MailText.Purpose.allCases.flatMap { purpose in
      Language.allCases.map { entry(purpose, $0) }
    }
    let languages: HTML = .joined(mailboxes.map(language))
    let part: HTML = .when(
      !mailboxes.isEmpty,
      "<section class=\"part\"><h2>\(words.languageTitle)</h2>\(languages)</section>"
    )
    return shell.page("mail-texts", words.introduction, "\(shell.list(entries))\(part)")
  }

  private func entry(_ purpose: MailText.Purpose, _ language: Language) -> SettingsEntry {
    let isOwn = texts.contains { $0.purpose == purpose && $0.language.text == language.rawValue }
    return SettingsEntry(
      title: words.name(of: purpose),
      detail: language.ownName,
      mark: Icon.template.html,
      badge: isOwn ? Badge(words.ownWords, tone: .accent) : nil,
      link: "/settings/mail-texts/\(purpose.rawValue)/\(language.rawValue)"
    )
  }

  private func language(of mailbox: Mailbox) -> HTML {
    let field = Field(
      "language",
      mailbox.settings.name,
      value: mailbox.settings.language ?? Language.english.rawValue,
      control: .choice(Language.allCases.map { Field.Choice($0.rawValue, $0.ownName) })
    )
    return """
      <form class="form" method="post" action="/settings/mail-texts/mailboxes/\(mailbox.id)">
        \(shell.frame.token)
        \(field.html)
        \(Button(shell.text.save).html)
      </form>
      """
  }
}

extension WritingTexts {
  func name(of purpose: MailText.Purpose) -> String {
    switch purpose {
    case .acknowledgement: acknowledgement
    case .outOfHours: outOfHours
    }
  }
}
