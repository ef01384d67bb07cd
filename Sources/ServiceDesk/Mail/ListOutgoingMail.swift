import Storage

/// Mail from here in one state, newest first.
package struct ListOutgoingMail: Query {
  package var state: OutgoingMail.State
  package var window: Window

  package init(state: OutgoingMail.State, window: Window) {
    self.state = state
    self.window = window
  }

  package func run(in work: Work) throws -> Page<OutgoingMail> {
    try window.after?.require(order: "outgoing")
    // SQLite takes the index of what is not sent only where the query says so as the index does.
    let unsent: SQL = state == .sent ? "" : "AND state <> 'sent'"
    let rows = try work.rows(
      """
      SELECT \(OutgoingMail.columns) FROM outgoing_mail
      WHERE account_id = \(work.account) AND state = \(state) \(unsent)
        AND id < \(window.after?.id ?? .max)
      ORDER BY id DESC LIMIT \(window.limit + 1)
      """
    )
    return Page(rows: try rows.map(OutgoingMail.init), limit: window.limit) {
      Cursor(order: "outgoing", key: 0, id: $0.id.raw)
    }
  }
}
