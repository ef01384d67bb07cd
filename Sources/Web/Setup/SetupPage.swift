/// The page that makes the first administrator.
package struct SetupPage: Sendable {
  /// What was typed, and what is wrong with it.
  package struct Form: Sendable, Equatable {
    package var account = ""
    package var name = ""
    package var email = ""
    /// The name of the field at fault; empty where it is none.
    package var faultyField = ""
    /// The fault to be shown, in the visitor's language.
    package var fault: String?

    package init(
      account: String = "",
      name: String = "",
      email: String = "",
      faultyField: String = "",
      fault: String? = nil
    ) {
      self.account = account
      self.name = name
      self.email = email
      self.faultyField = faultyField
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
  /// Where the assets are, without a slash at the end.
  package let assets: String

  package init(language: Language, path: String, state: State, assets: String = "/assets") {
    self.language = language
    self.path = path
    self.state = state
    self.assets = assets
  }

  package var html: HTML {
    let text = language.catalogue.setup
    let content =
      switch state {
      case .asking(let form): self.form(form, text)
      case .done(let token): done(token, text)
      }
    return PublicLayout(
      language: language,
      title: text.title,
      assets: assets,
      content: "<h1>\(text.title)</h1>\(content)"
    ).html
  }

  private func form(_ form: Form, _ text: Catalogue.SetupPage) -> HTML {
    let names = ["account", "name", "email", "password"]
    let general = names.contains(form.faultyField) ? nil : form.fault
    return """
      <p class="lead">\(text.introduction)</p>
      \(general.map { Notice($0, tone: .bad).html })
      <form class="form" method="post" action="\(path)">
        \(field("account", text.account, form, form.account, complete: "organization"))
        \(field("name", text.name, form, form.name, complete: "name"))
        \(field("email", text.email, form, form.email, type: "email", complete: "username"))
        \(field("password", text.password, form, "", type: "password", complete: "new-password"))
        \(Button(text.create, kind: .primary).html)
      </form>
      """
  }

  private func field(
    _ name: String,
    _ label: String,
    _ form: Form,
    _ value: String,
    type: String = "text",
    complete: String
  ) -> HTML {
    Field(
      name,
      label,
      value: value,
      control: .line(type: type),
      fault: form.faultyField == name ? form.fault : nil,
      isRequired: true,
      autocomplete: complete
    ).html
  }

  private func done(_ token: String, _ text: Catalogue.SetupPage) -> HTML {
    """
    <p>\(text.done)</p>
    <pre class="snippet" dir="ltr" tabindex="0"><code>\(token)</code></pre>
    <p>\(Button(text.goOn, kind: .primary, address: "/desk/welcome").html)</p>
    """
  }
}
