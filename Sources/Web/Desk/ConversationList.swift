package import ServiceDesk

/// The second pane: the conversations of one view, newest activity first.
package struct ConversationList: Sendable {
  package let language: Language
  /// As events name the view: `agent-9`, `team-5`.
  package let key: String
  /// As addresses name it: `mine`, `team-5`.
  package let path: String
  package let title: String
  package let rows: ConversationRows
  package let selected: ID<Conversation>?

  package init(
    language: Language,
    key: String,
    path: String,
    title: String,
    rows: ConversationRows,
    selected: ID<Conversation>? = nil
  ) {
    self.language = language
    self.key = key
    self.path = path
    self.title = title
    self.rows = rows
    self.selected = selected
  }

  package var html: HTML { html(below: nil) }

  /// The list, below what the reader has to know first.
  func html(below banner: HTML?) -> HTML {
    let text = language.desk
    let isMine = path == "mine"
    return """
      <section id="browser" aria-labelledby="view-title">
        <header>
          <button class="button quiet compact drawer" popovertarget="views">\(Icon.menu.html)\
      <span class="unseen">\(text.common.menu)</span></button>
          <h1 id="view-title" dir="auto">\(title)</h1>
        </header>
        \(banner)<desk-list>
          <ol id="list" data-view="\(key)" data-path="\(path)">\(rows.html(selected: selected))</ol>
          \(Empty(
            icon: isMine ? .spark : .inbox,
            title: isMine ? text.list.emptyMineTitle : text.list.emptyTitle,
            text: isMine ? text.list.emptyMine : text.list.empty
          ).html)
        </desk-list>
      </section>
      """
  }
}
