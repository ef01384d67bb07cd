/// One line of a list in the settings: what it is, and what can be done with it.
struct SettingsEntry: Sendable {
  /// A button that sends a form of its own.
  struct Action: Sendable {
    let text: String
    let address: String
    var kind = Button.Kind.danger
  }

  let title: String
  var detail: String?
  var mark: HTML?
  var badge: Badge?
  /// Where it can be changed.
  var link: String?
  var action: Action?
  /// What stands below the line, as the members of a team.
  var content: HTML?

  func html(_ frame: DeskFrame) -> HTML {
    let name: HTML =
      link.map { "<a href=\"\($0)\" dir=\"auto\">\(title)</a>" }
      ?? "<span dir=\"auto\">\(title)</span>"
    let small: HTML? = detail.map { "<small dir=\"auto\">\($0)</small>" }
    return """
      <li>\(mark)
        <span class="about">\(name)\(small)</span>
        \(badge?.html)
        \(action.map { self.form($0, frame) })
        \(content)
      </li>
      """
  }

  private func form(_ action: Action, _ frame: DeskFrame) -> HTML {
    """
    <form method="post" action="\(action.address)">\(frame.token)\
    \(Button(action.text, kind: action.kind).html)</form>
    """
  }
}
