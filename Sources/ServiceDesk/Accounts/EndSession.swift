package import Storage

/// Ends one of the viewer's own sessions.
///
/// - Throws: ``AccessFailure/noSuchSession``.
package struct EndSession: Command {
  // Whoever may look may leave.
  package static let scopes = Scopes.read

  package var session: ID<Session>

  package init(session: ID<Session>) { self.session = session }

  package func run(in work: Work) throws {
    let agent = try work.requireAgent()
    let ended = try work.execute(
      """
      DELETE FROM session
      WHERE account_id = \(work.account) AND id = \(session) AND agent_id = \(agent)
      """
    )
    guard ended > 0 else { throw AccessFailure.noSuchSession }
    try work.record(SessionEnded(agent: agent, session: session))
  }
}

/// An agent signed out, or was signed out elsewhere.
package struct SessionEnded: Event {
  package static let kind = "session.ended"

  package let agent: ID<Agent>
  package let session: ID<Session>

  package var subject: Reference { agent.reference }
}

/// The viewer's own sessions, newest first.
package struct ListSessions: Query {
  package var window: Window

  package init(window: Window = Window()) { self.window = window }

  package func run(in work: Work) throws -> Page<Session> {
    try window.after?.require(order: "sessions")
    let older: SQL = window.after.map { "AND id < \($0.id)" } ?? ""
    let rows = try work.rows(
      """
      SELECT \(Session.columns) FROM session
      WHERE account_id = \(work.account) AND agent_id = \(work.requireAgent())
        AND expires_at > \(work.now) \(older)
      ORDER BY id DESC LIMIT \(window.limit + 1)
      """
    )
    return Page(rows: try rows.map(Session.init), limit: window.limit) {
      Cursor(order: "sessions", key: 0, id: $0.id.raw)
    }
  }
}

extension Work {
  /// Ends the agent's sessions, all but the one that is to be kept.
  func endSessions(of agent: ID<Agent>, but kept: ID<Session>? = nil) throws {
    let ended: [ID<Session>] = try rows(
      """
      DELETE FROM session
      WHERE account_id = \(account) AND agent_id = \(agent) AND id <> \(kept ?? ID(0))
      RETURNING id
      """
    ).map { try $0[0] }
    for session in ended.sorted() { try record(SessionEnded(agent: agent, session: session)) }
  }
}
