package import Storage

/// Changes a mailbox; secrets that are `nil` stay, and no change is no event.
///
/// - Throws: ``AccessFailure/noSuchMailbox``, ``MailboxFailure``.
package struct ChangeMailbox: Command {
  package static let scopes = Scopes.admin

  package var mailbox: ID<Mailbox>
  package var settings: Mailbox.Settings
  package var secrets: SealedSecret?

  package init(mailbox: ID<Mailbox>, settings: Mailbox.Settings, secrets: SealedSecret? = nil) {
    self.mailbox = mailbox
    self.settings = settings
    self.secrets = secrets
  }

  package func run(in work: Work) throws -> Mailbox {
    let old = try work.requireMailbox(mailbox)
    try settings.check()
    try work.requireFreeAddresses(settings, except: mailbox)
    guard settings != old.settings || secrets != nil else { return old }
    let changed = try work.rows(
      """
      UPDATE mailbox SET name = \(settings.name), address = \(settings.address),
        settings = \(StoredJSON(settings)), secrets = COALESCE(\(secrets), secrets), checked_at = NULL
      WHERE account_id = \(work.account) AND id = \(mailbox) AND NOT EXISTS (
        SELECT 1 FROM mailbox o
        WHERE o.account_id = \(work.account) AND o.name = \(settings.name) AND o.id <> \(mailbox))
      RETURNING \(Mailbox.columns)
      """
    )
    guard let row = changed.first else { throw MailboxFailure.nameTaken }
    if settings.fetching.after == .leave { try work.dropMarking(in: mailbox) }
    let isElsewhere = settings.incoming?.isSamePlace(as: old.settings.incoming) == false
    if isElsewhere { try work.forget(["mailbox_folder"], of: mailbox, but: []) }
    try work.forget(
      ["mailbox_skipped", "mailbox_unmarked"],
      of: mailbox,
      but: isElsewhere ? [] : settings.fetching.folders
    )
    try work.record(MailboxChanged(mailbox: mailbox))
    return try Mailbox(row)
  }
}

/// Fetches nothing from a mailbox until it is resumed; sending goes on.
///
/// - Throws: ``AccessFailure/noSuchMailbox``.
package struct PauseMailbox: Command {
  package static let scopes = Scopes.admin

  package var mailbox: ID<Mailbox>

  package init(mailbox: ID<Mailbox>) { self.mailbox = mailbox }

  package func run(in work: Work) throws -> Mailbox {
    try work.setPause(of: mailbox, to: work.now)
  }
}

/// Fetches from a mailbox again, all that has come in the meantime too.
///
/// - Throws: ``AccessFailure/noSuchMailbox``.
package struct ResumeMailbox: Command {
  package static let scopes = Scopes.admin

  package var mailbox: ID<Mailbox>

  package init(mailbox: ID<Mailbox>) { self.mailbox = mailbox }

  package func run(in work: Work) throws -> Mailbox {
    try work.setPause(of: mailbox, to: nil)
  }
}

/// A mailbox was changed, paused or resumed.
package struct MailboxChanged: Event {
  package static let kind = "mailbox.changed"

  package let mailbox: ID<Mailbox>

  package var subject: Reference { mailbox.reference }
}

extension MailServer {
  /// Whether the same mail lies there.
  fileprivate func isSamePlace(as other: MailServer?) -> Bool {
    other.map { host == $0.host && user == $0.user } ?? true
  }
}

extension Work {
  /// Forgets what was noted of a mailbox's folders in these tables: the numbers of one server say
  /// nothing on another.
  fileprivate func forget(_ tables: [SQL], of mailbox: ID<Mailbox>, but kept: [String]) throws {
    let others: SQL = kept.isEmpty ? "" : "AND folder NOT IN \(list: kept)"
    for table in tables {
      try execute(
        "DELETE FROM \(table) WHERE account_id = \(account) AND mailbox_id = \(mailbox) \(others)"
      )
    }
  }

  fileprivate func setPause(of mailbox: ID<Mailbox>, to time: Timestamp?) throws -> Mailbox {
    let old = try requireMailbox(mailbox)
    guard (old.pausedAt == nil) != (time == nil) else { return old }
    try execute(
      """
      UPDATE mailbox SET paused_at = \(time), checked_at = NULL
      WHERE account_id = \(account) AND id = \(mailbox)
      """
    )
    try record(MailboxChanged(mailbox: mailbox))
    return try requireMailbox(mailbox)
  }
}
