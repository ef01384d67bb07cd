import Storage

/// The messages of a folder that were kept and not yet marked on the server, as a crash in between
/// leaves them; by their UIDs, ascending.
package struct ListMailToMark: Query {
  package static let scopes = Scopes.all

  package var mailbox: ID<Mailbox>
  package var folder: String
  package var uidValidity: Int64
  /// Those before and this one are left out.
  package var last: Int64
  package var limit: Int

  package init(
    mailbox: ID<Mailbox>,
    folder: String,
    uidValidity: Int64,
    after last: Int64,
    limit: Int
  ) {
    self.mailbox = mailbox
    self.folder = folder
    self.uidValidity = uidValidity
    self.last = last
    self.limit = limit
  }

  package func run(in work: Work) throws -> [Int64] {
    try work.rows(
      """
      SELECT uid FROM mailbox_unmarked
      WHERE account_id = \(work.account) AND mailbox_id = \(mailbox) AND folder = \(folder)
        AND uid_validity = \(uidValidity) AND uid > \(last)
      ORDER BY uid LIMIT \(limit)
      """
    ).map { try $0[0] }
  }
}

/// Notes that messages of a folder were marked on the server.
package struct NoteMarked: Command {
  package static let scopes = Scopes.all

  package var mailbox: ID<Mailbox>
  package var folder: String
  package var uidValidity: Int64
  package var uids: [Int64]

  package init(mailbox: ID<Mailbox>, folder: String, uidValidity: Int64, uids: [Int64]) {
    self.mailbox = mailbox
    self.folder = folder
    self.uidValidity = uidValidity
    self.uids = uids
  }

  package func run(in work: Work) throws {
    // Numbers of before the folder was numbered anew are of no use to anybody.
    try work.execute(
      """
      DELETE FROM mailbox_unmarked
      WHERE account_id = \(work.account) AND mailbox_id = \(mailbox) AND folder = \(folder)
        AND (uid IN \(list: uids) OR uid_validity <> \(uidValidity))
      """
    )
  }
}

extension Work {
  /// Notes that the message at the cursor is still to be marked on the server.
  func planMarking(of cursor: MailboxCursor, in mailbox: ID<Mailbox>) throws {
    try execute(
      """
      INSERT INTO mailbox_unmarked (account_id, mailbox_id, folder, uid, uid_validity)
      VALUES (\(account), \(mailbox), \(cursor.folder), \(cursor.lastUID), \(cursor.uidValidity))
      ON CONFLICT (account_id, mailbox_id, folder, uid) DO UPDATE
        SET uid_validity = excluded.uid_validity
      """
    )
  }

  /// Lets lie on the server what was to be marked there, since somebody wants it left as it is.
  func dropMarking(in mailbox: ID<Mailbox>) throws {
    try execute(
      """
      DELETE FROM mailbox_unmarked WHERE account_id = \(account) AND mailbox_id = \(mailbox)
      """
    )
  }
}
