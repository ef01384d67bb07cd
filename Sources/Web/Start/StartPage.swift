/// The page at the root: says that the desk runs, and what to do first.
package struct StartPage: Sendable {
  package let language: Language
  /// Where the visitor reached the program, as in `https://desk.example.com`.
  package let address: String

  package init(language: Language, address: String) {
    self.language = language
    self.address = address
  }

  package var html: HTML {
    let text = language.catalogue.start
    return """
      <!doctype html>
      <html lang="\(language.rawValue)" dir="\(language.direction)">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Rapport</title>
        <link rel="stylesheet" href="/assets/start.css">
      </head>
      <body>
        <main>
          <h1>Rapport</h1>
          <p class="tagline">\(text.tagline)</p>
          <p class="status"><span aria-hidden="true"></span> \(text.running)</p>
          <h2>\(text.firstSteps)</h2>
          <ol>
            <li>
              <p>\(text.createAdministrator)</p>
              <pre dir="ltr"><code>\(createAdministrator)</code></pre>
            </li>
            <li>
              <p>\(text.tryTheAPI)</p>
              <pre dir="ltr"><code>\(openConversation)</code></pre>
            </li>
          </ol>
          <nav>
            <a href="/api/docs">\(text.documentation)</a>
            <a href="/health">\(text.health)</a>
          </nav>
        </main>
      </body>
      </html>
      """
  }

  private var createAdministrator: String {
    """
    bin/rapport admin create --email you@example.com \\
      --name "Your Name" --account "Your Company" --password-stdin
    """
  }

  private var openConversation: String {
    """
    curl \(address)/api/v1/conversations \\
      -H "Authorization: Bearer $TOKEN" \\
      -H "Content-Type: application/json" \\
      -d '{"customer":{"email":"maria@example.com"},"text":"Hello!"}'
    """
  }
}
