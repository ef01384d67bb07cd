import HTTPTypes
import ServiceDesk

/// Agents and teams.
struct PeopleRoutes: Sendable {
  var operations: [Operation] { agents + teams }

  private var agents: [Operation] {
    [
      Operation(
        .get,
        "/agents",
        "listAgents",
        "The account's agents",
        scopes: .read,
        query: Operation.Parameter.window,
        success: .json(status: 200, .page(of: Agent.schema)),
        failures: [422]
      ) { call in
        try await call.page(ListAgents(window: call.window())) { $0.write(to: &$1) }
      },
      Operation(
        .post,
        "/agents",
        "addAgent",
        "Adds a person to the account and to its default team",
        scopes: .admin,
        body: .json(
          .object([
            .required("name", .string(length: 1...100, format: .words)),
            .required("email", .string(length: 1...254, format: .words)),
            .optional("role", .choice(Agent.Role.allCases.map(\.rawValue)), "agent without it"),
          ])
        ),
        success: .json(status: 201, Agent.schema)
      ) { call in
        let command = AddAgent(
          name: try Agent.Name(call.json["name"]?.text ?? ""),
          email: try EmailAddress(call.json["email"]?.text ?? ""),
          role: call.json["role"]?.text.flatMap { Agent.Role(rawValue: $0) } ?? .agent
        )
        return try await call.perform(command, status: 201) { $0.write(to: &$1) }
      },
      Operation(
        .patch,
        "/agents/{agent}",
        "changeRole",
        "Gives an agent another role; tokens that allow more than the role are revoked",
        scopes: .admin,
        body: .json(.object([.required("role", .choice(Agent.Role.allCases.map(\.rawValue)))])),
        success: .json(status: 200, Agent.schema)
      ) { call in
        let role = call.json["role"]?.text.flatMap { Agent.Role(rawValue: $0) } ?? .agent
        let command = ChangeRole(agent: try call.agent(), role: role)
        return try await call.perform(command) { $0.write(to: &$1) }
      },
    ]
  }

  private var teams: [Operation] {
    [
      Operation(
        .get,
        "/teams",
        "listTeams",
        "The account's teams with their members",
        scopes: .read,
        query: Operation.Parameter.window,
        success: .json(status: 200, .page(of: Team.schema)),
        failures: [422]
      ) { call in
        try await call.page(ListTeams(window: call.window())) { $0.write(to: &$1) }
      },
      Operation(
        .post,
        "/teams",
        "addTeam",
        "Adds a team without members",
        scopes: .admin,
        body: .json(.object([.required("name", .string(length: 1...100, format: .words))])),
        success: .json(status: 201, Team.schema)
      ) { call in
        let command = AddTeam(name: try Team.Name(call.json["name"]?.text ?? ""))
        return try await call.perform(command, status: 201) { $0.write(to: &$1) }
      },
      Operation(
        .put,
        "/teams/{team}/members/{agent}",
        "joinTeam",
        "Makes an agent a member of a team",
        scopes: .admin,
        success: .empty
      ) { call in
        try await call.perform(JoinTeam(team: call.team(), agent: call.agent()))
      },
      Operation(
        .delete,
        "/teams/{team}/members/{agent}",
        "leaveTeam",
        "Ends an agent's membership of a team",
        scopes: .admin,
        success: .empty
      ) { call in
        try await call.perform(LeaveTeam(team: call.team(), agent: call.agent()))
      },
    ]
  }
}

extension Call {
  fileprivate func team() throws -> ID<Team> { try id("team", absent: .noSuchTeam) }
  fileprivate func agent() throws -> ID<Agent> { try id("agent", absent: .noSuchAgent) }
}

extension Agent {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("name", name.text)
      json.member("email", email.text)
      json.member("role", role.rawValue)
      json.member("createdAt", createdAt)
    }
  }

  fileprivate static let schema = Schema.named(
    "Agent",
    .object([
      .required("id", .id),
      .required("name", .string(length: 1...100)),
      .required("email", .string(length: 1...254)),
      .required("role", .choice(Role.allCases.map(\.rawValue))),
      .required("createdAt", .time),
    ])
  )
}

extension Team {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("name", name.text)
      json.member("isDefault", isDefault)
      json.name("members")
      json.array(members) { $0.value($1.description) }
      json.member("createdAt", createdAt)
    }
  }

  fileprivate static let schema = Schema.named(
    "Team",
    .object([
      .required("id", .id),
      .required("name", .string(length: 1...100)),
      .required("isDefault", .boolean, "Whether it owns what no one else does"),
      .required("members", .array(.id, most: 500), "Agents"),
      .required("createdAt", .time),
    ])
  )
}
