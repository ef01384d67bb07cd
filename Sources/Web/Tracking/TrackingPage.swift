package import ServiceDesk

/// The page on which a customer sees how a conversation stands, and writes on.
package struct TrackingPage: Sendable {
  package let language: Language
  package let conversation: TrackedConversation
  /// The page's own address.
  package let path: String
  /// What was typed and not taken.
  package let text: String
  package let fault: String?
  /// Under which what is written is taken at most once.
  package let sendKey: String
  /// Where the assets are, without a slash at the end.
  package let assets: String

  package init(
    language: Language,
    conversation: TrackedConversation,
    path: String,
    text: String = "",
    fault: String? = nil,
    sendKey: String,
    assets: String = "/assets"
  ) {
    self.language = language
    self.conversation = conversation
    self.path = path
    self.text = text
    self.fault = fault
    self.sendKey = sendKey
    self.assets = assets
  }

  private var texts: TrackingTexts { language.tracking }

  package var html: HTML {
    """
    <!doctype html>
    <html lang="\(language.rawValue)" dir="\(language.direction)">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, interactive-widget=resizes-content">
      <meta name="color-scheme" content="light dark">
      <meta name="robots" content="noindex">
      <title>\(conversation.subject) · \(conversation.accountName)</title>
      \(DeskLayout.styles(assets))
      <script type="module" src="\(assets)/desk/time.js"></script>
    </head>
    <body class="chat-page">
      <header><p><bdi>\(conversation.accountName)</bdi> · \
    \(texts.number(language.number(conversation.number)))</p>
        <h1><bdi>\(conversation.subject)</bdi></h1>
        <p class="promise">\(standing)</p></header>
      <main>
        \(history)
        \(writing)
      </main>
    </body>
    </html>
    """
  }

  /// Who has it, and what happens next.
  private var standing: HTML {
    let owner = conversation.owner.map { HTML("\(texts.owner($0)) ") }
    switch conversation.status {
    case .open, .snoozed:
      let due = conversation.dueAt.map { time -> HTML in
        "\(texts.due) \(LocalTime(time, style: .full).html)"
      }
      return "\(owner)\(texts.isOpen) \(due)"
    case .waiting: return "\(owner)\(texts.isWaiting)"
    case .resolved, .spam: return "\(texts.isResolved)"
    }
  }

  private var history: HTML {
    """
    <section aria-label="\(texts.history)">
      \(.when(conversation.hasOlder, "<p class=\"older\">\(texts.older)</p>"))
      <ol class="chat-messages">\(.joined(conversation.messages.map(item)))</ol>
      <p><a class="button" href="\(path)">\(language.site.chat.reload)</a></p>
    </section>
    """
  }

  private func item(_ message: Message) -> HTML {
    let isReply = message.kind == .reply
    return """
      <li class="\(isReply ? "reply" : "own")" id="message-\(message.id)">
        <p class="who">\(author(of: message)) \(LocalTime(message.createdAt).html)</p>
        <div class="words">\
      \(isReply ? Markdown.html(message.text) : HTML.paragraphs(message.text))</div>
        \(files(of: message))
      </li>
      """
  }

  /// Who wrote on the customer's side is shown by name: others may have joined in.
  private func author(of message: Message) -> HTML {
    let name = message.kind == .reply ? message.authorName?.firstWord : message.authorName
    return "<strong dir=\"auto\">\(name ?? language.site.chat.you)</strong>"
  }

  private func files(of message: Message) -> HTML? {
    guard !message.attachments.isEmpty else { return nil }
    let names = message.attachments.map { file -> HTML in
      "<li>\(Icon.clip.html)<span dir=\"auto\">\(file.name.text)</span></li>"
    }
    return "<ul class=\"chat-files\">\(.joined(names))</ul>"
  }

  private var writing: HTML {
    let field = Field(
      "text",
      texts.add,
      value: text,
      control: .text(rows: 4),
      fault: fault,
      isRequired: true
    )
    return """
      <form class="form" id="write" method="post" action="\(path)">
        <input type="hidden" name="key" value="\(sendKey)">
        \(field.html)
        \(Button(language.site.chat.send, kind: .primary, icon: .send).html)
      </form>
      """
  }
}
