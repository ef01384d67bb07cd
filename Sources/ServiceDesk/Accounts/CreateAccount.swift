package import Storage

/// Opens an account with its default team.
///
/// - Returns: the account; the existing one if the name is taken.
package struct CreateAccount: Command {
  package static let scopes = Scopes.admin

  package var name: Account.Name

  package init(name: Account.Name) { self.name = name }

  package func run(in work: Work) throws -> ID<Account> {
    let settings = Account.Settings()
    let created = try work.rows(
      """
      INSERT INTO account (id, name, reply_minutes, reopen_days, last_conversation_number,
        created_at)
      VALUES (\(work.newID(Account.self)), \(name), \(settings.replyMinutes),
        \(settings.reopenDays), 0, \(work.now))
      ON CONFLICT (name) DO NOTHING RETURNING id
      """
    )
    guard let row = created.first else {
      let found = try work.rows("SELECT id FROM account WHERE name = \(name)")
      guard let row = found.first else { throw AccessFailure.noSuchAccount }
      return try row[0]
    }
    let account: ID<Account> = try row[0]
    try open(account, in: work.acting(as: .system(of: account)))
    return account
  }

  private func open(_ account: ID<Account>, in work: Work) throws {
    try work.execute(
      """
      INSERT INTO team (account_id, id, name, is_default, created_at)
      VALUES (\(account), \(work.newID(Team.self)), 'Support', 1, \(work.now))
      """
    )
    try work.record(AccountCreated(account: account))
  }
}

/// An account was opened.
package struct AccountCreated: Event {
  package static let kind = "account.created"

  package let account: ID<Account>

  package var subject: Reference { account.reference }
}
