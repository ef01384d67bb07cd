/// What changed in an open conversation since the last message that the page has.
package struct NewsFragment: Sendable {
  package let head: ConversationHead
  package let panel: CustomerPanel
  /// Oldest first.
  package let messages: [MessageItem]

  package init(head: ConversationHead, panel: CustomerPanel, messages: [MessageItem]) {
    self.head = head
    self.panel = panel
    self.messages = messages
  }

  package var html: HTML {
    """
    <template data-replace="conversation-head">\(head.html)</template>
    <template data-replace="panel">\(panel.html)</template>
    <template data-append="messages">\(.joined(messages.map(\.html)))</template>
    """
  }
}
