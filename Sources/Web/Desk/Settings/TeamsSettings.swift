package import ServiceDesk

/// The teams and who is in them.
///
/// Sent to `POST /settings/teams`: `name`; to `POST /settings/teams/ID/members`: `add` or
/// `remove`, an agent's id.
package struct TeamsSettings: Sendable {
  /// A team and its members.
  package struct Group: Sendable {
    package let id: ID<Team>
    package let name: String
    /// Whether it gets what nobody else has.
    package let isDefault: Bool
    package let members: [DeskChoices.Person]

    package init(
      id: ID<Team>,
      name: String,
      isDefault: Bool = false,
      members: [DeskChoices.Person]
    ) {
      self.id = id
      self.name = name
      self.isDefault = isDefault
      self.members = members
    }
  }

  package let shell: SettingsShell
  package let teams: [Group]
  /// Who can be a member.
  package let agents: [DeskChoices.Person]

  package init(shell: SettingsShell, teams: [Group], agents: [DeskChoices.Person]) {
    self.shell = shell
    self.teams = teams
    self.agents = agents
  }

  package var html: HTML {
    let text = shell.text.teams
    let list = shell.list(
      teams.map { team in
        SettingsEntry(
          title: team.name,
          detail: team.isDefault ? shell.frame.language.site.settings.isDefault : nil,
          mark: Icon.people.html,
          content: members(of: team)
        )
      }
    )
    let field = Field("name", shell.text.name, isRequired: true)
    let form = shell.form(
      "/settings/teams",
      title: text.addTitle,
      [field],
      submit: shell.text.add
    )
    return shell.page("teams", text.introduction, "\(list)\(form)")
  }

  private func members(of team: Group) -> HTML {
    let action = "/settings/teams/\(team.id)/members"
    let inside = Set(team.members.map(\.id))
    let others = agents.filter { !inside.contains($0.id) }
    return """
      <div class="members" role="group" aria-label="\(shell.text.teams.members)">
        \(.joined(team.members.map { member($0, action) }))
        \(.when(!others.isEmpty, addition(others, action, team)))
      </div>
      """
  }

  private func member(_ person: DeskChoices.Person, _ action: String) -> HTML {
    let remove = shell.text.teams.removeMember(person.name)
    return """
      <form class="label" method="post" action="\(action)">\(shell.frame.token)\
      <span dir="auto">\(person.name)</span>\
      <button name="remove" value="\(person.id)" title="\(remove)">\(Icon.close.html)\
      <span class="unseen">\(remove)</span></button></form>
      """
  }

  private func addition(_ people: [DeskChoices.Person], _ action: String, _ team: Group) -> HTML {
    let options = people.map { "<option value=\"\($0.id)\">\($0.name)</option>" as HTML }
    let title = shell.text.teams.addMember
    return """
      <form class="line-form" method="post" action="\(action)">\(shell.frame.token)
        <label class="unseen" for="add-\(team.id)">\(title)</label>
        <span class="select"><select id="add-\(team.id)" name="add">\(.joined(options))</select>\
      \(Icon.chevron.html)</span>
        \(Button(title, icon: .plus, isCompact: true).html)
      </form>
      """
  }
}
