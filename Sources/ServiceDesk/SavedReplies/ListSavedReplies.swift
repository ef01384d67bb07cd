import Storage

/// The account's saved replies as they are kept, in the order in which they were added.
package struct ListSavedReplies: Query {
  package var window: Window

  package init(window: Window) { self.window = window }

  package func run(in work: Work) throws -> Page<SavedReply> {
    try window.after?.require(order: "savedReplies")
    let rows = try work.rows(
      """
      SELECT \(SavedReply.columns) FROM saved_reply
      WHERE account_id = \(work.account) AND id > \(window.after?.id ?? 0)
      ORDER BY id LIMIT \(window.limit + 1)
      """
    )
    return Page(rows: try rows.map(SavedReply.init), limit: window.limit) {
      Cursor(order: "savedReplies", key: 0, id: $0.id.raw)
    }
  }
}

/// The account's saved replies with the variables filled for a conversation and the viewer.
///
/// - Throws: ``AccessFailure``.
package struct FillSavedReplies: Query {
  /// A saved reply ready to be sent.
  package struct Filled: Sendable, Equatable {
    package let id: ID<SavedReply>
    package let name: String
    package let shortcut: String?
    package let text: String
  }

  package var conversation: ID<Conversation>
  package var window: Window

  package init(conversation: ID<Conversation>, window: Window) {
    self.conversation = conversation
    self.window = window
  }

  package func run(in work: Work) throws -> Page<Filled> {
    let variables = try work.variables(for: conversation)
    let page = try ListSavedReplies(window: window).run(in: work)
    let filled = try page.items.map { reply in
      Filled(
        id: reply.id,
        name: reply.name.text,
        shortcut: reply.shortcut?.text,
        text: try ReplyTemplate(reply.text.text).filled(with: variables)
      )
    }
    return Page(items: filled, next: page.next)
  }
}

extension Work {
  /// What a template may speak of.
  fileprivate func variables(for conversation: ID<Conversation>) throws -> ReplyTemplate.Variables {
    let found = try rows(
      """
      SELECT r.name, a.name, c.number, c.subject, k.name
      FROM conversation c
      JOIN customer o ON o.account_id = c.account_id AND o.id = c.customer_id
      JOIN customer r ON r.account_id = o.account_id AND r.id = o.root_id
      JOIN agent a ON a.account_id = c.account_id AND a.id = \(requireAgent())
      JOIN account k ON k.id = c.account_id
      WHERE c.account_id = \(account) AND c.id = \(conversation)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchConversation }
    let name: String? = try row[0]
    let number: Int = try row[2]
    return [
      // A name that nobody knows is left out, so that a section can ask for it.
      "customer": ["name": name, "firstName": name?.firstWord].compactMapValues { $0 },
      "agent": ["name": try row[1]],
      "conversation": ["number": String(number), "subject": try row[3]],
      "account": ["name": try row[4]],
    ]
  }
}
