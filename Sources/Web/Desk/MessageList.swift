package import ServiceDesk

/// A window of a conversation's messages, oldest first.
package struct MessageList: Sendable {
  package let language: Language
  package let conversation: ID<Conversation>
  package let items: [MessageItem]
  /// The cursor of the window before; `nil` at the beginning of the conversation.
  package let before: String?

  package init(
    language: Language,
    conversation: ID<Conversation>,
    items: [MessageItem],
    before: String?
  ) {
    self.language = language
    self.conversation = conversation
    self.items = items
    self.before = before
  }

  package var html: HTML { "\(more)\(.joined(items.map(\.html)))" }

  private var more: HTML? {
    before.map { cursor in
      """
      <div class="more" data-next="/desk/conversations/\(conversation)/messages?before=\(cursor)">\
      <a class="button quiet" href="/desk/conversations/\(conversation)?before=\(cursor)">\
      \(language.desk.conversation.older)</a></div>
      """
    }
  }
}
