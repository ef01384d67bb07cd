/// The shell of every page behind the sign-in: head, navigation and what scripts need.
package struct DeskLayout: Sendable {
  /// How the page uses its room.
  package enum Shape: String, Sendable {
    /// The three panes, each of which scrolls by itself.
    case panes
    /// One column that scrolls as a page does.
    case column = "page"
  }

  package let frame: DeskFrame
  package let title: String
  package let navigation: ViewsNavigation
  package let shape: Shape
  package let content: HTML

  package init(
    frame: DeskFrame,
    title: String,
    navigation: ViewsNavigation,
    shape: Shape,
    content: HTML
  ) {
    self.frame = frame
    self.title = title
    self.navigation = navigation
    self.shape = shape
    self.content = content
  }

  package var html: HTML {
    """
    <!doctype html>
    <html lang="\(frame.language.rawValue)" dir="\(frame.language.direction)" \
    data-zone="\(frame.zone)" data-calendar="\(frame.calendar)">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, interactive-widget=resizes-content">
      <meta name="color-scheme" content="light dark">
      <meta name="csrf" content="\(frame.csrf)">
      <title>\(title) · Rapport</title>
      \(Self.styles(frame.assets))
      <script type="module" src="\(frame.assets)/desk/desk.js"></script>
    </head>
    <body class="desk \(shape.rawValue)" data-agent="\(frame.agent)" \
    data-position="\(frame.position)">
      <a class="skip" href="#main">\(frame.language.desk.common.skip)</a>
      \(navigation.html)
      \(content)
      <div id="toasts" role="status" aria-live="polite"></div>
      \(scriptTexts)
      \(scriptIcons)
    </body>
    </html>
    """
  }

  /// The style sheets of the desk and of all other pages, in the order of their layers.
  package static func styles(_ assets: String) -> HTML {
    let icon: HTML = "<link rel=\"icon\" href=\"\(assets)/desk/icon.svg\" type=\"image/svg+xml\">"
    let sheets: HTML = .joined(
      ["tokens", "base", "components", "desk", "mail", "readings", "settings"].map {
        "<link rel=\"stylesheet\" href=\"\(assets)/desk/\($0).css\">"
      }
    )
    return "\(icon)\(sheets)"
  }

  private var scriptTexts: HTML {
    let attributes = frame.language.desk.scripts.map { entry -> HTML in
      "<data value=\"\(entry.name)\">\(entry.text)</data>"
    }
    return "<template id=\"texts\">\(.joined(attributes))</template>"
  }

  private var scriptIcons: HTML {
    let icons: [Icon] = [.close, .check, .alert, .info, .file, .chat, .person, .search, .spark]
    return "<template id=\"icons\">\(.joined(icons.map(\.html)))</template>"
  }
}
