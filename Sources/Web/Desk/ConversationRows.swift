package import ServiceDesk

/// A window of a list: rows, and where the next window begins.
package struct ConversationRows: Sendable {
  package let language: Language
  /// As addresses name the view: `mine`, `team-5`.
  package let path: String
  package let rows: [ConversationRow]
  /// The cursor of the next window; `nil` at the end.
  package let next: String?

  package init(language: Language, path: String, rows: [ConversationRow], next: String?) {
    self.language = language
    self.path = path
    self.rows = rows
    self.next = next
  }

  package var html: HTML { html(selected: nil) }

  package func html(selected: ID<Conversation>?) -> HTML {
    "\(.joined(rows.map { $0.html(isSelected: $0.id == selected) }))\(more)"
  }

  private var more: HTML? {
    next.map { next in
      """
      <li class="more" data-next="/desk/views/\(path)/rows?after=\(next)">\
      <a class="button quiet" href="/desk/views/\(path)?after=\(next)">\
      \(language.desk.list.more)</a></li>
      """
    }
  }
}
