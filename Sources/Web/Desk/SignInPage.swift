/// Where agents sign in.
package struct SignInPage: Sendable {
  package let language: Language
  /// As typed before.
  package let email: String
  /// Why it did not work, in the visitor's language.
  package let fault: String?
  package let csrf: String
  /// Where to go afterwards; a path of our own, or empty.
  package let next: String
  package let assets: String

  package init(
    language: Language,
    email: String = "",
    fault: String? = nil,
    csrf: String,
    next: String = "",
    assets: String = "/assets"
  ) {
    self.language = language
    self.email = email
    self.fault = fault
    self.csrf = csrf
    self.next = next
    self.assets = assets
  }

  package var html: HTML {
    let text = language.desk.signIn
    let email = Field(
      "email",
      text.email,
      value: self.email,
      control: .line(type: "email"),
      isRequired: true,
      autocomplete: "username"
    )
    let password = Field(
      "password",
      text.password,
      control: .line(type: "password"),
      isRequired: true,
      autocomplete: "current-password"
    )
    return PublicLayout(
      language: language,
      title: text.title,
      assets: assets,
      content: """
        <h1>\(text.title)</h1>
        <p class="lead">\(text.introduction)</p>
        \(fault.map { Notice($0, tone: .bad).html })
        <form class="form" method="post" action="/sign-in">
          <input type="hidden" name="csrf" value="\(csrf)">
          <input type="hidden" name="next" value="\(next)">
          \(email.html)
          \(password.html)
          \(Button(text.signIn, kind: .primary).html)
        </form>
        <p><a href="/password/forgot">\(language.writing.forgot)</a></p>
        """
    ).html
  }
}
