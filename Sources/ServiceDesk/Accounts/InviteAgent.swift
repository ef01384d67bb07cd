package import Storage

extension Desk {
  /// Adds a person who chooses a password by a link, which is mailed if a mailbox can send.
  ///
  /// The link leads below `address`, where the program is reached, without a slash at the end.
  ///
  /// - Throws: ``AgentFailure/emailTaken``, ``AccessFailure/notAllowed``.
  package func invite(
    _ person: AddAgent,
    address: String,
    as viewer: Viewer
  ) async throws -> Invitation {
    try await perform(invitation(person, address: address, as: viewer), as: viewer)
  }

  /// The command that does so, with its secret made.
  package func invitation(
    _ person: AddAgent,
    address: String,
    as viewer: Viewer
  ) throws -> InviteAgent {
    let secret = AccessLinkSecret(.invitation, account: viewer.account)
    let link = secret.link(at: address)
    return InviteAgent(
      person: person,
      secret: secret,
      link: link,
      sealed: try secrets.seal(link, of: viewer.account)
    )
  }
}

/// A person who was invited.
package struct Invitation: Sendable, Equatable {
  package let agent: Agent
  /// To be handed over where it was not mailed.
  package let link: String
  package let isMailed: Bool
}

/// Adds a person without a password, and a link to choose one.
///
/// - Throws: ``AgentFailure/emailTaken``.
package struct InviteAgent: Command {
  package static let scopes = Scopes.admin

  let person: AddAgent
  let secret: AccessLinkSecret
  let link: String
  let sealed: SealedSecret

  package func run(in work: Work) throws -> Invitation {
    let agent = try person.run(in: work)
    let inviter = try? work.requireAgent()
    let isMailed = try work.issue(secret, to: agent, sealed: sealed, by: inviter)
    try work.record(AgentInvited(agent: agent.id))
    return Invitation(agent: agent, link: link, isMailed: isMailed)
  }
}

/// A person was invited to choose a password.
package struct AgentInvited: Event {
  package static let kind = "agent.invited"

  package let agent: ID<Agent>

  package var subject: Reference { agent.reference }
}
