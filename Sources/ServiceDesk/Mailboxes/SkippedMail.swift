package import Storage

/// A message that lies on its server and could not be fetched, so that those after it could be.
package struct SkippedMail: Sendable, Equatable {
  package enum Reason: String, Sendable, CaseIterable, SQLConvertible {
    /// The server will not hand it over.
    case refused
    /// The connection broke on it, or the server fell silent.
    case broken
    /// The server has the message, and nothing in it.
    case empty
    /// It is larger than ``MailSource/mostBytes``.
    case tooLarge
  }

  package let folder: String
  package let uidValidity: Int64
  package let uid: Int64
  package let reason: Reason
  /// What the server or the line said; its size in bytes where it is too large.
  package let words: String
  /// How often it was tried.
  package let tries: Int
  package let skippedAt: Timestamp
  /// From when on it is tried again.
  package let retryAt: Timestamp

  /// The most that are shown, and that are tried again in one look.
  package static let mostAtOnce = 100
}

extension SkippedMail {
  /// The columns ``init(_:)`` reads, in its order.
  static let columns: SQL =
    "folder, uid_validity, uid, reason, words, tries, skipped_at, retry_at"

  init(_ row: Row) throws {
    folder = try row[0]
    uidValidity = try row[1]
    uid = try row[2]
    reason = try row[3]
    words = try row[4]
    tries = try row[5]
    skippedAt = try row[6]
    retryAt = try row[7]
  }

  /// How long it is left in peace after so many tries: a minute, then four times as long each
  /// time, up to a day.
  static func pause(after tries: Int) -> Duration {
    var pause = Duration.minutes(1)
    for _ in 1..<max(tries, 1) where pause < .days(1) { pause *= 4 }
    return min(pause, .days(1))
  }
}

/// What of a mailbox could not be fetched, what was skipped last first; at most 100.
package struct ListSkippedMail: Query {
  package static let scopes = Scopes.admin

  package var mailbox: ID<Mailbox>

  package init(mailbox: ID<Mailbox>) { self.mailbox = mailbox }

  package func run(in work: Work) throws -> [SkippedMail] {
    try work.rows(
      """
      SELECT \(SkippedMail.columns) FROM mailbox_skipped
      WHERE account_id = \(work.account) AND mailbox_id = \(mailbox)
      ORDER BY skipped_at DESC, folder, uid DESC LIMIT \(SkippedMail.mostAtOnce)
      """
    ).map(SkippedMail.init)
  }
}

/// What of a mailbox is to be tried again by now, folder by folder; at most 100.
package struct ListSkippedMailToRetry: Query {
  package static let scopes = Scopes.all

  package var mailbox: ID<Mailbox>

  package init(mailbox: ID<Mailbox>) { self.mailbox = mailbox }

  package func run(in work: Work) throws -> [SkippedMail] {
    // Those that wait longest, so that none is kept waiting by those that never come.
    try work.rows(
      """
      SELECT \(SkippedMail.columns) FROM mailbox_skipped
      WHERE account_id = \(work.account) AND mailbox_id = \(mailbox) AND retry_at <= \(work.now)
      ORDER BY retry_at, folder, uid LIMIT \(SkippedMail.mostAtOnce)
      """
    ).map(SkippedMail.init)
  }
}

/// Notes that a message could not be fetched, and that those after it are.
package struct SkipMail: Command {
  package static let scopes = Scopes.all

  package var mailbox: ID<Mailbox>
  /// At the message itself.
  package var cursor: MailboxCursor
  package var reason: SkippedMail.Reason
  package var words: String

  package init(
    mailbox: ID<Mailbox>,
    cursor: MailboxCursor,
    reason: SkippedMail.Reason,
    words: String
  ) {
    self.mailbox = mailbox
    self.cursor = cursor
    self.reason = reason
    self.words = words
  }

  package func run(in work: Work) throws {
    let found = try work.rows(
      """
      INSERT INTO mailbox_skipped (account_id, mailbox_id, folder, uid, uid_validity, reason,
        words, tries, skipped_at, retry_at)
      VALUES (\(work.account), \(mailbox), \(cursor.folder), \(cursor.lastUID),
        \(cursor.uidValidity), \(reason), \(String(words.unicodeScalars.prefix(500))), 1,
        \(work.now), \(work.now))
      ON CONFLICT (account_id, mailbox_id, folder, uid) DO UPDATE
        SET uid_validity = excluded.uid_validity, reason = excluded.reason,
          words = excluded.words, tries = mailbox_skipped.tries + 1
      RETURNING tries
      """
    )
    let tries: Int = try found.first?[0] ?? 1
    try work.execute(
      """
      UPDATE mailbox_skipped SET retry_at = \(work.now + SkippedMail.pause(after: tries))
      WHERE account_id = \(work.account) AND mailbox_id = \(mailbox)
        AND folder = \(cursor.folder) AND uid = \(cursor.lastUID)
      """
    )
    // A line breaks by itself now and then: only the second time is it the message's fault.
    guard reason != .broken || tries > 1 else { return }
    try work.move(cursor, of: mailbox)
  }
}

/// Has all that could not be fetched from a mailbox tried again at the next look.
///
/// - Throws: ``AccessFailure/noSuchMailbox``.
package struct RetrySkippedMail: Command {
  package static let scopes = Scopes.admin

  package var mailbox: ID<Mailbox>

  package init(mailbox: ID<Mailbox>) { self.mailbox = mailbox }

  package func run(in work: Work) throws -> Mailbox {
    let found = try work.requireMailbox(mailbox)
    try work.execute(
      """
      UPDATE mailbox_skipped SET retry_at = \(work.now)
      WHERE account_id = \(work.account) AND mailbox_id = \(mailbox) AND retry_at > \(work.now)
      """
    )
    return found
  }
}

/// Forgets what was skipped in a folder under a numbering that is no more: there it is met anew.
package struct ForgetSkippedMail: Command {
  package static let scopes = Scopes.all

  package var mailbox: ID<Mailbox>
  package var folder: String
  /// The folder's numbering now.
  package var uidValidity: Int64

  package init(mailbox: ID<Mailbox>, folder: String, uidValidity: Int64) {
    self.mailbox = mailbox
    self.folder = folder
    self.uidValidity = uidValidity
  }

  package func run(in work: Work) throws {
    try work.execute(
      """
      DELETE FROM mailbox_skipped
      WHERE account_id = \(work.account) AND mailbox_id = \(mailbox) AND folder = \(folder)
        AND uid_validity <> \(uidValidity)
      """
    )
  }
}
