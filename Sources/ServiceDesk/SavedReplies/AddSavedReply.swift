package import Storage

/// Keeps a text for answers that are given often.
///
/// - Throws: ``SavedReplyFailure``.
package struct AddSavedReply: Command {
  package var name: SavedReply.Name
  package var text: SavedReply.Text
  package var language: LanguageTag?
  package var shortcut: SavedReply.Shortcut?

  package init(
    name: SavedReply.Name,
    text: SavedReply.Text,
    language: LanguageTag? = nil,
    shortcut: SavedReply.Shortcut? = nil
  ) {
    self.name = name
    self.text = text
    self.language = language
    self.shortcut = shortcut
  }

  package func run(in work: Work) throws -> SavedReply {
    _ = try ReplyTemplate(text.text)
    let counted = try work.rows(
      "SELECT COUNT(*) FROM saved_reply WHERE account_id = \(work.account)"
    )
    guard try counted.first.map({ try $0[0] }) ?? 0 < SavedReply.most else {
      throw SavedReplyFailure.tooMany
    }
    let added = try work.rows(
      """
      INSERT INTO saved_reply (account_id, id, name, text, language, shortcut, created_at,
        updated_at)
      VALUES (\(work.account), \(work.newID(SavedReply.self)), \(name), \(text), \(language),
        \(shortcut), \(work.now), \(work.now))
      ON CONFLICT DO NOTHING
      RETURNING \(SavedReply.columns)
      """
    )
    guard let row = added.first else { throw try work.whatIsTaken(name) }
    let reply = try SavedReply(row)
    try work.record(SavedReplyAdded(savedReply: reply.id))
    return reply
  }
}

/// Changes a saved reply; what is `nil` stays, what is `.some(nil)` is taken away.
///
/// - Throws: ``AccessFailure/noSuchSavedReply``, ``SavedReplyFailure``.
package struct ChangeSavedReply: Command {
  package var savedReply: ID<SavedReply>
  package var name: SavedReply.Name?
  package var text: SavedReply.Text?
  package var language: LanguageTag??
  package var shortcut: SavedReply.Shortcut??

  package init(
    savedReply: ID<SavedReply>,
    name: SavedReply.Name? = nil,
    text: SavedReply.Text? = nil,
    language: LanguageTag?? = nil,
    shortcut: SavedReply.Shortcut?? = nil
  ) {
    self.savedReply = savedReply
    self.name = name
    self.text = text
    self.language = language
    self.shortcut = shortcut
  }

  package func run(in work: Work) throws -> SavedReply {
    let old = try work.savedReply(savedReply)
    if let text { _ = try ReplyTemplate(text.text) }
    let (name, text) = (name ?? old.name, text ?? old.text)
    let (language, shortcut) = (language ?? old.language, shortcut ?? old.shortcut)
    guard
      name != old.name || text != old.text || language != old.language || shortcut != old.shortcut
    else { return old }
    let changed = try work.rows(
      """
      UPDATE saved_reply SET name = \(name), text = \(text), language = \(language),
        shortcut = \(shortcut), updated_at = \(work.now)
      WHERE account_id = \(work.account) AND id = \(savedReply) AND NOT EXISTS (
        SELECT 1 FROM saved_reply o WHERE o.account_id = \(work.account) AND o.id <> \(savedReply)
          AND (o.name = \(name) OR o.shortcut = \(shortcut)))
      RETURNING \(SavedReply.columns)
      """
    )
    guard let row = changed.first else { throw try work.whatIsTaken(name, but: savedReply) }
    try work.record(SavedReplyChanged(savedReply: savedReply))
    return try SavedReply(row)
  }
}

/// Removes a saved reply.
///
/// - Throws: ``AccessFailure/noSuchSavedReply``.
package struct RemoveSavedReply: Command {
  package var savedReply: ID<SavedReply>

  package init(savedReply: ID<SavedReply>) { self.savedReply = savedReply }

  package func run(in work: Work) throws {
    let removed = try work.execute(
      "DELETE FROM saved_reply WHERE account_id = \(work.account) AND id = \(savedReply)"
    )
    guard removed > 0 else { throw AccessFailure.noSuchSavedReply }
    try work.bury(savedReply)
    try work.record(SavedReplyRemoved(savedReply: savedReply))
  }
}

/// A saved reply was added.
package struct SavedReplyAdded: Event {
  package static let kind = "savedReply.added"

  package let savedReply: ID<SavedReply>

  package var subject: Reference { savedReply.reference }
}

/// A saved reply was changed.
package struct SavedReplyChanged: Event {
  package static let kind = "savedReply.changed"

  package let savedReply: ID<SavedReply>

  package var subject: Reference { savedReply.reference }
}

/// A saved reply was removed.
package struct SavedReplyRemoved: Event {
  package static let kind = "savedReply.removed"

  package let savedReply: ID<SavedReply>

  package var subject: Reference { savedReply.reference }
}

extension Work {
  /// What another saved reply has already: the name, or else the shortcut.
  fileprivate func whatIsTaken(
    _ name: SavedReply.Name,
    but own: ID<SavedReply> = ID(0)
  ) throws -> SavedReplyFailure {
    let named = try rows(
      """
      SELECT 1 FROM saved_reply
      WHERE account_id = \(account) AND name = \(name) AND id <> \(own)
      """
    )
    return named.isEmpty ? .shortcutTaken : .nameTaken
  }
}
