import Storage

/// The account's inboxes, in the order in which they were added.
package struct ListInboxes: Query {
  package static let scopes = Scopes.admin

  package var window: Window

  package init(window: Window) { self.window = window }

  package func run(in work: Work) throws -> Page<Inbox> {
    try window.after?.require(order: "inboxes")
    let rows = try work.rows(
      """
      SELECT \(Inbox.columns) FROM inbox
      WHERE account_id = \(work.account) AND id > \(window.after?.id ?? 0)
      ORDER BY id LIMIT \(window.limit + 1)
      """
    )
    return Page(rows: try rows.map(Inbox.init), limit: window.limit) {
      Cursor(order: "inboxes", key: 0, id: $0.id.raw)
    }
  }
}

/// The inbox of a key.
private struct FindInboxByKey: Query {
  let key: InboxKey

  func run(in work: Work) throws -> Inbox {
    let found = try work.rows(
      """
      SELECT \(Inbox.columns) FROM inbox
      WHERE account_id = \(work.account) AND public_key = \(key)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchInbox }
    return try Inbox(row)
  }
}

extension Desk {
  /// The inbox that a web page calls by its key, in whatever account it is.
  ///
  /// - Throws: ``AccessFailure/noSuchInbox``.
  package func inbox(_ key: InboxKey) async throws -> Inbox {
    try await answer(FindInboxByKey(key: key), as: .system(of: key.account))
  }
}
