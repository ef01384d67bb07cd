package import Channels
package import ServiceDesk

/// One mailbox: its settings, how it fares, and what came of checking it.
///
/// Sent to `POST /settings/mailboxes` or `POST /settings/mailboxes/ID`: the fields of
/// ``MailboxFields``; the same to `…/check`, which saves nothing; to `…/pause`, `…/resume` and
/// `…/retry`: nothing more; to `…/sign-in`: `provider`, `clientID`, `clientSecret`.
package struct MailboxSettings: Sendable {
  package let shell: SettingsShell
  /// `nil` while it is being added.
  package let mailbox: Mailbox?
  package let fields: MailboxFields
  /// What could not be fetched.
  package let skipped: [SkippedMail]
  /// Passwords that were typed and are not saved yet, sealed.
  package let kept: String?
  /// How the check went, if there was one.
  package let results: [MailCheckResult]?
  /// Where the program is reached: `https://desk.example.com`.
  package let address: String

  package init(
    shell: SettingsShell,
    mailbox: Mailbox?,
    fields: MailboxFields,
    skipped: [SkippedMail] = [],
    kept: String? = nil,
    results: [MailCheckResult]? = nil,
    address: String
  ) {
    self.shell = shell
    self.mailbox = mailbox
    self.fields = fields
    self.skipped = skipped
    self.kept = kept
    self.results = results
    self.address = address
  }

  package var html: HTML {
    shell.page(
      "mailboxes",
      text.introduction,
      """
      <h2 class="name"><bdi>\(mailbox?.settings.name ?? text.addTitle)</bdi></h2>
      \(checked)\(health)\(unfetched)\(presets)\(form)\(signIn)
      """
    )
  }

  private var language: Language { shell.frame.language }
  private var text: MailboxTexts { language.mailboxes }

  private var path: String {
    mailbox.map { "/settings/mailboxes/\($0.id)" } ?? "/settings/mailboxes"
  }

  private var checked: HTML? {
    results.map { MailCheckView(results: $0, language: language).html }
  }

  private var health: HTML? {
    mailbox.map { mailbox in
      let view = MailboxHealthView(mailbox: mailbox, language: language)
      let isPaused = mailbox.pausedAt != nil
      let button = Button(
        isPaused ? text.resume : text.pause,
        kind: isPaused ? .primary : .plain,
        icon: .clock
      )
      return """
        <section class="part health">
          <h2>\(text.health)</h2>
          <p>\(view.badge.html)</p>
          \(view.facts)
          <form method="post" action="\(path)/\(isPaused ? "resume" : "pause")">\(shell.frame.token)
            \(button.html)
          </form>
          \(.when(!isPaused, "<p class=\"none\">\(text.pauseHint)</p>"))
        </section>
        """
    }
  }

  private var unfetched: HTML? {
    guard let mailbox, !skipped.isEmpty else { return nil }
    let text = text.skipped
    let entries = skipped.map { mail in
      SettingsEntry(
        title: mail.folder,
        detail: detail(of: mail),
        mark: Icon.alert.html,
        content:
          "<div class=\"health\"><p>\(LocalTime(mail.skippedAt, style: .full).html)</p></div>"
      )
    }
    let shown: HTML = .when(
      mailbox.health.skipped > skipped.count,
      "<p class=\"none\">\(text.cut(language.number(skipped.count)))</p>"
    )
    return """
      <section class="part" id="skipped">
        <h2>\(text.title)</h2>
        <p class="none">\(text.introduction)</p>
        \(shell.list(entries))\(shown)
        <form method="post" action="\(path)/retry">\(shell.frame.token)
          \(Button(text.retry, kind: .plain, icon: .clock).html)
        </form>
      </section>
      """
  }

  private func detail(of mail: SkippedMail) -> String {
    let reason = text.skipped.reasons[mail.reason] ?? ""
    // Of one that is too large, its size in bytes.
    guard mail.reason != .tooLarge else { return reason }
    return mail.words.isEmpty ? reason : "\(reason) \(text.error): \(mail.words)"
  }

  private var presets: HTML? {
    guard mailbox == nil else { return nil }
    let links = [
      (text.google, "?preset=google"), (text.microsoft, "?preset=microsoft"),
      (text.other, "?preset=other"),
    ]
    return """
      <p class="links">\(.joined(links.map { name, query in
        "<a href=\"/settings/mailboxes/new\(query)\">\(name)</a>"
      }))</p>
      """
  }

  private var form: HTML {
    """
    <section class="part">
      <form class="form mailbox" method="post" action="\(path)">
        \(shell.frame.token)
        \(kept.map { "<input type=\"hidden\" name=\"kept\" value=\"\($0)\">" as HTML })
        \(.joined(fields.groups(text, keepsPasswords: mailbox?.hasSecrets ?? false).map(group)))
        <div class="buttons">
          \(Button(mailbox == nil ? text.add : shell.text.save, kind: .primary).html)
          <button class="button plain" formaction="\(path)/check" formnovalidate>\
    \(Icon.plug.html)<span>\(text.check.button)</span></button>
        </div>
      </form>
    </section>
    """
  }

  private func group(_ group: MailboxFields.Group) -> HTML {
    let shown = group.fields.map { field -> HTML in
      var field = field
      field.fault = shell.faults[field.name]
      return field.html
    }
    let title: HTML? = group.title.map { "<legend>\($0)</legend>" }
    let hint: HTML? = group.hint.map { "<p class=\"hint\">\($0)</p>" }
    return "<fieldset>\(title)\(hint)\(.joined(shown))</fieldset>"
  }

  private var signIn: HTML? {
    guard let mailbox, mailbox.settings.signsInByProvider else { return nil }
    let text = text.signIn
    let providers = MailSignIn.Provider.allCases.map { Field.Choice($0.rawValue, $0.name) }
    let fields = [
      Field("provider", text.provider, control: .choice(providers)),
      Field("clientID", text.clientID, isRequired: true),
      Field("clientSecret", text.clientSecret, control: .line(type: "password")),
    ]
    return """
      <section class="part" id="sign-in">
        <h2>\(text.title)</h2>
        <p class="none">\(text.introduction)</p>
        <p>\(text.redirect):</p>
        <pre class="copy" dir="ltr" tabindex="0"><code>\(address)\(MailSignIn.path)</code></pre>
      </section>
      \(shell.form("\(path)/sign-in", fields, submit: text.begin))
      """
  }
}

extension Mailbox.Settings {
  /// Whether one of its servers is opened by a provider's leave.
  var signsInByProvider: Bool { incoming?.signIn == .oauth || outgoing?.signIn == .oauth }
}
