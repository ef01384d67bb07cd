package import Storage

/// Lets a browser use an inbox; no customer comes of it before the first message.
///
/// - Returns: the visitor and its token, which is never shown again.
/// - Throws: ``AccessFailure/noSuchInbox``.
package struct AdmitVisitor: Command {
  package struct Admitted: Sendable, Equatable {
    package let visitor: ID<Visitor>
    package let token: VisitorSecret
  }

  package var inbox: ID<Inbox>
  package var language: LanguageTag
  package var page: WebPage?

  package init(inbox: ID<Inbox>, language: LanguageTag, page: WebPage? = nil) {
    self.inbox = inbox
    self.language = language
    self.page = page
  }

  package func run(in work: Work) throws -> Admitted {
    _ = try work.requireInbox(inbox)
    let id = try work.newID(Visitor.self)
    let token = VisitorSecret(account: work.account)
    try work.execute(
      """
      INSERT INTO visitor (account_id, id, inbox_id, hash, language, page, claimed_attributes,
        created_at, last_seen_at)
      VALUES (\(work.account), \(id), \(inbox), \(token.hash), \(language), \(page),
        \(Attributes()), \(work.now), \(work.now))
      """
    )
    try work.record(VisitorAdmitted(visitor: id, inbox: inbox))
    return Admitted(visitor: id, token: token)
  }
}

/// The chat was begun in a browser.
package struct VisitorAdmitted: Event {
  package static let kind = "visitor.admitted"

  package let visitor: ID<Visitor>
  package let inbox: ID<Inbox>

  package var subject: Reference { visitor.reference }
}
