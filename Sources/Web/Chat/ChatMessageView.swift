package import ServiceDesk
import Storage

/// A message as the chat in a web page gets it.
package struct ChatMessageView: Sendable {
  private let message: ChatMessage
  private let account: ID<Account>

  package init(_ message: ChatMessage, in account: ID<Account>) {
    self.message = message
    self.account = account
  }

  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", message.id)
      json.member("kind", message.kind.rawValue)
      json.member("text", message.text)
      json.member("html", html.markup)
      json.name("author")
      json.object { writeAuthor(to: &$0) }
      json.name("attachments")
      json.array(message.attachments) { $1.writeForCustomer(to: &$0) }
      json.member("key", message.key)
      json.member("createdAt", message.createdAt)
    }
  }

  /// What agents write is Markdown; what customers write is text.
  private var html: HTML {
    message.kind == .reply ? Markdown.html(message.text) : .paragraphs(message.text)
  }

  /// The customer's name is left out: who merely claims to be somebody is not to learn more.
  private func writeAuthor(to json: inout JSONWriter) {
    switch message.author {
    case .customer:
      json.member("kind", "customer")
      json.member("name", nil as String?)
      json.member("picture", nil as String?)
    case .agent(let name, let picture):
      json.member("kind", "agent")
      json.member("name", name)
      json.member("picture", picture.map { ChatRoutes.path(ofPicture: $0, in: account) })
    }
  }
}

extension Attachment {
  /// Writes it without what only the desk needs.
  func writeForCustomer(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("name", name.text)
      json.member("type", type.text)
      json.member("size", size)
    }
  }
}
