/// The three panes: views, list and, where one is open, a conversation.
package struct DeskPage: Sendable {
  package let frame: DeskFrame
  package let navigation: ViewsNavigation
  package let list: ConversationList
  package let pane: ConversationPane?

  package init(
    frame: DeskFrame,
    navigation: ViewsNavigation,
    list: ConversationList,
    pane: ConversationPane? = nil
  ) {
    self.frame = frame
    self.navigation = navigation
    self.list = list
    self.pane = pane
  }

  package var html: HTML {
    DeskLayout(
      frame: frame,
      title: pane?.head.subject ?? list.title,
      navigation: navigation,
      shape: .panes,
      content: """
        <main id="main" tabindex="-1" data-open="\(pane == nil ? "false" : "true")">
          \(list.html)
          <desk-conversation>\(pane?.html ?? nobody)</desk-conversation>
        </main>
        """
    ).html
  }

  /// What stands in the pane while no conversation is chosen.
  private var nobody: HTML {
    let text = frame.language.desk.conversation
    return """
      <section id="conversation" data-id="">
        \(Empty(icon: .chat, title: text.chooseTitle, text: text.choose).html)
      </section>
      <aside id="panel" hidden></aside>
      """
  }
}
