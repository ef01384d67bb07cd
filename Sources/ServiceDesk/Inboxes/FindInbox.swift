import Storage

/// One inbox with its secret, for those who manage it.
///
/// - Throws: ``AccessFailure/noSuchInbox``.
package struct FindInbox: Query {
  package static let scopes = Scopes.admin

  package var inbox: ID<Inbox>

  package init(inbox: ID<Inbox>) { self.inbox = inbox }

  package func run(in work: Work) throws -> Inbox { try work.requireInbox(inbox) }
}
