package import ServiceDesk

/// The words for one purpose in one language, and what a customer would get.
///
/// Sent to `POST /settings/mail-texts/PURPOSE/LANGUAGE`, `…/preview` and `…/test`: `subject`,
/// `text`; to `…/removal`: nothing more.
package struct MailTextSettings: Sendable {
  package let shell: SettingsShell
  package let purpose: MailText.Purpose
  /// That of the text.
  package let language: Language
  /// A template, as kept or as it comes along.
  package let subject: String
  /// A template, as kept or as it comes along.
  package let text: String
  /// Whether these are the account's own words.
  package let isOwn: Bool
  /// What a customer would get.
  package let preview: (subject: String, text: String)

  package init(
    shell: SettingsShell,
    purpose: MailText.Purpose,
    language: Language,
    subject: String,
    text: String,
    isOwn: Bool,
    preview: (subject: String, text: String)
  ) {
    self.shell = shell
    self.purpose = purpose
    self.language = language
    self.subject = subject
    self.text = text
    self.isOwn = isOwn
    self.preview = preview
  }

  private var words: WritingTexts { shell.frame.language.writing }
  private var path: String {
    "/settings/mail-texts/\(purpose.rawValue)/\(language.rawValue)"
  }

  package var html: HTML {
    let removal: HTML = .when(
      isOwn,
      """
      <form method="post" action="\(path)/removal">\(shell.frame.token)\
      \(Button(words.reset, kind: .danger).html)</form>
      """
    )
    let title = "\(words.name(of: purpose)) · \(language.ownName)"
    return shell.page("mail-texts", title, "\(form)\(shown)\(removal)")
  }

  private var form: HTML {
    let variables = MailTemplate.variables.map { "{{\($0)}}" }.joined(separator: ", ")
    let fields = [
      Field("subject", words.subject, value: subject, isRequired: true),
      Field(
        "text",
        words.text,
        value: text,
        control: .text(rows: 12),
        hint: words.variables.filling(["names": variables]),
        isRequired: true
      ),
    ]
    return """
      <section class="part">
        <form class="form" method="post" action="\(path)">
          \(shell.frame.token)
          \(.joined(fields.map(shell.shown)))
          <div class="row">
            \(Button(shell.text.save, kind: .primary).html)
            <button class="button plain" formaction="\(path)/preview">\
      <span>\(words.preview)</span></button>
            <button class="button plain" formaction="\(path)/test">\
      <span>\(words.test)</span></button>
          </div>
        </form>
      </section>
      """
  }

  private var shown: HTML {
    """
    <section class="part" lang="\(language.rawValue)" dir="\(language.direction)">
      <h2 dir="auto">\(preview.subject)</h2>
      <div class="preview">\(Markdown.html(preview.text))</div>
    </section>
    """
  }
}
