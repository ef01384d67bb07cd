package import ServiceDesk
package import Storage

/// The keys of programs, and once the secret of a new one.
///
/// Sent to `POST /settings/tokens`: `name`, `scope` (`read`, `write`, `admin`); to
/// `POST /settings/tokens/ID/removal`: nothing more.
package struct TokensSettings: Sendable {
  /// One token, without its secret.
  package struct Entry: Sendable {
    package let id: ID<Token>
    package let name: String
    /// Whose it is.
    package let agent: String
    package let createdAt: Timestamp

    package init(id: ID<Token>, name: String, agent: String, createdAt: Timestamp) {
      self.id = id
      self.name = name
      self.agent = agent
      self.createdAt = createdAt
    }
  }

  package let shell: SettingsShell
  package let tokens: [Entry]
  /// The secret of the one issued just now.
  package let issued: String?
  /// Where those after them begin.
  package let next: String?

  package init(
    shell: SettingsShell,
    tokens: [Entry],
    issued: String? = nil,
    next: String? = nil
  ) {
    self.shell = shell
    self.tokens = tokens
    self.issued = issued
    self.next = next
  }

  package var html: HTML {
    let text = shell.text.tokens
    let entries = tokens.map { token in
      SettingsEntry(
        title: token.name,
        detail: token.agent,
        mark: Icon.plug.html,
        action: .init(text: text.withdraw, address: "/settings/tokens/\(token.id)/removal"),
        content: LocalTime(token.createdAt).html
      )
    }
    let form = shell.form(
      "/settings/tokens",
      title: text.addTitle,
      fields,
      submit: shell.text.add
    )
    return shell.page(
      "tokens",
      text.introduction,
      "\(secret)\(shell.list(entries, next: next))\(form)"
    )
  }

  private var secret: HTML? {
    issued.map { secret in
      """
      <section class="part">
        \(Notice(shell.text.tokens.shownOnce, tone: .good).html)
        <pre class="copy" dir="ltr" tabindex="0"><code>\(secret)</code></pre>
      </section>
      """
    }
  }

  private var fields: [Field] {
    let text = shell.text.tokens
    let scopes = [
      Field.Choice("read", text.read), Field.Choice("write", text.write),
      Field.Choice("admin", text.admin),
    ]
    return [
      Field("name", shell.text.name, isRequired: true),
      Field("scope", text.scope, value: "write", control: .choice(scopes)),
    ]
  }
}
