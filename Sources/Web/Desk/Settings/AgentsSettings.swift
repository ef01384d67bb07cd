package import ServiceDesk

/// Those who answer customers.
///
/// Sent to `POST /settings/agents`: `name`, `email`, `password`, `role`.
package struct AgentsSettings: Sendable {
  /// One of them.
  package struct Person: Sendable {
    package let name: String
    package let email: String
    package let picture: String?
    package let role: Agent.Role

    package init(name: String, email: String, picture: String? = nil, role: Agent.Role) {
      self.name = name
      self.email = email
      self.picture = picture
      self.role = role
    }
  }

  package let shell: SettingsShell
  package let people: [Person]
  /// What was typed before and not taken.
  package let typed: (name: String, email: String)

  package init(
    shell: SettingsShell,
    people: [Person],
    typed: (name: String, email: String) = ("", "")
  ) {
    self.shell = shell
    self.people = people
    self.typed = typed
  }

  package var html: HTML {
    let text = shell.text.agents
    let list = shell.list(people.map(entry))
    let form = shell.form(
      "/settings/agents",
      title: text.addTitle,
      fields,
      submit: shell.text.add
    )
    return shell.page("agents", text.introduction, "\(list)\(form)")
  }

  private func entry(_ person: Person) -> SettingsEntry {
    let isAdministrator = person.role == .administrator
    return SettingsEntry(
      title: person.name,
      detail: person.email,
      mark: Avatar(name: person.name, picture: person.picture).html,
      badge: isAdministrator ? Badge(shell.text.agents.administrator, tone: .accent) : nil
    )
  }

  private var fields: [Field] {
    let text = shell.text.agents
    let roles = [
      Field.Choice(Agent.Role.agent.rawValue, text.agent),
      Field.Choice(Agent.Role.administrator.rawValue, text.administrator),
    ]
    return [
      Field("name", shell.text.name, value: typed.name, isRequired: true),
      Field(
        "email",
        shell.text.email,
        value: typed.email,
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
