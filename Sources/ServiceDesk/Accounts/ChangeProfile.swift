package import Storage

/// Changes how the viewer is called, shown and spoken to.
///
/// What is `nil` stays; what is `.some(nil)` is taken away. No change is no event.
///
/// - Throws: ``AccessFailure/noSuchAttachment``, ``ProfileFailure``.
package struct ChangeProfile: Command {
  package var name: Agent.Name?
  package var language: LanguageTag??
  package var timeZone: TimeZoneName??
  package var calendar: Agent.Calendar?
  package var picture: ID<Attachment>??

  package init(
    name: Agent.Name? = nil,
    language: LanguageTag?? = nil,
    timeZone: TimeZoneName?? = nil,
    calendar: Agent.Calendar? = nil,
    picture: ID<Attachment>?? = nil
  ) {
    self.name = name
    self.language = language
    self.timeZone = timeZone
    self.calendar = calendar
    self.picture = picture
  }

  package func run(in work: Work) throws -> Agent {
    let old = try work.agent(work.requireAgent())
    if let picture = picture ?? nil, picture != old.picture { try work.requirePicture(picture) }
    try work.execute(
      """
      UPDATE agent SET name = \(name ?? old.name), language = \(language ?? old.language),
        time_zone = \(timeZone ?? old.timeZone), calendar = \(calendar ?? old.calendar),
        picture_id = \(picture ?? old.picture)
      WHERE account_id = \(work.account) AND id = \(old.id)
      """
    )
    let new = try work.agent(old.id)
    if new != old { try work.record(AgentChanged(agent: new.id)) }
    return new
  }
}

/// An agent's profile was changed.
package struct AgentChanged: Event {
  package static let kind = "agent.changed"

  package let agent: ID<Agent>

  package var subject: Reference { agent.reference }
}

/// Why a profile was not changed.
package enum ProfileFailure: String, Failure, CaseIterable {
  /// A picture is a PNG, JPEG, GIF or WebP file.
  case notAPicture

  package var kind: FailureKind { .invalid }
  package var field: String? { "picture" }
}

/// The viewer's own record.
package struct CurrentAgent: Query {
  package init() {}

  package func run(in work: Work) throws -> Agent { try work.agent(work.requireAgent()) }
}

extension Work {
  fileprivate func requirePicture(_ picture: ID<Attachment>) throws {
    let found = try rows(
      "SELECT type FROM attachment WHERE account_id = \(account) AND id = \(picture)"
    )
    guard let row = found.first else { throw AccessFailure.noSuchAttachment }
    let type: String = try row[0]
    guard ["image/png", "image/jpeg", "image/gif", "image/webp"].contains(type) else {
      throw ProfileFailure.notAPicture
    }
  }
}
