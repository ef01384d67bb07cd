package import Storage

/// Changes how an inbox presents itself; what is `nil` stays, and no change is no event.
///
/// - Throws: ``AccessFailure/noSuchInbox``, ``InboxFailure``.
package struct ChangeInbox: Command {
  package static let scopes = Scopes.admin

  package var inbox: ID<Inbox>
  package var name: Inbox.Name?
  package var origins: OriginList?
  /// An empty one takes it away.
  package var greeting: Inbox.Greeting?
  package var colour: Colour?
  package var form: InboxForm?
  /// An empty one takes it away.
  package var away: Inbox.AwayText?

  package init(
    inbox: ID<Inbox>,
    name: Inbox.Name? = nil,
    origins: OriginList? = nil,
    greeting: Inbox.Greeting? = nil,
    colour: Colour? = nil,
    form: InboxForm? = nil,
    away: Inbox.AwayText? = nil
  ) {
    self.inbox = inbox
    self.name = name
    self.origins = origins
    self.greeting = greeting
    self.colour = colour
    self.form = form
    self.away = away
  }

  package func run(in work: Work) throws -> Inbox {
    let old = try work.requireInbox(inbox)
    let new = changed(old.settings)
    guard new != old.settings else { return old }
    let changed = try work.rows(
      """
      UPDATE inbox SET name = \(new.name), origins = \(new.origins), greeting = \(new.greeting),
        colour = \(new.colour), form_when = \(new.form.when), form_name = \(new.form.name),
        form_email = \(new.form.email), away = \(new.away)
      WHERE account_id = \(work.account) AND id = \(inbox) AND NOT EXISTS (
        SELECT 1 FROM inbox o
        WHERE o.account_id = \(work.account) AND o.name = \(new.name) AND o.id <> \(inbox))
      RETURNING \(Inbox.columns)
      """
    )
    guard let row = changed.first else { throw InboxFailure.nameTaken }
    try work.record(InboxChanged(inbox: inbox))
    return try Inbox(row)
  }

  private func changed(_ old: Inbox.Settings) -> Inbox.Settings {
    let (greeting, away) = (greeting ?? old.greeting, away ?? old.away)
    return Inbox.Settings(
      name: name ?? old.name,
      origins: origins ?? old.origins,
      greeting: greeting?.text.isEmpty == true ? nil : greeting,
      colour: colour ?? old.colour,
      form: form ?? old.form,
      away: away?.text.isEmpty == true ? nil : away
    )
  }
}

/// Gives an inbox a new secret; what was signed with the old one proves nothing any more.
///
/// - Throws: ``AccessFailure/noSuchInbox``.
package struct RenewInboxSecret: Command {
  package static let scopes = Scopes.admin

  package var inbox: ID<Inbox>

  package init(inbox: ID<Inbox>) { self.inbox = inbox }

  package func run(in work: Work) throws -> Inbox {
    let renewed = try work.rows(
      """
      UPDATE inbox SET secret = \(InboxSecret())
      WHERE account_id = \(work.account) AND id = \(inbox)
      RETURNING \(Inbox.columns)
      """
    )
    guard let row = renewed.first else { throw AccessFailure.noSuchInbox }
    try work.record(InboxChanged(inbox: inbox))
    return try Inbox(row)
  }
}

/// An inbox's settings or secret were changed.
package struct InboxChanged: Event {
  package static let kind = "inbox.changed"

  package let inbox: ID<Inbox>

  package var subject: Reference { inbox.reference }
}
