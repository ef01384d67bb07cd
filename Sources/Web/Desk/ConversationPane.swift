/// The third pane: a conversation, and who its customer is.
package struct ConversationPane: Sendable {
  package let head: ConversationHead
  package let proposals: JoinBanner
  package let messages: MessageList
  package let composer: Composer
  package let panel: CustomerPanel

  package init(
    head: ConversationHead,
    proposals: JoinBanner,
    messages: MessageList,
    composer: Composer,
    panel: CustomerPanel
  ) {
    self.head = head
    self.proposals = proposals
    self.messages = messages
    self.composer = composer
    self.panel = panel
  }

  package var html: HTML {
    let text = head.frame.language.desk.conversation
    return """
      <section id="conversation" data-id="\(head.id)" \
      data-customer="\(panel.customer)" aria-labelledby="subject">
        \(head.html)
        \(proposals.html)
        <div class="scroll" tabindex="0" role="region" aria-label="\(text.messages)">
          <div id="messages" role="log" aria-label="\(text.messages)">\(messages.html)</div>
          <p id="presence" aria-live="polite"></p>
        </div>
        \(composer.html)
      </section>
      \(panel.html)
      """
  }
}
