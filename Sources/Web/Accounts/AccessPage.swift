package import ServiceDesk

/// The pages on the way in by a link: asking for one, and choosing a password with it.
package struct AccessPage: Sendable {
  package enum State: Sendable, Equatable {
    /// Who has forgotten the password says the address.
    case asking(fault: String?)
    /// A link is on its way, if somebody has the address.
    case asked
    /// The link is good; `path` is its own.
    case choosing(AccessLink, path: String, fault: String?)
    /// The link was used or has run out; the text says so.
    case over(String)
  }

  package let language: Language
  package let state: State
  /// Where the assets are, without a slash at the end.
  package let assets: String

  package init(language: Language, state: State, assets: String = "/assets") {
    self.language = language
    self.state = state
    self.assets = assets
  }

  private var text: WritingTexts { language.writing }

  package var html: HTML {
    PublicLayout(
      language: language,
      title: title,
      assets: assets,
      content: "<h1>\(title)</h1>\(content)"
    ).html
  }

  private var title: String {
    switch state {
    case .asking, .asked, .over: text.forgotTitle
    case .choosing: text.chooseTitle
    }
  }

  private var content: HTML {
    switch state {
    case .asking(let fault): asking(fault)
    case .asked: Notice(text.forgotSent, tone: .good).html
    case .choosing(let link, let path, let fault): choosing(link, path, fault)
    case .over(let fault):
      """
      \(Notice(fault, tone: .bad).html)
      <p>\(Button(text.forgot, address: "/password/forgot").html)</p>
      """
    }
  }

  private func asking(_ fault: String?) -> HTML {
    let email = Field(
      "email",
      language.desk.signIn.email,
      control: .line(type: "email"),
      isRequired: true,
      autocomplete: "username"
    )
    return """
      <p class="lead">\(text.forgotIntroduction)</p>
      \(fault.map { Notice($0, tone: .bad).html })
      <form class="form" method="post" action="/password/forgot">
        \(email.html)
        \(Button(text.forgotSend, kind: .primary).html)
      </form>
      """
  }

  private func choosing(_ link: AccessLink, _ path: String, _ fault: String?) -> HTML {
    let lead = link.kind == .invitation ? text.chooseInvitation : text.chooseReset
    let values = ["account": link.account, "address": link.agent.email.text]
    let password = Field(
      "password",
      text.password,
      control: .line(type: "password"),
      fault: fault,
      isRequired: true,
      autocomplete: "new-password"
    )
    // The hidden address lets password keepers know whose password it is.
    return """
      <p class="lead">\(lead.filling(values))</p>
      <form class="form" method="post" action="\(path)">
        <input type="email" name="email" value="\(link.agent.email.text)" autocomplete="username"
          hidden readonly>
        \(password.html)
        \(Button(text.choose, kind: .primary).html)
      </form>
      """
  }
}
