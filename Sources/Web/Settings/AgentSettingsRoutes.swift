import Hummingbird
import ServiceDesk

/// Who works at the desk.
struct AgentSettingsRoutes: Sendable {
  let gate: DeskGate
  /// The address that mails name.
  let mailAddress: String

  private static let path = "/settings/agents"

  func add(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate) { try await page($0, $1) }
    addInviting(section, to: router)
    section.get("/settings/agents", on: router)
    section.post("/settings/agents", on: router) { visit, form in
      let command = AddAgentWithPassword(
        add: AddAgent(
          name: try Agent.Name(form["name"]),
          email: try EmailAddress(form["email"]),
          role: Agent.Role(rawValue: form["role"]) ?? .agent
        ),
        password: try await visit.desk.hash(form["password"])
      )
      _ = try await visit.perform(command)
      return Self.path
    }
    section.post("/settings/agents/{agent}/role", on: router) { visit, form in
      let role = Agent.Role(rawValue: form["role"]) ?? .agent
      _ = try await visit.perform(ChangeRole(agent: try visit.agent(), role: role))
      return Self.path
    }
    section.post("/settings/agents/{agent}/password", on: router) { visit, form in
      let agent = try visit.agent()
      try await visit.desk.setPassword(of: agent, to: form["newPassword"], as: visit.viewer)
      return Self.path
    }
  }

  private func addInviting(_ section: SettingsSection, to router: Router<WebContext>) {
    gate.post("/settings/agents/invitations", on: router) { visit, form in
      try section.require(visit)
      do {
        let person = AddAgent(
          name: try Agent.Name(form["inviteName"]),
          email: try EmailAddress(form["inviteEmail"]),
          role: Agent.Role(rawValue: form["inviteRole"]) ?? .agent
        )
        let invited = try await visit.desk.invite(person, address: mailAddress, as: visit.viewer)
        let mailed = Notice(visit.language.writing.inviteMailed, tone: .good)
        let shell = try await visit.shell(notice: invited.isMailed ? mailed : nil)
        // The link is kept nowhere, so the answer itself has to show it.
        return .page(try await page(visit, shell, link: invited.isMailed ? nil : invited.link))
      } catch let failure as any Failure where !visit.isByScript {
        let fields = ["name": "inviteName", "email": "inviteEmail"]
        return try await section.refuse(visit, form, failure, fields)
      }
    }
  }

  private func page(
    _ visit: DeskVisit,
    _ shell: SettingsShell,
    link: String? = nil
  ) async throws -> HTML {
    let agents = try await visit.answer(ListAgents(window: visit.settingsWindow()))
    return AgentsSettings(
      shell: shell,
      people: agents.items.map { agent in
        AgentsSettings.Person(
          id: agent.id,
          name: agent.name.text,
          email: agent.email.text,
          picture: agent.picturePath,
          role: agent.role
        )
      },
      link: link,
      next: agents.next?.text
    ).html
  }
}

/// Adds an agent who can sign in at once.
private struct AddAgentWithPassword: Command {
  static let scopes = Scopes.admin

  let add: AddAgent
  let password: PasswordHash

  func run(in work: Work) throws -> Agent {
    let agent = try add.run(in: work)
    try SetPassword(agent: agent.id, password: password).run(in: work)
    return agent
  }
}

extension DeskVisit {
  fileprivate func agent() throws -> ID<Agent> { try id("agent", absent: .noSuchAgent) }

  /// The window of a list that the address names.
  func settingsWindow() throws -> Window { Window(limit: 100, after: try cursor("after")) }
}

extension Agent {
  /// Where the desk shows the agent's picture.
  var picturePath: String? { picture.map { "/desk/attachments/\($0)?inline" } }
}
