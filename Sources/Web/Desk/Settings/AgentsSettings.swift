package import ServiceDesk

/// Those who answer customers.
///
/// Sent to `POST /settings/agents`: `name`, `email`, `password`, `role`; to
/// `POST /settings/agents/invitations`: `inviteName`, `inviteEmail`, `inviteRole`; to
/// `POST /settings/agents/ID/role`: `role`; to `POST /settings/agents/ID/password`: `newPassword`.
package struct AgentsSettings: Sendable {
  /// One of them.
  package struct Person: Sendable {
    package let id: ID<Agent>
    package let name: String
    package let email: String
    package let picture: String?
    package let role: Agent.Role

    package init(
      id: ID<Agent>,
      name: String,
      email: String,
      picture: String? = nil,
      role: Agent.Role
    ) {
      self.id = id
      self.name = name
      self.email = email
      self.picture = picture
      self.role = role
    }
  }

  package let shell: SettingsShell
  package let people: [Person]
  /// An invitation's link that nobody has mailed.
  package let link: String?
  /// Where those after them begin.
  package let next: String?

  package init(
    shell: SettingsShell,
    people: [Person],
    link: String? = nil,
    next: String? = nil
  ) {
    self.shell = shell
    self.people = people
    self.link = link
    self.next = next
  }

  package var html: HTML {
    let text = shell.text.agents
    let list = shell.list(people.map(entry), next: next)
    let invitation = shell.form(
      "/settings/agents/invitations",
      title: words.inviteTitle,
      invited,
      submit: words.invite
    )
    let form = shell.form(
      "/settings/agents",
      title: text.addTitle,
      fields,
      submit: shell.text.add
    )
    return shell.page("agents", text.introduction, "\(handedOver)\(list)\(invitation)\(form)")
  }

  private var words: WritingTexts { shell.frame.language.writing }

  private var handedOver: HTML? {
    link.map { link -> HTML in
      """
      <section class="part">\(Notice(words.inviteLink).html)
        <pre class="snippet" dir="ltr" tabindex="0"><code>\(link)</code></pre></section>
      """
    }
  }

  private var invited: [Field] {
    [
      Field("inviteName", shell.text.name, isRequired: true),
      Field("inviteEmail", shell.text.email, control: .line(type: "email"), isRequired: true),
      Field("inviteRole", shell.text.agents.role, control: .choice(roles)),
    ]
  }

  private var roles: [Field.Choice] {
    let text = shell.text.agents
    return [
      Field.Choice(Agent.Role.agent.rawValue, text.agent),
      Field.Choice(Agent.Role.administrator.rawValue, text.administrator),
    ]
  }

  private func entry(_ person: Person) -> SettingsEntry {
    let isAdministrator = person.role == .administrator
    return SettingsEntry(
      title: person.name,
      detail: person.email,
      mark: Avatar(name: person.name, picture: person.picture).html,
      badge: isAdministrator ? Badge(shell.text.agents.administrator, tone: .accent) : nil,
      content: changes(person)
    )
  }

  /// Folded away, so that nobody gets another role by a slip.
  private func changes(_ person: Person) -> HTML {
    let text = shell.frame.language.site.settings
    let role = person.role == .administrator ? Agent.Role.agent : .administrator
    let path = "/settings/agents/\(person.id)"
    let password = "password-\(person.id)"
    return """
      <details class="changes">
        <summary>\(shell.text.change)<span class="unseen" dir="auto"> \(person.name)</span></summary>
        <form method="post" action="\(path)/role">\(shell.frame.token)
          <input type="hidden" name="role" value="\(role.rawValue)">
          \(Button(role == .agent ? text.makeAgent : text.makeAdministrator).html)
        </form>
        <form class="line-form" method="post" action="\(path)/password">\(shell.frame.token)
          <label for="\(password)">\(text.setPassword)</label>
          <input id="\(password)" name="newPassword" type="password" minlength="8" required
            autocomplete="new-password">
          \(Button(shell.text.save).html)
        </form>
      </details>
      """
  }

  private var fields: [Field] {
    let text = shell.text.agents
    return [
      Field("name", shell.text.name, isRequired: true),
      Field(
        "email",
        shell.text.email,
        control: .line(type: "email"),
        isRequired: true
      ),
      Field(
        "password",
        text.password,
        control: .line(type: "password"),
        hint: text.passwordHint,
        isRequired: true,
        autocomplete: "new-password"
      ),
      Field("role", text.role, control: .choice(roles)),
    ]
  }
}
