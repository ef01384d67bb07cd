import Storage

/// How far a folder has been read: up to which UID, under which numbering (RFC 9051, 2.3.1.1).
package struct MailboxCursor: Sendable, Equatable {
  package var folder: String
  package var uidValidity: Int64
  /// The highest UID that has been kept; 0 before the first.
  package var lastUID: Int64

  package init(folder: String, uidValidity: Int64, lastUID: Int64) {
    self.folder = folder
    self.uidValidity = uidValidity
    self.lastUID = lastUID
  }
}

/// How far the folder has been read; `nil` if it never was.
package struct FindMailboxCursor: Query {
  package var mailbox: ID<Mailbox>
  package var folder: String

  package init(mailbox: ID<Mailbox>, folder: String) {
    self.mailbox = mailbox
    self.folder = folder
  }

  package func run(in work: Work) throws -> MailboxCursor? {
    try work.rows(
      """
      SELECT uid_validity, last_uid FROM mailbox_folder
      WHERE account_id = \(work.account) AND mailbox_id = \(mailbox) AND folder = \(folder)
      """
    ).first.map {
      MailboxCursor(folder: folder, uidValidity: try $0[0], lastUID: try $0[1])
    }
  }
}

/// Notes how far the folder has been read; under one numbering it never goes back.
///
/// The message at the cursor is settled by that, even if it was skipped before.
package struct MoveMailboxCursor: Command {
  package var mailbox: ID<Mailbox>
  package var cursor: MailboxCursor

  package init(mailbox: ID<Mailbox>, cursor: MailboxCursor) {
    self.mailbox = mailbox
    self.cursor = cursor
  }

  package func run(in work: Work) throws {
    try work.move(cursor, of: mailbox)
    try work.execute(
      """
      DELETE FROM mailbox_skipped
      WHERE account_id = \(work.account) AND mailbox_id = \(mailbox)
        AND folder = \(cursor.folder) AND uid = \(cursor.lastUID)
      """
    )
  }
}

extension Work {
  func move(_ cursor: MailboxCursor, of mailbox: ID<Mailbox>) throws {
    try execute(
      """
      INSERT INTO mailbox_folder (account_id, mailbox_id, folder, uid_validity, last_uid, read_at)
      VALUES (\(account), \(mailbox), \(cursor.folder), \(cursor.uidValidity),
        \(cursor.lastUID), \(now))
      ON CONFLICT (account_id, mailbox_id, folder) DO UPDATE
        SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid,
          read_at = excluded.read_at
        WHERE mailbox_folder.uid_validity <> excluded.uid_validity
          OR mailbox_folder.last_uid < excluded.last_uid
      """
    )
  }
}
