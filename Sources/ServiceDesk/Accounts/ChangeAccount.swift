package import Storage

/// Renames the account or changes its settings; what is `nil` stays, and no change is no event.
///
/// - Throws: ``AccountFailure``.
package struct ChangeAccount: Command {
  package static let scopes = Scopes.admin

  package var name: Account.Name?
  package var replyMinutes: Int?
  package var reopenDays: Int?

  package init(name: Account.Name? = nil, replyMinutes: Int? = nil, reopenDays: Int? = nil) {
    self.name = name
    self.replyMinutes = replyMinutes
    self.reopenDays = reopenDays
  }

  package func run(in work: Work) throws -> Account {
    guard (1...43_200).contains(replyMinutes ?? 1) else { throw AccountFailure.replyTimeOutOfRange }
    guard (0...365).contains(reopenDays ?? 0) else { throw AccountFailure.reopenTimeOutOfRange }
    let old = try work.currentAccount()
    let changed = try work.rows(
      """
      UPDATE account SET name = COALESCE(\(name), name),
        reply_minutes = COALESCE(\(replyMinutes), reply_minutes),
        reopen_days = COALESCE(\(reopenDays), reopen_days)
      WHERE id = \(work.account)
        AND NOT EXISTS (SELECT 1 FROM account o WHERE o.name = \(name) AND o.id <> \(work.account))
      RETURNING \(Account.columns)
      """
    )
    guard let row = changed.first else { throw AccountFailure.nameTaken }
    let account = try Account(row)
    if account != old { try work.record(AccountChanged(account: work.account)) }
    return account
  }
}

/// The account's name or settings were changed.
package struct AccountChanged: Event {
  package static let kind = "account.changed"

  package let account: ID<Account>

  package var subject: Reference { account.reference }
}

/// Why an account was not changed.
package enum AccountFailure: String, Failure, CaseIterable {
  case nameTaken
  case replyTimeOutOfRange
  case reopenTimeOutOfRange

  package var kind: FailureKind { self == .nameTaken ? .conflict : .invalid }

  package var field: String? {
    switch self {
    case .nameTaken: "name"
    case .replyTimeOutOfRange: "replyMinutes"
    case .reopenTimeOutOfRange: "reopenDays"
    }
  }
}

/// The viewer's account.
package struct CurrentAccount: Query {
  package init() {}

  package func run(in work: Work) throws -> Account { try work.currentAccount() }
}
