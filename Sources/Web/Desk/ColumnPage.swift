/// A page of one column inside the desk: a title, a sentence about it, and what it holds.
package struct ColumnPage: Sendable {
  package let frame: DeskFrame
  package let title: String
  package let introduction: String?
  package let content: HTML

  package init(frame: DeskFrame, title: String, introduction: String? = nil, content: HTML) {
    self.frame = frame
    self.title = title
    self.introduction = introduction
    self.content = content
  }

  package var html: HTML {
    """
    <main id="main" tabindex="-1">
      <header class="page-head">
        <button class="button quiet compact drawer" popovertarget="views">\(Icon.menu.html)\
    <span class="unseen">\(frame.language.desk.common.menu)</span></button>
        <h1 dir="auto">\(title)</h1>
      </header>
      <div class="column">
        \(introduction.map { "<p class=\"lead\">\($0)</p>" as HTML })
        \(content)
      </div>
    </main>
    """
  }
}
