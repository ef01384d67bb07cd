import Storage

/// One mailbox, for those who manage it.
///
/// - Throws: ``AccessFailure/noSuchMailbox``.
package struct FindMailbox: Query {
  package static let scopes = Scopes.admin

  package var mailbox: ID<Mailbox>

  package init(mailbox: ID<Mailbox>) { self.mailbox = mailbox }

  package func run(in work: Work) throws -> Mailbox { try work.requireMailbox(mailbox) }
}

/// The account's mailboxes, in the order in which they were added.
package struct ListMailboxes: Query {
  package static let scopes: Scopes = [.read, .admin]

  package init() {}

  package func run(in work: Work) throws -> [Mailbox] { try work.mailboxes() }
}

/// The mailboxes from which agents can write, in the order in which they were added.
package struct ListSendingMailboxes: Query {
  package init() {}

  package func run(in work: Work) throws -> [Mailbox] {
    try work.mailboxes().filter { $0.settings.outgoing != nil }
  }
}

/// What signs a mailbox in, sealed; for the program alone.
///
/// - Throws: ``AccessFailure/noSuchMailbox``.
package struct FindMailboxSecrets: Query {
  package static let scopes = Scopes.all

  package var mailbox: ID<Mailbox>

  package init(mailbox: ID<Mailbox>) { self.mailbox = mailbox }

  package func run(in work: Work) throws -> SealedSecret? {
    let found = try work.rows(
      "SELECT secrets FROM mailbox WHERE account_id = \(work.account) AND id = \(mailbox)"
    )
    guard let row = found.first else { throw AccessFailure.noSuchMailbox }
    return try row[0]
  }
}

/// Keeps secrets that the provider has renewed.
///
/// No event: nobody has changed anything.
///
/// - Throws: ``AccessFailure/noSuchMailbox``.
package struct RenewMailboxSecrets: Command {
  package static let scopes = Scopes.all

  package var mailbox: ID<Mailbox>
  package var secrets: SealedSecret

  package init(mailbox: ID<Mailbox>, secrets: SealedSecret) {
    self.mailbox = mailbox
    self.secrets = secrets
  }

  package func run(in work: Work) throws {
    let changed = try work.execute(
      """
      UPDATE mailbox SET secrets = \(secrets)
      WHERE account_id = \(work.account) AND id = \(mailbox)
      """
    )
    guard changed > 0 else { throw AccessFailure.noSuchMailbox }
  }
}
