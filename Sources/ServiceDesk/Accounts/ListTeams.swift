import Storage

/// The account's teams with their members, in the order in which they were added.
package struct ListTeams: Query {
  package var window: Window

  package init(window: Window) { self.window = window }

  package func run(in work: Work) throws -> Page<Team> {
    try window.after?.require(order: "teams")
    let rows = try work.rows(
      """
      SELECT id, name, is_default, created_at FROM team
      WHERE account_id = \(work.account) AND id > \(window.after?.id ?? 0)
      ORDER BY id LIMIT \(window.limit + 1)
      """
    )
    let members = try work.members(of: rows.map { try $0[0] })
    let teams = try rows.map { row in
      let id: ID<Team> = try row[0]
      return Team(
        id: id,
        name: try row[1],
        isDefault: try row[2],
        members: members[id] ?? [],
        createdAt: try row[3]
      )
    }
    return Page(rows: teams, limit: window.limit) {
      Cursor(order: "teams", key: 0, id: $0.id.raw)
    }
  }
}

extension Work {
  fileprivate func members(of teams: [ID<Team>]) throws -> [ID<Team>: [ID<Agent>]] {
    let rows = try rows(
      """
      SELECT team_id, agent_id FROM team_member
      WHERE account_id = \(account) AND team_id IN \(list: teams)
      ORDER BY team_id, agent_id LIMIT \(teams.count * Team.mostMembers)
      """
    )
    var members: [ID<Team>: [ID<Agent>]] = [:]
    for row in rows { members[try row[0], default: []].append(try row[1]) }
    return members
  }
}
