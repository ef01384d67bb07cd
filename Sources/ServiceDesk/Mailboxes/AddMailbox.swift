package import Storage

/// Adds a mailbox; mail is fetched from then on.
///
/// - Throws: ``MailboxFailure``.
package struct AddMailbox: Command {
  package static let scopes = Scopes.admin

  package var settings: Mailbox.Settings
  package var secrets: SealedSecret?

  package init(settings: Mailbox.Settings, secrets: SealedSecret? = nil) {
    self.settings = settings
    self.secrets = secrets
  }

  package func run(in work: Work) throws -> Mailbox {
    try settings.check()
    try work.requireFreeAddresses(settings, except: nil)
    let added = try work.rows(
      """
      INSERT INTO mailbox (account_id, id, name, address, settings, secrets, waiting, leased_until,
        created_at)
      VALUES (\(work.account), \(work.newID(Mailbox.self)), \(settings.name), \(settings.address),
        \(StoredJSON(settings)), \(secrets), 0, 0, \(work.now))
      ON CONFLICT DO NOTHING
      RETURNING \(Mailbox.columns)
      """
    )
    guard let row = added.first else { throw MailboxFailure.nameTaken }
    guard try work.mailboxes().count <= Mailbox.most else { throw MailboxFailure.tooMany }
    let mailbox = try Mailbox(row)
    try work.record(MailboxAdded(mailbox: mailbox.id))
    return mailbox
  }
}

/// A mailbox was added.
package struct MailboxAdded: Event {
  package static let kind = "mailbox.added"

  package let mailbox: ID<Mailbox>

  package var subject: Reference { mailbox.reference }
}

extension Mailbox.Settings {
  /// - Throws: ``MailboxFailure/folderMissing``, `TextFailure`.
  func check() throws {
    _ = try Mailbox.Name(name)
    guard fetching.after != .move || fetching.moveTo?.isEmpty == false else {
      throw MailboxFailure.folderMissing
    }
  }
}

extension Work {
  /// The account's mailboxes, in the order in which they were added; at most 100.
  func mailboxes() throws -> [Mailbox] {
    try rows(
      """
      SELECT \(Mailbox.columns) FROM mailbox WHERE account_id = \(account)
      ORDER BY id LIMIT \(Mailbox.most + 1)
      """
    ).map(Mailbox.init)
  }

  /// Throws ``MailboxFailure/addressTaken`` if an address leads to another mailbox already.
  func requireFreeAddresses(_ settings: Mailbox.Settings, except own: ID<Mailbox>?) throws {
    let others = try mailboxes().filter { $0.id != own }
    let isTaken = others.contains { other in
      ([settings.address] + settings.aliases).contains { other.settings.owns($0) }
    }
    guard !isTaken else { throw MailboxFailure.addressTaken }
  }

  /// The mailbox, locked until the commit.
  ///
  /// - Throws: ``AccessFailure/noSuchMailbox``.
  func requireMailbox(_ mailbox: ID<Mailbox>) throws -> Mailbox {
    let found = try rows(
      """
      SELECT \(Mailbox.columns) FROM mailbox
      WHERE account_id = \(account) AND id = \(mailbox) \(forUpdate)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchMailbox }
    return try Mailbox(row)
  }
}
