/// The page at the root: leads to the desk, or says what to do first.
package struct StartPage: Sendable {
  package let language: Language
  /// Where the visitor reached the program, as in `https://desk.example.com`.
  package let address: String
  /// Whether anybody works here yet.
  package let isSetUp: Bool
  /// Where the assets are, without a slash at the end.
  package let assets: String

  package init(language: Language, address: String, isSetUp: Bool, assets: String = "/assets") {
    self.language = language
    self.address = address
    self.isSetUp = isSetUp
    self.assets = assets
  }

  private var text: Catalogue.StartPage { language.catalogue.start }

  package var html: HTML {
    PublicLayout(
      language: language,
      title: text.tagline,
      assets: assets,
      content: """
        <h1>\(text.tagline)</h1>
        <p class="running"><span aria-hidden="true"></span> \(text.running)</p>
        \(isSetUp ? signIn : setUp)
        <p class="links"><a href="/api/docs">\(text.documentation)</a>
          <a href="/health">\(text.health)</a></p>
        """
    ).html
  }

  private var signIn: HTML {
    """
    <p>\(Button(language.site.start.signIn, kind: .primary, address: "/sign-in").html)</p>
    <details>
      <summary>\(text.tryTheAPI)</summary>
      \(code(openConversation))
    </details>
    """
  }

  private var setUp: HTML {
    """
    <h2>\(text.firstSteps)</h2>
    <p>\(language.site.start.setUp)</p>
    <p>\(language.site.start.byCommand)</p>
    \(code(createAdministrator))
    <p>\(text.tryTheAPI)</p>
    \(code(openConversation))
    """
  }

  private func code(_ text: String) -> HTML {
    "<pre class=\"snippet\" dir=\"ltr\" tabindex=\"0\"><code>\(text)</code></pre>"
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
