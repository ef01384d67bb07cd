package import Storage

/// What was searched for, and what was found.
package struct SearchPage: Sendable {
  /// One thing that was found.
  package struct Found: Sendable {
    package let icon: Icon
    package let address: String
    package let title: String
    /// The words around what was found, which stand in `mark`.
    package let snippet: HTML
    package let at: Timestamp?

    package init(icon: Icon, address: String, title: String, snippet: HTML, at: Timestamp? = nil) {
      self.icon = icon
      self.address = address
      self.title = title
      self.snippet = snippet
      self.at = at
    }
  }

  package let frame: DeskFrame
  package let navigation: ViewsNavigation
  package let query: String
  package let found: [Found]
  /// The cursor of the next window; `nil` at the end.
  package let next: String?
  /// What is wrong with the query, in the reader's language.
  package let fault: String?

  package init(
    frame: DeskFrame,
    navigation: ViewsNavigation,
    query: String,
    found: [Found],
    next: String? = nil,
    fault: String? = nil
  ) {
    self.frame = frame
    self.navigation = navigation
    self.query = query
    self.found = found
    self.next = next
    self.fault = fault
  }

  package var html: HTML {
    let text = frame.language.desk.search
    return DeskLayout(
      frame: frame,
      title: query.isEmpty ? text.title : query,
      navigation: navigation,
      shape: .column,
      content: ColumnPage(
        frame: frame,
        title: text.title,
        content: """
          <search>
            <form class="search" method="get" action="/desk/search">
              \(Icon.search.html)
              <label class="unseen" for="query">\(text.placeholder)</label>
              <input id="query" type="search" name="q" value="\(query)" dir="auto" \
          placeholder="\(text.placeholder)" maxlength="400" autocomplete="off">
              \(Button(text.go, kind: .primary).html)
            </form>
          </search>
          \(fault.map { Notice($0, tone: .bad).html })
          \(results)
          """
      ).html
    ).html
  }

  private var results: HTML {
    let text = frame.language.desk.search
    if query.isEmpty { return filters }
    if found.isEmpty {
      return "\(Empty(icon: .search, title: text.emptyTitle, text: text.empty).html)\(filters)"
    }
    return """
      <ol class="found">\(.joined(found.map(item)))</ol>
      \(more)
      """
  }

  private func item(_ found: Found) -> HTML {
    """
    <li><a href="\(found.address)">\(found.icon.html)
      <span class="title" dir="auto">\(found.title)</span>
      <span class="when">\(found.at.map { LocalTime($0).html })</span>
      <span class="snippet" dir="auto">\(found.snippet)</span></a></li>
    """
  }

  private var more: HTML? {
    next.map { cursor in
      """
      <form class="more" method="get" action="/desk/search">
        <input type="hidden" name="q" value="\(query)">
        <input type="hidden" name="cursor" value="\(cursor)">
        \(Button(frame.language.desk.search.more, kind: .quiet).html)
      </form>
      """
    }
  }

  private var filters: HTML {
    let text = frame.language.desk.search
    let rows = text.filters.map { filter -> HTML in
      "<div><dt><code dir=\"ltr\">\(filter.example)</code></dt><dd>\(filter.meaning)</dd></div>"
    }
    return "<section class=\"filters\"><h2>\(text.hint)</h2><dl>\(.joined(rows))</dl></section>"
  }
}
