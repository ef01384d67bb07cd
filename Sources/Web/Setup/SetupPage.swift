/// The page that makes the first administrator.
package struct SetupPage: Sendable {
  /// What was typed, and what is wrong with it.
  package struct Form: Sendable, Equatable {
    package var account = ""
    package var name = ""
    package var email = ""
    /// The fault to be shown, in the visitor's language.
    package var fault: String?

    package init(account: String = "", name: String = "", email: String = "", fault: String? = nil)
    {
      self.account = account
      self.name = name
      self.email = email
      self.fault = fault
    }
  }

  /// The administrator is to be named, or has been made and gets a token.
  package enum State: Sendable, Equatable {
    case asking(Form)
    case done(token: String)
  }

  package let language: Language
  package let path: String
  package let state: State

  package init(language: Language, path: String, state: State) {
    self.language = language
    self.path = path
    self.state = state
  }

  package var html: HTML {
    let text = language.catalogue.setup
    let content =
      switch state {
      case .asking(let form): self.form(form, text)
      case .done(let token): done(token, text)
      }
    return """
      <!doctype html>
      <html lang="\(language.rawValue)" dir="\(language.direction)">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>\(text.title) · Rapport</title>
        <link rel="stylesheet" href="/assets/start.css">
      </head>
      <body>
        <main>
          <h1>\(text.title)</h1>
          \(content)
        </main>
      </body>
      </html>
      """
  }

  private func form(_ form: Form, _ text: Catalogue.SetupPage) -> HTML {
    let fault: HTML = form.fault.map { "<p class=\"fault\" role=\"alert\">\($0)</p>" } ?? ""
    return """
      <p class="tagline">\(text.introduction)</p>
      \(fault)
      <form method="post" action="\(path)">
        \(field("account", text.account, form.account, type: "text", complete: "organization"))
        \(field("name", text.name, form.name, type: "text", complete: "name"))
        \(field("email", text.email, form.email, type: "email", complete: "email"))
        \(field("password", text.password, "", type: "password", complete: "new-password"))
        <button>\(text.create)</button>
      </form>
      """
  }

  private func field(
    _ name: String,
    _ label: String,
    _ value: String,
    type: String,
    complete: String
  ) -> HTML {
    """
    <label>\(label)
      <input name="\(name)" type="\(type)" value="\(value)" autocomplete="\(complete)" dir="auto"
        required>
    </label>
    """
  }

  private func done(_ token: String, _ text: Catalogue.SetupPage) -> HTML {
    """
    <p class="tagline">\(text.done)</p>
    <pre dir="ltr"><code>\(token)</code></pre>
    <nav><a href="/">\(text.goOn)</a></nav>
    """
  }
}
