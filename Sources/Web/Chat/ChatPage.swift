package import ServiceDesk

/// The chat as a page of its own: customers read and write there without scripts.
package struct ChatPage: Sendable {
  /// What was typed, and what is wrong with it by the field's name; under `""` what is no field's.
  package struct Form: Sendable, Equatable {
    package var text = ""
    package var name = ""
    package var email = ""
    package var faults: [String: String] = [:]

    package init() {}
  }

  package let language: Language
  package let inbox: Inbox
  package let isAvailable: Bool
  /// How long the team has for a first answer.
  package let replyMinutes: Int
  package let messages: [ChatMessage]
  /// Where what is older begins.
  package let older: Cursor?
  package let form: Form
  /// Whether the visitor is still to be asked who it is.
  package let isAsking: Bool
  /// Under which the message is sent at most once.
  package let sendKey: String
  /// Where the assets are, without a slash at the end.
  package let assets: String

  package init(
    language: Language,
    inbox: Inbox,
    isAvailable: Bool,
    replyMinutes: Int,
    messages: [ChatMessage],
    older: Cursor?,
    form: Form,
    isAsking: Bool,
    sendKey: String,
    assets: String = "/assets"
  ) {
    self.language = language
    self.inbox = inbox
    self.isAvailable = isAvailable
    self.replyMinutes = replyMinutes
    self.messages = messages
    self.older = older
    self.form = form
    self.isAsking = isAsking
    self.sendKey = sendKey
    self.assets = assets
  }

  private static let refreshSeconds = 20

  private var text: SiteTexts.Chat { language.site.chat }
  private var path: String { "/chat/\(inbox.key.text)" }

  package var html: HTML {
    """
    <!doctype html>
    <html lang="\(language.rawValue)" dir="\(language.direction)">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, interactive-widget=resizes-content">
      <meta name="color-scheme" content="light dark">
      <meta name="robots" content="noindex">
      <title>\(inbox.settings.name.text)</title>
      \(refresh)
      \(DeskLayout.styles(assets))
      <link rel="stylesheet" href="\(path)/colour.css">
      <script type="module" src="/widget.js" data-inbox="\(inbox.key.text)" \
    data-lang="\(language.rawValue)"></script>
      <script type="module" src="\(assets)/desk/chat-page.js"></script>
    </head>
    <body class="chat-page">
      <header><h1><bdi>\(inbox.settings.name.text)</bdi></h1>
        <p><bdi>\(greeting)</bdi></p>
        <p class="promise">\(promise)</p></header>
      <main>
        \(history)
        \(writing)
      </main>
    </body>
    </html>
    """
  }

  /// Without scripts the page looks for answers by itself, but only while nothing can be lost:
  /// what was typed and not taken would go with it.
  private var refresh: HTML {
    .when(
      !messages.isEmpty && form.faults.isEmpty,
      "<noscript><meta http-equiv=\"refresh\" content=\"\(Self.refreshSeconds)\"></noscript>"
    )
  }

  private var greeting: String {
    guard isAvailable else { return inbox.settings.away?.text ?? text.away }
    return inbox.settings.greeting?.text ?? text.introduction
  }

  private var promise: String {
    switch replyMinutes {
    case ..<60: text.minutes(language.number(replyMinutes))
    case ..<1_440: text.hours(language.number((replyMinutes + 59) / 60))
    default: text.days(language.number((replyMinutes + 1_439) / 1_440))
    }
  }

  // MARK: What was written

  private var history: HTML? {
    guard !messages.isEmpty else { return nil }
    let link = older.map { cursor -> HTML in
      "<p class=\"older\"><a href=\"\(path)?before=\(cursor.text)\">\(text.older)</a></p>"
    }
    return """
      <section aria-label="\(text.history)">
        \(link)
        <ol class="chat-messages">\(.joined(messages.map(item)))</ol>
        <p><a class="button" href="\(path)">\(text.reload)</a></p>
      </section>
      """
  }

  private func item(_ message: ChatMessage) -> HTML {
    let isReply = message.kind == .reply
    let body = isReply ? Markdown.html(message.text) : HTML.paragraphs(message.text)
    return """
      <li class="\(isReply ? "reply" : "own")" id="message-\(message.id)">
        <p class="who">\(author(message)) \(LocalTime(message.createdAt).html)</p>
        <div class="words">\(body)</div>
        \(files(message))
      </li>
      """
  }

  private func author(_ message: ChatMessage) -> HTML {
    guard case .agent(let name, let picture) = message.author else {
      return "<strong>\(text.you)</strong>"
    }
    let path = picture.map { ChatRoutes.path(ofPicture: $0, in: inbox.key.account) }
    return """
      \(Avatar(name: name, picture: path, size: .small).html) <strong dir="auto">\(name)</strong>
      """
  }

  private func files(_ message: ChatMessage) -> HTML? {
    guard !message.attachments.isEmpty else { return nil }
    let links = message.attachments.map { file -> HTML in
      """
      <li><a href="\(path)/attachments/\(file.id)" download>\(Icon.clip.html)\
      <span dir="auto">\(file.name.text)</span></a></li>
      """
    }
    return "<ul class=\"chat-files\">\(.joined(links))</ul>"
  }

  // MARK: What is to be written

  private var writing: HTML {
    """
    <form class="form" id="write" method="post" action="\(path)">
      \(form.faults[""].map { Notice($0, tone: .bad).html })
      <input type="hidden" name="key" value="\(sendKey)">
      \(.joined(fields.map(\.html)))
      \(Button(text.send, kind: .primary, icon: .send).html)
    </form>
    """
  }

  private var fields: [Field] {
    let settings = inbox.settings.form
    var fields: [Field] = []
    if isAsking, settings.name != .hidden {
      fields.append(
        Field(
          "name",
          text.name,
          value: form.name,
          fault: form.faults["name"],
          isRequired: settings.name == .required,
          autocomplete: "name"
        )
      )
    }
    if isAsking, settings.email != .hidden {
      fields.append(
        Field(
          "email",
          text.email,
          value: form.email,
          control: .line(type: "email"),
          fault: form.faults["email"],
          isRequired: settings.email == .required,
          autocomplete: "email"
        )
      )
    }
    fields.append(
      Field(
        "text",
        text.message,
        value: form.text,
        control: .text(rows: 4),
        fault: form.faults["text"],
        isRequired: true
      )
    )
    return fields
  }
}
