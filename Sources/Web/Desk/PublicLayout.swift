/// The shell of the pages before the sign-in: one calm column in the middle.
package struct PublicLayout: Sendable {
  package let language: Language
  package let title: String
  /// Where the assets are, without a slash at the end.
  package let assets: String
  package let content: HTML

  package init(language: Language, title: String, assets: String = "/assets", content: HTML) {
    self.language = language
    self.title = title
    self.assets = assets
    self.content = content
  }

  package var html: HTML {
    """
    <!doctype html>
    <html lang="\(language.rawValue)" dir="\(language.direction)">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta name="color-scheme" content="light dark">
      <title>\(title) · Rapport</title>
      \(DeskLayout.styles(assets))
    </head>
    <body class="public">
      <main>
        <p class="mark">\(ViewsNavigation.mark)<span>Rapport</span></p>
        \(content)
      </main>
    </body>
    </html>
    """
  }
}
