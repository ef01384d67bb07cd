package import Storage

/// Keeps a mail whose bytes are stored already, before anybody tries to read it; and notes how
/// far its folder has been read, in the same transaction.
///
/// The same bytes from the same mailbox are kept once.
package struct KeepMail: Command {
  package struct Kept: Sendable, Equatable {
    package let source: ID<MailSource>
    /// Whether it was there before.
    package let isRepeat: Bool
  }

  package var hash: BlobHash
  /// In bytes.
  package var size: Int
  package var mailbox: ID<Mailbox>?
  /// When it reached the team's server.
  package var arrivedAt: Timestamp
  package var cursor: MailboxCursor?
  /// Whether the message at the cursor is then to be marked on the server.
  package var isToMark: Bool
  /// Whether it comes from a file: then nothing is written because of it.
  package var isImport: Bool

  package init(
    hash: BlobHash,
    size: Int,
    mailbox: ID<Mailbox>?,
    arrivedAt: Timestamp,
    cursor: MailboxCursor? = nil,
    isToMark: Bool = false,
    isImport: Bool = false
  ) {
    self.hash = hash
    self.size = size
    self.mailbox = mailbox
    self.arrivedAt = arrivedAt
    self.cursor = cursor
    self.isToMark = isToMark
    self.isImport = isImport
  }

  package func run(in work: Work) throws -> Kept {
    let kept = try keep(in: work)
    if let mailbox, let cursor {
      try MoveMailboxCursor(mailbox: mailbox, cursor: cursor).run(in: work)
      if isToMark { try work.planMarking(of: cursor, in: mailbox) }
    }
    return kept
  }

  private func keep(in work: Work) throws -> Kept {
    let id = try work.newID(MailSource.self)
    let origin = mailbox?.raw ?? 0
    let added = try work.rows(
      """
      INSERT INTO mail_source (account_id, id, origin_id, hash, size, state, arrived_at, created_at,
        is_import)
      VALUES (\(work.account), \(id), \(origin), \(hash), \(size), \(MailSource.State.waiting),
        \(arrivedAt), \(work.now), \(isImport))
      ON CONFLICT (account_id, origin_id, hash) DO NOTHING
      RETURNING id
      """
    )
    if added.first != nil {
      try work.planReading(of: id)
      return Kept(source: id, isRepeat: false)
    }
    let there = try work.rows(
      """
      SELECT id FROM mail_source
      WHERE account_id = \(work.account) AND origin_id = \(origin) AND hash = \(hash)
      """
    )
    guard let row = there.first else { throw AccessFailure.noSuchMail }
    return Kept(source: try row[0], isRepeat: true)
  }
}

extension Work {
  /// Who keeps a mail reads it at once; should that not come to its end, a job does it later.
  func planReading(of source: ID<MailSource>) throws {
    try JobQueue.enqueue(
      Job(
        account: account.raw,
        id: newID(MailSource.self).raw,
        kind: ReadMailJob.kind,
        key: source.description,
        payload: source.description
      ),
      runAt: now + .minutes(2),
      in: transaction
    )
  }

  /// The mail has been read; the job that stood by is not needed.
  func dropReading(of source: ID<MailSource>) throws {
    try execute(
      """
      DELETE FROM job WHERE account_id = \(account) AND kind = \(ReadMailJob.kind)
        AND key = \(source.description)
      """
    )
  }
}

/// The job that reads a mail which was kept and then not read, as after a crash.
package enum ReadMailJob {
  /// Its payload is the source's identifier.
  package static let kind = "mail.read"
}
