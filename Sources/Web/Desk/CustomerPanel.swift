package import ServiceDesk
package import Storage

/// Who the customer is, and what was between us before.
package struct CustomerPanel: Sendable {
  /// One way to reach or recognise the customer.
  package struct Identity: Sendable {
    /// As the domain names it: `email`, `phone`.
    package let kind: String
    package let value: String
    /// Whether it is more than a claim.
    package let isProved: Bool

    package init(kind: String, value: String, isProved: Bool) {
      self.kind = kind
      self.value = value
      self.isProved = isProved
    }
  }

  /// Another conversation of the same customer.
  package struct Other: Sendable {
    package let id: ID<Conversation>
    package let subject: String
    package let status: Conversation.Status
    package let updatedAt: Timestamp

    package init(
      id: ID<Conversation>,
      subject: String,
      status: Conversation.Status,
      updatedAt: Timestamp
    ) {
      self.id = id
      self.subject = subject
      self.status = status
      self.updatedAt = updatedAt
    }
  }

  /// Something that happened, in a sentence of the reader's language.
  package struct Happening: Sendable {
    package let text: String
    package let icon: Icon
    package let at: Timestamp

    package init(text: String, icon: Icon = .info, at: Timestamp) {
      self.text = text
      self.icon = icon
      self.at = at
    }
  }

  package let frame: DeskFrame
  /// Whose actions block and unblock.
  package let conversation: ID<Conversation>
  package let customer: ID<Customer>
  package let name: String?
  package let picture: String?
  package let isBlocked: Bool
  package let identities: [Identity]
  package let attributes: [(name: String, value: String)]
  package let others: [Other]
  /// Newest first.
  package let timeline: [Happening]

  package init(
    frame: DeskFrame,
    conversation: ID<Conversation>,
    customer: ID<Customer>,
    name: String?,
    picture: String? = nil,
    isBlocked: Bool = false,
    identities: [Identity],
    attributes: [(name: String, value: String)],
    others: [Other],
    timeline: [Happening]
  ) {
    self.frame = frame
    self.conversation = conversation
    self.customer = customer
    self.name = name
    self.picture = picture
    self.isBlocked = isBlocked
    self.identities = identities
    self.attributes = attributes
    self.others = others
    self.timeline = timeline
  }

  package var html: HTML {
    let text = frame.language.desk
    let shown = name ?? text.list.nameless
    return """
      <aside id="panel" popover aria-label="\(text.panel.title)">
        <header>
          \(Avatar(name: shown, picture: picture, size: .large).html)
          <h2 dir="auto">\(shown)</h2>
          \(.when(isBlocked, Badge(text.panel.blocked, tone: .bad, icon: .block).html))
        </header>
        \(section(text.panel.identities, identityList))
        \(section(text.panel.attributes, attributeList))
        \(section(text.panel.others, otherList))
        \(.when(!timeline.isEmpty, section(text.panel.timeline, timelineList)))
        \(block)
      </aside>
      """
  }

  private func section(_ title: String, _ content: HTML) -> HTML {
    "<section><h3>\(title)</h3>\(content)</section>"
  }

  private var identityList: HTML {
    let text = frame.language.desk.panel
    guard !identities.isEmpty else { return "<p class=\"none\">\(text.noIdentities)</p>" }
    let items = identities.map { identity -> HTML in
      let kind = text.kinds[identity.kind] ?? identity.kind
      let state = identity.isProved ? text.proved : text.claimed
      let mark: Icon = identity.isProved ? .check : .alert
      return """
        <li>\(icon(of: identity).html)<span class="unseen">\(kind)</span>\
        <bdi dir="ltr" title="\(identity.value)">\(identity.value)</bdi>\
        <span class="proof \(identity.isProved ? "proved" : "claimed")" title="\(state)">\
        \(mark.html)<span class="unseen">\(state)</span></span></li>
        """
    }
    return "<ul class=\"identities\">\(.joined(items))</ul>"
  }

  private func icon(of identity: Identity) -> Icon {
    switch identity.kind {
    case "email": .mail
    case "phone": .phone
    case "external": .tag
    default: .person
    }
  }

  private var attributeList: HTML {
    guard !attributes.isEmpty else {
      return "<p class=\"none\">\(frame.language.desk.panel.noAttributes)</p>"
    }
    let items = attributes.map { attribute -> HTML in
      """
      <div><dt dir="auto">\(attribute.name)</dt><dd dir="auto">\(attribute.value)</dd></div>
      """
    }
    return "<dl>\(.joined(items))</dl>"
  }

  private var otherList: HTML {
    guard !others.isEmpty else {
      return "<p class=\"none\">\(frame.language.desk.panel.noOthers)</p>"
    }
    let items = others.map { other -> HTML in
      let status = frame.language.desk.statuses[other.status.rawValue] ?? other.status.rawValue
      return """
        <li><a href="/desk/conversations/\(other.id)" data-open="\(other.id)">\
        <span class="subject" dir="auto">\(other.subject)</span>\
        <small>\(status) · \(LocalTime(other.updatedAt).html)</small></a></li>
        """
    }
    return "<ul class=\"others\">\(.joined(items))</ul>"
  }

  private var timelineList: HTML {
    let items = timeline.map { happening -> HTML in
      """
      <li>\(happening.icon.html)<span dir="auto">\(happening.text)</span>\
      <small>\(LocalTime(happening.at).html)</small></li>
      """
    }
    return "<ol class=\"timeline\">\(.joined(items))</ol>"
  }

  private var block: HTML {
    let text = frame.language.desk.panel
    let action = isBlocked ? "unblock" : "block"
    let button = Button(
      isBlocked ? text.unblock : text.block,
      kind: isBlocked ? .plain : .danger,
      icon: .block
    )
    return """
      <form class="foot" method="post" action="/desk/conversations/\(conversation)/\(action)" \
      data-live>\(frame.token)\(button.html)</form>
      """
  }
}
