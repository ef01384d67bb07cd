import Hummingbird
import ServiceDesk

/// Who works at the desk.
struct AgentSettingsRoutes: Sendable {
  let gate: DeskGate

  private static let path = "/settings/agents"

  func add(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate) { visit, shell in
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
        next: agents.next?.text
      ).html
    }
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
