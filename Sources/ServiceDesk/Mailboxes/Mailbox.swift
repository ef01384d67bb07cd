package import Storage

/// An address of the team at which mail comes in, and from which it is answered.
package struct Mailbox: Sendable, Equatable {
  package let id: ID<Mailbox>
  package let settings: Settings
  /// Whether passwords or tokens are there to sign in with.
  package let hasSecrets: Bool
  /// Since when nothing is fetched, because somebody said so.
  package let pausedAt: Timestamp?
  package let health: MailboxHealth
  package let createdAt: Timestamp

  /// The most mailboxes of an account.
  package static let most = 100
}

extension Mailbox: Referable {
  package static let noun = "mailbox"
}

extension Mailbox {
  /// A name of 1 to 100 Unicode scalars, unique within the account; customers may see it.
  package typealias Name = BoundedText<MailboxNameLimits>

  /// The columns ``init(_:)`` reads, in its order.
  static let columns: SQL = """
    id, settings, CASE WHEN secrets IS NULL THEN 0 ELSE 1 END, paused_at, checked_at, succeeded_at,
    failed_since, last_error, waiting, created_at,
    (SELECT COUNT(*) FROM mailbox_skipped s
      WHERE s.account_id = mailbox.account_id AND s.mailbox_id = mailbox.id)
    """

  init(_ row: Row) throws {
    let stored: StoredJSON<Settings> = try row[1]
    id = try row[0]
    settings = stored.value
    hasSecrets = try row[2]
    pausedAt = try row[3]
    health = MailboxHealth(
      checkedAt: try row[4],
      succeededAt: try row[5],
      failedSince: try row[6],
      lastError: try row[7],
      waiting: try row[8],
      skipped: try row[10]
    )
    createdAt = try row[9]
  }
}

package enum MailboxNameLimits: TextLimits {
  package static let range = 1...100
  package static let field = "name"
}

/// How fetching from a mailbox goes.
package struct MailboxHealth: Sendable, Equatable {
  /// When it was last tried.
  package let checkedAt: Timestamp?
  /// When it last went well to the end.
  package let succeededAt: Timestamp?
  /// Since when it has not gone well; `nil` while it does.
  package let failedSince: Timestamp?
  /// What the server or the line said, of the failure that lasts.
  package let lastError: String?
  /// How many messages lay there unfetched when it was last looked.
  package let waiting: Int
  /// How many messages could not be fetched, and are tried again now and then.
  package let skipped: Int
}

/// Why a mailbox was not added or changed.
package enum MailboxFailure: String, Failure, CaseIterable {
  case nameTaken = "mailboxNameTaken"
  /// Each address belongs to one mailbox of the account.
  case addressTaken = "mailboxAddressTaken"
  /// An account has at most 100 mailboxes.
  case tooMany = "tooManyMailboxes"
  /// A server has a host name or address and a port from 1 to 65535.
  case malformedServer
  /// Mail that was fetched is moved to a folder that is named.
  case folderMissing
  /// Nothing can be sent from it, because no server for that is set.
  case cannotSend = "mailboxCannotSend"

  package var kind: FailureKind {
    switch self {
    case .nameTaken, .addressTaken, .tooMany, .cannotSend: .conflict
    case .malformedServer, .folderMissing: .invalid
    }
  }

  package var field: String? {
    switch self {
    case .nameTaken: "name"
    case .addressTaken: "address"
    case .malformedServer: "host"
    case .folderMissing: "moveTo"
    case .tooMany, .cannotSend: nil
    }
  }
}
