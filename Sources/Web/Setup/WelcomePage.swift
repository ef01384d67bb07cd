package import ServiceDesk

/// What the owner sees first: a conversation to try, the chat's line for web pages, and the way to
/// add colleagues.
package struct WelcomePage: Sendable {
  package let frame: DeskFrame
  package let navigation: ViewsNavigation
  /// The one to try, if there is one.
  package let conversation: ID<Conversation>?
  /// The chat's line, if there is an inbox.
  package let snippet: ChatSnippet?

  package init(
    frame: DeskFrame,
    navigation: ViewsNavigation,
    conversation: ID<Conversation>?,
    snippet: ChatSnippet?
  ) {
    self.frame = frame
    self.navigation = navigation
    self.conversation = conversation
    self.snippet = snippet
  }

  private var text: SiteTexts.Welcome { frame.language.site.welcome }

  package var html: HTML {
    DeskLayout(
      frame: frame,
      title: text.title,
      navigation: navigation,
      shape: .column,
      content: ColumnPage(
        frame: frame,
        title: text.title,
        introduction: text.introduction,
        content: """
          <ol class="steps">\(trying)\(chat)\(inviting)</ol>
          <p>\(Button(text.desk, kind: .primary, address: "/desk").html)</p>
          """
      ).html
    ).html
  }

  private var trying: HTML? {
    conversation.map { id in
      let link = Button(
        text.tryLink,
        icon: .chat,
        address: "/desk/conversations/\(id)?view=unassigned"
      )
      return step(text.tryTitle, text.tryText, link.html)
    }
  }

  private var chat: HTML? {
    snippet.map { step(text.chatTitle, text.chatText, $0.html(frame.language.site.common)) }
  }

  private var inviting: HTML {
    let link = Button(text.inviteLink, icon: .people, address: "/settings/agents")
    return step(text.inviteTitle, text.inviteText, link.html)
  }

  private func step(_ title: String, _ words: String, _ content: HTML) -> HTML {
    "<li><h2>\(title)</h2><p>\(words)</p>\(content)</li>"
  }
}
