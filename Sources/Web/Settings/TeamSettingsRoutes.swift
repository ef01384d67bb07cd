import Hummingbird
import ServiceDesk

/// Teams and who is in them.
struct TeamSettingsRoutes: Sendable {
  let gate: DeskGate

  private static let path = "/settings/teams"

  func add(to router: Router<WebContext>) {
    let section = SettingsSection(gate: gate) { visit, shell in
      let state = try await visit.answer(TeamsState())
      let people = state.agents.map { agent in
        DeskChoices.Person(
          id: agent.id,
          name: agent.name.text,
          picture: agent.picturePath,
          isAvailable: agent.availableSince != nil
        )
      }
      let known = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
      return TeamsSettings(
        shell: shell,
        teams: state.teams.map { team in
          TeamsSettings.Group(
            id: team.id,
            name: team.name.text,
            isDefault: team.isDefault,
            members: team.members.compactMap { known[$0] }
          )
        },
        agents: people
      ).html
    }
    section.get("/settings/teams", on: router)
    section.post("/settings/teams", on: router) { visit, form in
      _ = try await visit.perform(AddTeam(name: try Team.Name(form["name"])))
      return Self.path
    }
    section.post("/settings/teams/{team}/members", on: router) { visit, form in
      let team: ID<Team> = try visit.id("team", absent: .noSuchTeam)
      let isAdded = form["remove"].isEmpty
      guard let agent = ID<Agent>(form[isAdded ? "add" : "remove"]) else {
        throw AccessFailure.noSuchAgent
      }
      if isAdded {
        try await visit.perform(JoinTeam(team: team, agent: agent))
      } else {
        try await visit.perform(LeaveTeam(team: team, agent: agent))
      }
      return Self.path
    }
  }
}

/// The teams, and who can be in them.
private struct TeamsState: Query {
  static let scopes = Scopes.admin

  struct Output: Sendable {
    let teams: [Team]
    let agents: [Agent]
  }

  func run(in work: Work) throws -> Output {
    let window = Window(limit: Window.mostItems)
    return Output(
      teams: try ListTeams(window: window).run(in: work).items,
      agents: try ListAgents(window: window).run(in: work).items
    )
  }
}
