package import Storage

/// Adds an inbox for web chat, with a key and a secret of its own.
///
/// - Throws: ``InboxFailure``.
package struct AddInbox: Command {
  package static let scopes = Scopes.admin

  package var settings: Inbox.Settings

  package init(settings: Inbox.Settings) { self.settings = settings }

  package func run(in work: Work) throws -> Inbox {
    let form = settings.form
    let added = try work.rows(
      """
      INSERT INTO inbox (account_id, id, kind, public_key, secret, name, origins, greeting, colour,
        form_when, form_name, form_email, away, created_at)
      VALUES (\(work.account), \(work.newID(Inbox.self)), \(Inbox.Kind.chat),
        \(InboxKey(account: work.account)), \(InboxSecret()), \(settings.name),
        \(settings.origins), \(settings.greeting), \(settings.colour), \(form.when), \(form.name),
        \(form.email), \(settings.away), \(work.now))
      ON CONFLICT (account_id, name) DO NOTHING
      RETURNING \(Inbox.columns)
      """
    )
    guard let row = added.first else { throw InboxFailure.nameTaken }
    guard try work.inboxCount() <= Inbox.most else { throw InboxFailure.tooMany }
    let inbox = try Inbox(row)
    try work.record(InboxAdded(inbox: inbox.id))
    return inbox
  }
}

/// An inbox was added.
package struct InboxAdded: Event {
  package static let kind = "inbox.added"

  package let inbox: ID<Inbox>

  package var subject: Reference { inbox.reference }
}

extension Work {
  fileprivate func inboxCount() throws -> Int {
    let counted = try rows("SELECT COUNT(*) FROM inbox WHERE account_id = \(account)")
    return try counted.first.map { try $0[0] } ?? 0
  }
}
