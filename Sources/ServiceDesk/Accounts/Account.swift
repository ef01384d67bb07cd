package import Storage

/// One organisation's whole desk; nothing is shared between two of them.
package struct Account: Sendable, Equatable {
  package let id: ID<Account>
  package let name: Name
  package let settings: Settings
  package let createdAt: Timestamp

  /// A name of 1 to 100 Unicode scalars, without surrounding white space.
  package typealias Name = BoundedText<AccountNameLimits>

  /// What an administrator can set.
  package struct Settings: Sendable, Equatable {
    /// How long the team has for a first answer, in minutes; 1 minute to 30 days.
    package var replyMinutes: Int
    /// For how long after it was resolved a customer's message reopens a conversation on
    /// channels without threads, in days; 0 to 365.
    package var reopenDays: Int

    package init(replyMinutes: Int = 240, reopenDays: Int = 14) {
      self.replyMinutes = replyMinutes
      self.reopenDays = reopenDays
    }

    package var replyTime: Duration { .minutes(Int64(replyMinutes)) }
    package var reopenTime: Duration { .days(Int64(reopenDays)) }
  }
}

extension Account: Referable {
  package static let noun = "account"
}

package enum AccountNameLimits: TextLimits {
  package static let range = 1...100
  package static let field = "name"
}

extension Account {
  /// The columns ``init(_:)`` reads, in its order.
  static let columns: SQL = "id, name, reply_minutes, reopen_days, created_at"

  init(_ row: Row) throws {
    id = try row[0]
    name = try row[1]
    settings = Settings(replyMinutes: try row[2], reopenDays: try row[3])
    createdAt = try row[4]
  }
}

extension Work {
  /// The account within which this work is done.
  package func currentAccount() throws -> Account {
    let found = try rows("SELECT \(Account.columns) FROM account WHERE id = \(account)")
    guard let row = found.first else { throw AccessFailure.noSuchAccount }
    return try Account(row)
  }
}

extension Desk {
  /// Whether anybody works here yet.
  package func hasAccounts() async throws -> Bool {
    try await database.read { try !$0.rows("SELECT 1 FROM account LIMIT 1").isEmpty }
  }
}
