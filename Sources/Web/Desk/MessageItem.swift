package import ServiceDesk
package import Storage

/// One message of a conversation.
package struct MessageItem: Sendable {
  /// A file that went with the message.
  package struct File: Sendable {
    package let id: ID<Attachment>
    package let name: String
    /// The media type, as the uploader gave it.
    package let type: String
    /// In bytes.
    package let size: Int

    package init(id: ID<Attachment>, name: String, type: String, size: Int) {
      self.id = id
      self.name = name
      self.type = type
      self.size = size
    }
  }

  package let language: Language
  package let id: ID<Message>
  package let kind: Message.Kind
  package let author: String?
  package let picture: String?
  /// Safe markup; paragraphs and the like, no headings above the third level.
  package let body: HTML
  package let files: [File]
  package let createdAt: Timestamp
  /// Whether the customer has read it.
  package let isSeen: Bool
  /// How far it has got; `nil` for what is not sent.
  package let delivery: Message.Delivery?
  /// What its mail says beside its words.
  package let mail: MessageMailLines?
  /// What it was read to say.
  package let reading: ReadingLine?

  package init(
    language: Language,
    id: ID<Message>,
    kind: Message.Kind,
    author: String?,
    picture: String? = nil,
    body: HTML,
    files: [File] = [],
    createdAt: Timestamp,
    isSeen: Bool = false,
    delivery: Message.Delivery? = nil,
    mail: MessageMailLines? = nil,
    reading: ReadingLine? = nil
  ) {
    self.language = language
    self.id = id
    self.kind = kind
    self.author = author
    self.picture = picture
    self.body = body
    self.files = files
    self.createdAt = createdAt
    self.isSeen = isSeen
    self.delivery = delivery
    self.mail = mail
    self.reading = reading
  }

  package init(
    _ message: Message,
    body: HTML,
    picture: String? = nil,
    isSeen: Bool = false,
    mail: MessageMailLines? = nil,
    reading: ReadingLine? = nil,
    language: Language
  ) {
    self.init(
      language: language,
      id: message.id,
      kind: message.kind,
      author: message.authorName,
      picture: picture,
      body: body,
      files: message.filesToShow.map {
        File(id: $0.id, name: $0.name.text, type: $0.type.text, size: $0.size)
      },
      createdAt: message.createdAt,
      isSeen: isSeen,
      delivery: message.delivery,
      mail: mail,
      reading: reading
    )
  }

  package var html: HTML {
    if delivery == .withdrawn {
      return event("<p>\(language.mailPane.sending.withdrawn(name))</p>")
    }
    return kind == .system ? event("<div dir=\"auto\">\(body)</div>") : letter
  }

  /// A quiet line.
  private func event(_ words: HTML) -> HTML {
    """
    <article class="message system" id="message-\(id)" data-id="\(id)">
      <div class="body">\(words)</div>
      \(LocalTime(createdAt).html)
    </article>
    """
  }

  private var letter: HTML {
    """
    <article class="message \(kind.rawValue)" id="message-\(id)" data-id="\(id)">
      \(Avatar(name: name, picture: picture).html)
      <header><span class="name" dir="auto">\(name)</span>\(note)\
    \(LocalTime(createdAt).html)\(mail?.badges)</header>
      \(mail?.people)
      <div class="body" dir="auto">\(body)</div>
      \(attachments)
      \(reading?.html)
      \(mail?.foot)
      \(seen)
    </article>
    """
  }

  private var name: String {
    if let author { return author }
    return kind == .incoming ? language.desk.list.nameless : language.desk.conversation.system
  }

  private var note: HTML {
    let text = language.desk.conversation.note
    return .when(kind == .note, Badge(text, tone: .note, icon: .note).html)
  }

  private var seen: HTML {
    .when(
      isSeen,
      "<p class=\"seen\">\(Icon.check.html)\(language.desk.conversation.seen)</p>"
    )
  }

  private var attachments: HTML {
    guard !files.isEmpty else { return "" }
    let title = language.desk.conversation.attachments
    return "<ul class=\"files\" aria-label=\"\(title)\">\(.joined(files.map(item)))</ul>"
  }

  private func item(_ file: File) -> HTML {
    let address = "/desk/attachments/\(file.id)"
    guard Attachment.pictureTypes.contains(file.type) else {
      return """
        <li><a class="file" href="\(address)" download>\(Icon.file.html)\
        <span dir="auto">\(file.name)</span>\
        <small>\(FileSize(file.size, language: language).text)</small></a></li>
        """
    }
    return """
      <li><a class="file image" href="\(address)?inline" target="_blank" rel="noopener">\
      <img src="\(address)?inline" alt="\(file.name)" loading="lazy"></a></li>
      """
  }
}

extension Message {
  /// The files without the pictures that stand in the text; of a mail, the original shows them.
  fileprivate var filesToShow: [Attachment] {
    guard kind == .incoming else {
      let shown = Set(Markdown.pictures(in: text, of: attachments).map(\.id))
      return attachments.filter { !shown.contains($0.id) }
    }
    guard mail?.head.hasHTML == true else { return attachments }
    return attachments.filter { !($0.isInline && $0.contentID != nil) }
  }
}
