package import Storage

/// Adds a team without members.
///
/// - Throws: ``TeamFailure/nameTaken``.
package struct AddTeam: Command {
  package static let scopes = Scopes.admin

  package var name: Team.Name

  package init(name: Team.Name) { self.name = name }

  package func run(in work: Work) throws -> Team {
    let id = try work.newID(Team.self)
    let added = try work.execute(
      """
      INSERT INTO team (account_id, id, name, is_default, created_at)
      VALUES (\(work.account), \(id), \(name), 0, \(work.now))
      ON CONFLICT (account_id, name) DO NOTHING
      """
    )
    guard added > 0 else { throw TeamFailure.nameTaken }
    try work.record(TeamAdded(team: id))
    return Team(id: id, name: name, isDefault: false, members: [], createdAt: work.now)
  }
}

/// A team was added.
package struct TeamAdded: Event {
  package static let kind = "team.added"

  package let team: ID<Team>

  package var subject: Reference { team.reference }
}
