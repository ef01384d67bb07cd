/// What changed in an open conversation since the last message that the page has.
package struct NewsFragment: Sendable {
  package let head: ConversationHead
  package let proposals: JoinBanner
  package let recipients: RecipientFields
  package let panel: CustomerPanel
  /// Oldest first; those that the page has already are there anew.
  package let messages: [MessageItem]

  package init(
    head: ConversationHead,
    proposals: JoinBanner,
    recipients: RecipientFields,
    panel: CustomerPanel,
    messages: [MessageItem]
  ) {
    self.head = head
    self.proposals = proposals
    self.recipients = recipients
    self.panel = panel
    self.messages = messages
  }

  package var html: HTML {
    """
    <template data-replace="conversation-head">\(head.html)</template>
    <template data-replace="proposals">\(proposals.html)</template>
    <template data-replace="recipients">\(recipients.html)</template>
    <template data-replace="panel">\(panel.html)</template>
    <template data-append="messages">\(.joined(messages.map(\.html)))</template>
    """
  }
}
