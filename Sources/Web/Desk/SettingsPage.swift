package import ServiceDesk

/// One page of the settings, with the way to the others.
package struct SettingsPage: Sendable {
  package let frame: DeskFrame
  package let navigation: ViewsNavigation
  /// The last part of the page's address: `profile`, `teams`.
  package let path: String
  /// Whether the way to what concerns the whole account is shown too.
  package let isAdministrator: Bool
  /// What about mail waits for people.
  package let attention: MailAttention
  /// A sentence about the page, or nothing.
  package let introduction: String?
  /// What to tell first, as that the settings were saved.
  package let notice: Notice?
  package let content: HTML

  package init(
    frame: DeskFrame,
    navigation: ViewsNavigation,
    path: String,
    isAdministrator: Bool,
    attention: MailAttention = MailAttention(),
    introduction: String? = nil,
    notice: Notice? = nil,
    content: HTML
  ) {
    self.frame = frame
    self.navigation = navigation
    self.path = path
    self.isAdministrator = isAdministrator
    self.attention = attention
    self.introduction = introduction
    self.notice = notice
    self.content = content
  }

  package var html: HTML {
    let text = frame.language.desk.settings
    let name = text.pages.first { $0.path == path }?.name ?? text.title
    return DeskLayout(
      frame: frame,
      title: name,
      navigation: navigation,
      shape: .column,
      content: """
        <div class="settings">
          <nav class="tabs" aria-label="\(text.title)"><ul>\(links)</ul></nav>
          \(ColumnPage(
            frame: frame,
            title: name,
            introduction: introduction,
            content: "\(notice?.html)\(content)"
          ).html)
        </div>
        """
    ).html
  }

  /// What every agent may see.
  static let own: Set = ["profile", "mail", "outgoing", "saved-replies"]

  private var pages: [(path: String, name: String)] {
    frame.language.desk.settings.pages.filter { isAdministrator || Self.own.contains($0.path) }
  }

  private var links: HTML {
    .joined(
      pages.map { page in
        let current: HTML = .when(page.path == path, " aria-current=\"page\"")
        return """
          <li><a href="/settings/\(page.path)"\(current)>\(page.name)\(badge(page.path))</a></li>
          """
      }
    )
  }

  /// How many things wait for people there.
  private func badge(_ path: String) -> HTML? {
    let counts = [
      "mailboxes": attention.failing, "mail": attention.quarantined, "outgoing": attention.unsent,
    ]
    guard let count = counts[path], count > 0 else { return nil }
    return " \(Badge(frame.language.number(count), tone: .bad, icon: .alert).html)"
  }
}
