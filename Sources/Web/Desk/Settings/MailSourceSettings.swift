import ServiceDesk

/// One mail of which no message was made: what it says, and what can be done with it.
///
/// Sent to `POST /settings/mail/ID/retry` and `…/discard`: nothing more; to
/// `…/conversation`: `number`, `text`.
package struct MailSourceSettings: Sendable {
  package let shell: SettingsShell
  package let mail: MailSourceView
  /// What can be read of it.
  package let text: String
  /// The mail as it came, or its beginning.
  package let raw: String

  /// How much of a mail is shown, in bytes.
  package static let mostShown = 100_000

  package init(shell: SettingsShell, mail: MailSourceView, text: String, raw: String) {
    self.shell = shell
    self.mail = mail
    self.text = text
    self.raw = raw
  }

  package var html: HTML {
    let texts = shell.frame.language.mailroom.incoming
    return shell.page(
      "mail",
      texts.introduction,
      """
      <h2 class="name" dir="auto">\(mail.subject ?? texts.noSubject)</h2>
      \(facts)\(actions)\(source)
      """
    )
  }

  private var source: HTML {
    let texts = shell.frame.language.mailroom.incoming
    let isCut = mail.source.size > Self.mostShown
    let download = Button(texts.download, icon: .download, address: "\(path)/source")
    return """
      <section class="part">
        <h2>\(texts.source)</h2>
        \(.when(isCut, "<p class=\"none\">\(texts.cut)</p>"))
        <pre class="raw" dir="auto" tabindex="0">\n\(raw)</pre>
        <p>\(download.html)</p>
      </section>
      """
  }

  private var path: String { "/settings/mail/\(mail.source.id)" }

  private var facts: HTML {
    let language = shell.frame.language
    let texts = language.mailroom
    let size = FileSize(mail.source.size, language: language).text
    let link: HTML? = mail.source.conversation.map {
      "<p><a href=\"/desk/conversations/\($0)\">\(texts.incoming.conversation)</a></p>"
    }
    let reason: HTML? = mail.source.reason.map { word in
      "<dt>\(texts.incoming.why)</dt><dd>\(texts.reason(word))</dd>"
    }
    return """
      <dl class="mail-facts">
        <dt>\(texts.incoming.from)</dt>
        <dd><bdi>\(mail.sender ?? texts.incoming.unknownSender)</bdi></dd>
        <dt>\(texts.incoming.arrived)</dt>
        <dd>\(LocalTime(mail.source.arrivedAt, style: .full).html)</dd>
        <dt>\(texts.incoming.size)</dt><dd>\(size)</dd>
        \(reason)
      </dl>
      <p>\(Badge(texts.incoming.states[mail.source.state] ?? "").html)</p>
      \(link)
      """
  }

  private var actions: HTML? {
    guard mail.source.state != .received else { return nil }
    let texts = shell.frame.language.mailroom.incoming
    let assignment = shell.form(
      "\(path)/conversation",
      title: texts.assign,
      [
        Field("number", texts.number, control: .line(type: "number"), isRequired: true),
        Field(
          "text",
          texts.text,
          value: text,
          control: .text(rows: 6),
          hint: texts.textHint,
          isRequired: true
        ),
      ],
      submit: texts.bring
    )
    let discard: HTML = .when(
      mail.source.state != .discarded,
      button("discard", Button(texts.discard, kind: .danger), texts.discardHint)
    )
    return """
      <section class="part">
        \(button("retry", Button(texts.retry, icon: .undo), texts.retryHint))\(discard)
      </section>
      \(assignment)
      """
  }

  private func button(_ verb: String, _ button: Button, _ hint: String) -> HTML {
    """
    <form class="act" method="post" action="\(path)/\(verb)">\(shell.frame.token)
      \(button.html) <span class="none">\(hint)</span></form>
    """
  }
}
