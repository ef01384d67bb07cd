package import Storage

/// A text for answers that are given often, with variables for what differs.
package struct SavedReply: Sendable, Equatable {
  package let id: ID<SavedReply>
  package let name: Name
  package let text: Text
  /// Of its customers; any where `nil`.
  package let language: LanguageTag?
  /// What an agent types for it.
  package let shortcut: Shortcut?
  package let createdAt: Timestamp
  package let updatedAt: Timestamp

  /// A name of 1 to 100 Unicode scalars, unique within the account.
  package typealias Name = BoundedText<SavedReplyNameLimits>
  /// A template of 1 to 20,000 Unicode scalars.
  package typealias Text = BoundedText<SavedReplyTextLimits>
  /// 1 to 30 Unicode scalars, unique within the account.
  package typealias Shortcut = BoundedText<ShortcutLimits>

  /// The most of one account.
  package static let most = 1_000
}

extension SavedReply: Referable {
  package static let noun = "savedReply"
}

package enum SavedReplyNameLimits: TextLimits {
  package static let range = 1...100
  package static let field = "name"
}

package enum SavedReplyTextLimits: TextLimits {
  package static let range = 1...20_000
  package static let field = "text"
}

package enum ShortcutLimits: TextLimits {
  package static let range = 1...30
  package static let field = "shortcut"
}

/// Why a saved reply was not kept.
package enum SavedReplyFailure: String, Failure, CaseIterable {
  case nameTaken
  case shortcutTaken
  /// An account has at most 1,000.
  case tooMany = "tooManySavedReplies"
  /// A `{{` has no `}}`, or nothing that could be a name stands between them.
  case variableNotClosed
  /// A `{{#…}}` or `{{^…}}` has no `{{/…}}`, or the other way round.
  case sectionNotClosed
  /// Templates have variables, and at most 50 sections.
  case templateNotAllowed

  package var kind: FailureKind {
    switch self {
    case .nameTaken, .shortcutTaken, .tooMany: .conflict
    case .variableNotClosed, .sectionNotClosed, .templateNotAllowed: .invalid
    }
  }

  package var field: String? {
    switch self {
    case .nameTaken: "name"
    case .shortcutTaken: "shortcut"
    case .tooMany: nil
    case .variableNotClosed, .sectionNotClosed, .templateNotAllowed: "text"
    }
  }
}

extension SavedReply {
  /// The columns ``init(_:)`` reads, in its order.
  static let columns: SQL = "id, name, text, language, shortcut, created_at, updated_at"

  init(_ row: Row) throws {
    id = try row[0]
    name = try row[1]
    text = try row[2]
    language = try row[3]
    shortcut = try row[4]
    createdAt = try row[5]
    updatedAt = try row[6]
  }
}

extension Work {
  /// The saved reply, locked until the commit.
  ///
  /// - Throws: ``AccessFailure/noSuchSavedReply``.
  func savedReply(_ id: ID<SavedReply>) throws -> SavedReply {
    let found = try rows(
      """
      SELECT \(SavedReply.columns) FROM saved_reply
      WHERE account_id = \(account) AND id = \(id) \(forUpdate)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchSavedReply }
    return try SavedReply(row)
  }
}

/// The table of saved replies.
package enum SavedReplySchema {
  package static let migrations = [
    Migration("2026-11-22-33-saved-reply") { dialect in
      [
        """
        CREATE TABLE saved_reply (
          account_id BIGINT NOT NULL REFERENCES account (id),
          id BIGINT NOT NULL,
          name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
          text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
          language TEXT,
          shortcut TEXT CHECK (length(shortcut) BETWEEN 1 AND 30),
          created_at BIGINT NOT NULL,
          updated_at BIGINT NOT NULL,
          PRIMARY KEY (account_id, id),
          UNIQUE (account_id, name),
          UNIQUE (account_id, shortcut)
        ) \(dialect.clustered)
        """
      ]
    }
  ]
}
