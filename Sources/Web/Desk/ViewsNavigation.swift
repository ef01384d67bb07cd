package import ServiceDesk

/// The first pane: the views with their counters, and the way to everything else.
package struct ViewsNavigation: Sendable {
  /// A list of conversations that can be looked at.
  package struct Item: Sendable {
    /// The part of the address: `mine`, `team-5`.
    package let path: String
    /// As events name it: `agent-9`, `team-5`.
    package let key: String
    package let title: String
    package let icon: Icon
    package let count: Int

    package init(path: String, key: String, title: String, icon: Icon, count: Int) {
      self.path = path
      self.key = key
      self.title = title
      self.icon = icon
      self.count = count
    }
  }

  package let frame: DeskFrame
  package let teams: [(id: ID<Team>, name: String)]
  /// By the key of the view; 0 where there is none.
  package let counts: [String: Int]
  /// The path of the view that is shown: `mine`, `team-5`; nothing on other pages.
  package let selected: String?

  package init(
    frame: DeskFrame,
    teams: [(id: ID<Team>, name: String)],
    counts: [String: Int],
    selected: String?
  ) {
    self.frame = frame
    self.teams = teams
    self.counts = counts
    self.selected = selected
  }

  package var html: HTML {
    let text = frame.language.desk
    return """
      <nav id="views" popover aria-label="\(text.views.title)">
        <div class="top">
          <a class="mark" href="/desk">\(Self.mark)<span>Rapport</span></a>
          \(tool(text.list.start, .pencil, "/desk/new").html)
        </div>
        <a class="find" href="/desk/search" data-command="search">\(Icon.search.html)\
      <span>\(text.search.title)</span><kbd aria-hidden="true">/</kbd></a>
        <ul>\(links(main))</ul>
        \(teamLinks)
        <ul>\(links(later))</ul>
        <div class="foot">\(foot)</div>
      </nav>
      """
  }

  /// Two rounded voices that meet.
  package static let mark: HTML = """
    <svg class="logo" viewBox="0 0 24 24" aria-hidden="true"><path class="one" \
    d="M3 4.5h12v9H9l-3.5 3.5v-3.5H3z"/><path class="two" \
    d="M17.5 9H21v9h-2v3l-3.5-3h-5.5v-2.5h7.5z"/></svg>
    """

  private var main: [Item] {
    let text = frame.language.desk.views
    return [
      item("mine", key: "agent-\(frame.agent)", text.mine, .inbox),
      item("unassigned", text.unassigned, .assign),
      item("all", text.all, .stack),
      item("upset", frame.language.readings.upset, .frown),
    ]
  }

  private var later: [Item] {
    let text = frame.language.desk.views
    return [
      item("waiting", text.waiting, .hourglass),
      item("snoozed", text.snoozed, .clock),
      item("resolved", text.resolved, .check),
      item("spam", text.spam, .shield),
    ]
  }

  private func item(_ path: String, key: String? = nil, _ title: String, _ icon: Icon) -> Item {
    let key = key ?? path
    return Item(path: path, key: key, title: title, icon: icon, count: counts[key] ?? 0)
  }

  private var teamLinks: HTML {
    guard !teams.isEmpty else { return "" }
    let items = teams.map { item("team-\($0.id)", $0.name, .people) }
    return """
      <h2>\(frame.language.desk.views.teams)</h2>
      <ul>\(links(items))</ul>
      """
  }

  private func links(_ items: [Item]) -> HTML {
    .joined(
      items.map { item in
        let current: HTML = .when(item.path == selected, " aria-current=\"page\"")
        let zero: HTML = .when(item.count == 0, " data-zero")
        return """
          <li><a href="/desk/views/\(item.path)" data-view="\(item.key)"\
          \(current)>\(item.icon.html)\
          <span class="name" dir="auto">\(item.title)</span>\
          <span class="count" data-count="\(item.key)"\(zero)>\
          \(frame.language.number(item.count))</span>\
          </a></li>
          """
      }
    )
  }

  private var foot: HTML {
    let text = frame.language.desk.common
    let state = frame.isAvailable ? text.available : text.away
    return """
      <form id="availability" method="post" action="/desk/availability" data-live>
        \(frame.token)
        <input type="hidden" name="available" value="\(frame.isAvailable ? "0" : "1")">
        <button class="presence \(frame.isAvailable ? "here" : "gone")" \
      aria-pressed="\(frame.isAvailable ? "true" : "false")" \
      data-available="\(text.available)" data-away="\(text.away)">
          \(Avatar(name: frame.name, picture: frame.picture, size: .small).html)
          <span class="who"><span dir="auto">\(frame.name)</span><small>\(state)</small></span>
        </button>
      </form>
      \(tool(text.settings, .gear, "/settings/profile").html)
      <form method="post" action="/sign-out">\(frame.token)\
      \(Button(text.signOut, kind: .quiet, icon: .signOut, isCompact: true).html)</form>
      """
  }

  private func tool(_ name: String, _ icon: Icon, _ address: String) -> Button {
    Button(name, kind: .quiet, icon: icon, address: address, isCompact: true)
  }
}
