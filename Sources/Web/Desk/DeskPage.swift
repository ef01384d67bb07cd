package import ServiceDesk

/// The three panes: views, list and, where one is open, a conversation.
package struct DeskPage: Sendable {
  package let frame: DeskFrame
  package let navigation: ViewsNavigation
  package let list: ConversationList
  package let pane: ConversationPane?
  /// What about mail waits for the reader; nothing for who cannot change it.
  package let attention: MailAttention

  package init(
    frame: DeskFrame,
    navigation: ViewsNavigation,
    list: ConversationList,
    pane: ConversationPane? = nil,
    attention: MailAttention = MailAttention()
  ) {
    self.frame = frame
    self.navigation = navigation
    self.list = list
    self.pane = pane
    self.attention = attention
  }

  package var html: HTML {
    DeskLayout(
      frame: frame,
      title: pane?.head.subject ?? list.title,
      navigation: navigation,
      shape: .panes,
      content: """
        <main id="main" tabindex="-1" data-open="\(pane == nil ? "false" : "true")">
          \(list.html(below: attention.isNeeded ? banner : nil))
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

  /// That mail is stuck, and where that is mended.
  private var banner: HTML {
    let text = frame.language.mailroom.attention
    let lines = [
      ("mailboxes", attention.failing, text.failing),
      ("mail", attention.quarantined, text.quarantined),
      ("outgoing", attention.unsent, text.unsent),
    ].filter { $0.1 > 0 }
    let links = lines.map { path, count, sentence -> HTML in
      "<a href=\"/settings/\(path)\">\(sentence(frame.language.number(count)))</a>"
    }
    return
      "<div class=\"notice bad\" role=\"status\">\(Icon.alert.html)<p>\(.joined(links, by: "<br>"))</p></div>"
  }
}
