import Storage

/// Makes a person an administrator: the account where missing, the agent, and a token with every
/// scope.
///
/// - Throws: ``AgentFailure/emailTaken``.
package struct CreateAdministrator: Command {
  package static let scopes = Scopes.admin

  /// What was made; the token is never shown again.
  package struct Created: Sendable, Equatable {
    package let account: ID<Account>
    package let agent: ID<Agent>
    package let token: TokenSecret
  }

  package var account: Account.Name
  package var name: Agent.Name
  package var email: EmailAddress

  /// For signing in; `nil` for an administrator who only uses the token.
  package var password: PasswordHash?
  /// Whether the administrator is there for customers from the start.
  package var isAvailable: Bool

  package init(
    account: Account.Name,
    name: Agent.Name,
    email: EmailAddress,
    password: PasswordHash? = nil,
    isAvailable: Bool = false
  ) {
    self.account = account
    self.name = name
    self.email = email
    self.password = password
    self.isAvailable = isAvailable
  }

  package func run(in work: Work) throws -> Created {
    let account = try CreateAccount(name: account).run(in: work)
    let work = work.acting(as: .system(of: account))
    let agent = try AddAgent(name: name, email: email, role: .administrator).run(in: work).id
    try work.execute(
      """
      UPDATE agent SET password = \(password)
      WHERE account_id = \(account) AND id = \(agent)
      """
    )
    if isAvailable { try SetAvailability(agent: agent, isAvailable: true).run(in: work) }
    let issued = try IssueToken(
      agent: agent,
      name: Token.Name("Administrator"),
      grants: .all
    ).run(in: work)
    return Created(account: account, agent: agent, token: issued.secret)
  }
}
