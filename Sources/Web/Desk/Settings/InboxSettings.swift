package import ServiceDesk

/// One inbox: its settings, and the line for the company's website.
///
/// Sent to `POST /settings/inboxes/ID`: `name`, `greeting`, `away`, `colour`, `origins` (one a
/// line), `form` (`never`, `before`, `after`), `askName` and `askEmail` (`hidden`, `optional`,
/// `required`); to `POST /settings/inboxes/ID/secret`: nothing more, for another secret.
package struct InboxSettings: Sendable {
  /// As stored, or as typed before and not taken.
  package struct Values: Sendable {
    package var name: String
    package var greeting: String
    package var away: String
    package var colour: String
    package var origins: String
    package var form: String
    package var askName: String
    package var askEmail: String

    package init(
      name: String,
      greeting: String = "",
      away: String = "",
      colour: String = "",
      origins: String = "",
      form: String = "never",
      askName: String = "hidden",
      askEmail: String = "hidden"
    ) {
      self.name = name
      self.greeting = greeting
      self.away = away
      self.colour = colour
      self.origins = origins
      self.form = form
      self.askName = askName
      self.askEmail = askEmail
    }
  }

  package let shell: SettingsShell
  package let id: ID<Inbox>
  package let values: Values
  /// The public key.
  package let key: String
  /// What signs identities; only where it was asked for.
  package let secret: String?
  /// Where the program is reached: `https://desk.example.com`.
  package let address: String

  package init(
    shell: SettingsShell,
    id: ID<Inbox>,
    values: Values,
    key: String,
    secret: String?,
    address: String
  ) {
    self.shell = shell
    self.id = id
    self.values = values
    self.key = key
    self.secret = secret
    self.address = address
  }

  package var html: HTML {
    let text = shell.text.inboxes
    let form = shell.form("/settings/inboxes/\(id)", fields + questions, submit: shell.text.save)
    return shell.page("inboxes", text.introduction, "\(installation)\(form)\(signing)")
  }

  private var installation: HTML {
    let text = shell.text.inboxes
    return """
      <section class="part">
        <h2>\(text.snippet)</h2>
        <p class="none">\(text.snippetHint)</p>
        <pre class="copy" dir="ltr" tabindex="0"><code>\(snippet)</code></pre>
        <p>\(text.page): <a dir="ltr" href="/chat/\(key)">\(address)/chat/\(key)</a></p>
        <p><a href="/widget/test.html?inbox=\(key)">\(shell.frame.language.site.common.testPage)</a></p>
      </section>
      """
  }

  private var signing: HTML {
    let text = shell.text.inboxes
    let site = shell.frame.language.site.settings
    let shown: HTML =
      secret.map { "<pre class=\"copy\" dir=\"ltr\" tabindex=\"0\"><code>\($0)</code></pre>" }
      ?? "<p>\(Button(site.showSecret, address: "/settings/inboxes/\(id)?secret=1#secret").html)</p>"
    return """
      <section class="part" id="secret">
        <h2>\(text.secret)</h2>
        <p class="none">\(text.secretHint)</p>
        \(shown)
        <form method="post" action="/settings/inboxes/\(id)/secret">\(shell.frame.token)
          \(Button(site.renewSecret, kind: .danger).html)
          <p class="none">\(site.renewHint)</p>
        </form>
      </section>
      """
  }

  private var snippet: String {
    "<script type=\"module\" src=\"\(address)/widget.js\" data-inbox=\"\(key)\"></script>"
  }

  private var fields: [Field] {
    let text = shell.text.inboxes
    return [
      Field("name", shell.text.name, value: values.name, isRequired: true),
      Field("greeting", text.greeting, value: values.greeting, control: .text(rows: 2)),
      Field(
        "away",
        text.away,
        value: values.away,
        control: .text(rows: 2),
        hint: text.awayHint
      ),
      Field("colour", text.colour, value: values.colour, control: .line(type: "color")),
      Field(
        "origins",
        text.origins,
        value: values.origins,
        control: .text(rows: 3),
        hint: text.originsHint
      ),
    ]
  }

  private var questions: [Field] {
    let text = shell.text.inboxes
    let moments = [
      Field.Choice("never", text.never), Field.Choice("before", text.before),
      Field.Choice("after", text.after),
    ]
    let needs = [
      Field.Choice("hidden", text.hidden), Field.Choice("optional", text.optional),
      Field.Choice("required", text.required),
    ]
    return [
      Field("form", text.form, value: values.form, control: .choice(moments)),
      Field("askName", text.askName, value: values.askName, control: .choice(needs)),
      Field("askEmail", text.askEmail, value: values.askEmail, control: .choice(needs)),
    ]
  }
}
