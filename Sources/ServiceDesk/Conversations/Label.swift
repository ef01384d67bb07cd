package import Storage

/// A word that conversations are sorted by.
package struct Label: Sendable, Equatable {
  package let id: ID<Label>
  package let name: Name
  package let createdAt: Timestamp

  /// A name of 1 to 50 Unicode scalars, unique within the account.
  package typealias Name = BoundedText<LabelNameLimits>

  /// The most labels of one conversation.
  package static let mostOfConversation = 30
}

extension Label: Referable {
  package static let noun = "label"
}

package enum LabelNameLimits: TextLimits {
  package static let range = 1...50
  package static let field = "labels"
}

extension Label {
  /// The columns ``init(_:)`` reads, in its order.
  static let columns: SQL = "id, name, created_at"

  init(_ row: Row) throws {
    id = try row[0]
    name = try row[1]
    createdAt = try row[2]
  }
}

/// Adds a label.
///
/// - Returns: the label; the existing one if the name is taken.
package struct AddLabel: Command {
  package var name: Label.Name

  package init(name: Label.Name) { self.name = name }

  package func run(in work: Work) throws -> Label {
    let added = try work.rows(
      """
      INSERT INTO label (account_id, id, name, created_at)
      VALUES (\(work.account), \(work.newID(Label.self)), \(name), \(work.now))
      ON CONFLICT (account_id, name) DO NOTHING
      RETURNING \(Label.columns)
      """
    )
    guard let row = added.first else { return try existing(in: work) }
    let label = try Label(row)
    try work.record(LabelAdded(label: label.id))
    return label
  }

  private func existing(in work: Work) throws -> Label {
    let found = try work.rows(
      """
      SELECT \(Label.columns) FROM label WHERE account_id = \(work.account) AND name = \(name)
      """
    )
    guard let row = found.first else { throw AccessFailure.noSuchLabel }
    return try Label(row)
  }
}

/// Removes a label, also from the conversations that have it.
///
/// - Throws: ``AccessFailure/noSuchLabel``.
package struct RemoveLabel: Command {
  package static let scopes = Scopes.admin

  package var label: ID<Label>

  package init(label: ID<Label>) { self.label = label }

  package func run(in work: Work) throws {
    let found = try work.rows(
      """
      SELECT 1 FROM label WHERE account_id = \(work.account) AND id = \(label) \(work.forUpdate)
      """
    )
    guard !found.isEmpty else { throw AccessFailure.noSuchLabel }
    try work.execute(
      "DELETE FROM conversation_label WHERE account_id = \(work.account) AND label_id = \(label)"
    )
    try work.execute("DELETE FROM label WHERE account_id = \(work.account) AND id = \(label)")
    try work.bury(label)
    try work.record(LabelRemoved(label: label))
  }
}

/// The account's labels, in the order in which they were added.
package struct ListLabels: Query {
  package var window: Window

  package init(window: Window) { self.window = window }

  package func run(in work: Work) throws -> Page<Label> {
    try window.after?.require(order: "labels")
    let rows = try work.rows(
      """
      SELECT \(Label.columns) FROM label
      WHERE account_id = \(work.account) AND id > \(window.after?.id ?? 0)
      ORDER BY id LIMIT \(window.limit + 1)
      """
    )
    return Page(rows: try rows.map(Label.init), limit: window.limit) {
      Cursor(order: "labels", key: 0, id: $0.id.raw)
    }
  }
}

/// A label was added.
package struct LabelAdded: Event {
  package static let kind = "label.added"

  package let label: ID<Label>

  package var subject: Reference { label.reference }
}

/// A label was removed.
package struct LabelRemoved: Event {
  package static let kind = "label.removed"

  package let label: ID<Label>

  package var subject: Reference { label.reference }
}
