package import Storage

/// Says whether an agent is there for customers now; nothing happens if it is so already.
package struct SetAvailability: Command {
  /// The viewer where `nil`; nobody else may say so but the program.
  let agent: ID<Agent>?
  package var isAvailable: Bool

  package init(isAvailable: Bool) {
    agent = nil
    self.isAvailable = isAvailable
  }

  init(agent: ID<Agent>, isAvailable: Bool) {
    self.agent = agent
    self.isAvailable = isAvailable
  }

  @discardableResult
  package func run(in work: Work) throws -> Agent {
    let id = try agent ?? work.requireAgent()
    let since = isAvailable ? work.now : nil
    let changed = try work.execute(
      """
      UPDATE agent SET available_since = \(since)
      WHERE account_id = \(work.account) AND id = \(id)
        AND (available_since IS NULL) = (\(isAvailable) = 1)
      """
    )
    if changed > 0 {
      try work.record(AvailabilityChanged(agent: id, available: isAvailable))
    }
    return try work.agent(id)
  }
}

/// An agent came to be there for customers, or no longer is.
package struct AvailabilityChanged: Event {
  package static let kind = "availability.changed"

  package let agent: ID<Agent>
  package let available: Bool

  package var subject: Reference { agent.reference }
}
