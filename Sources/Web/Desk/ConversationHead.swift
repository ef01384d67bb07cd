package import ServiceDesk
package import Storage

/// What a conversation is about, its state, and what can be done with it.
package struct ConversationHead: Sendable {
  package let frame: DeskFrame
  package let id: ID<Conversation>
  package let number: Int
  package let subject: String
  package let status: Conversation.Status
  package let priority: Conversation.Priority
  package let channel: Channel
  package let owner: Conversation.Owner
  package let ownerName: String?
  package let labels: [String]
  package let dueAt: Timestamp?
  package let snoozedUntil: Timestamp?
  package let choices: DeskChoices
  /// The path of the list that it was opened from: `mine`, `team-5`.
  package let view: String

  package init(
    frame: DeskFrame,
    id: ID<Conversation>,
    number: Int,
    subject: String,
    status: Conversation.Status,
    priority: Conversation.Priority = .normal,
    channel: Channel,
    owner: Conversation.Owner,
    ownerName: String?,
    labels: [String] = [],
    dueAt: Timestamp? = nil,
    snoozedUntil: Timestamp? = nil,
    choices: DeskChoices,
    view: String
  ) {
    self.frame = frame
    self.id = id
    self.number = number
    self.subject = subject
    self.status = status
    self.priority = priority
    self.channel = channel
    self.owner = owner
    self.ownerName = ownerName
    self.labels = labels
    self.dueAt = dueAt
    self.snoozedUntil = snoozedUntil
    self.choices = choices
    self.view = view
  }

  package init(
    _ conversation: Conversation,
    choices: DeskChoices,
    view: String,
    frame: DeskFrame
  ) {
    self.init(
      frame: frame,
      id: conversation.id,
      number: conversation.number,
      subject: conversation.subject,
      status: conversation.status,
      priority: conversation.priority,
      channel: conversation.channel,
      owner: conversation.owner.id,
      ownerName: conversation.owner.name,
      labels: conversation.labels,
      dueAt: conversation.dueAt,
      snoozedUntil: conversation.snoozedUntil,
      choices: choices,
      view: view
    )
  }

  package var html: HTML {
    let text = frame.language.desk
    return """
      <header id="conversation-head" data-status="\(status.rawValue)">
        <a class="button quiet compact back" href="/desk/views/\(view)">\(Icon.back.html)\
      <span class="unseen">\(text.conversation.back)</span></a>
        <h1 id="subject" dir="auto">\(subject)</h1>
        <div class="actions">
          \(take)
          \(ConversationMenus(head: self).html)
          \(resolution)
        </div>
        <button class="button quiet compact opener" popovertarget="panel">\(Icon.panel.html)\
      <span class="unseen">\(text.panel.title)</span></button>
        <div class="facts">\(facts)</div>
      </header>
      """
  }

  /// The address of one of the conversation's states.
  func address(_ state: String) -> String { "/desk/conversations/\(id)/\(state)" }

  private var isMine: Bool { owner == .agent(frame.agent) }

  private var take: HTML {
    let text = frame.language.desk.conversation
    let free = if case .team = owner { true } else { false }
    return .when(
      free && Conversation.Status.unresolved.contains(status),
      """
      <form method="post" action="\(address("assignment"))" data-live data-action="take">\
      \(frame.token)<input type="hidden" name="owner" value="me">\
      <input type="hidden" name="claim" value="1">\(Button(text.take, icon: .assign).html)</form>
      """
    )
  }

  private var resolution: HTML {
    let text = frame.language.desk.conversation
    let isOver = status == .resolved || status == .spam
    let button =
      isOver
      ? Button(text.reopen, icon: .undo)
      : Button(text.resolve, kind: .primary, icon: .check)
    return """
      <form method="post" action="\(address(isOver ? "reopening" : "resolution"))" data-live \
      data-action="resolve">\(frame.token)\(button.html)</form>
      """
  }

  private var facts: HTML {
    let text = frame.language.desk
    let channelName = text.channels[channel.rawValue] ?? channel.rawValue
    let parts: [HTML?] = [
      StatusBadge(status: status, language: frame.language).html,
      "<span class=\"number\" dir=\"ltr\">#\(frame.language.plain(number))</span>",
      "<span class=\"channel\">\(channelName)</span>",
      ownerFact,
      urgency,
      moment,
      .joined(labels.map { label($0) }),
    ]
    return .joined(parts.compactMap { $0 })
  }

  private var ownerFact: HTML? {
    let title = frame.language.desk.conversation.owner
    return ownerName.map { name in
      """
      <span class="owner"><span class="unseen">\(title): </span>\(Icon.person.html)\
      <span dir="auto">\(name)</span></span>
      """
    }
  }

  private var urgency: HTML? {
    guard priority != .normal else { return nil }
    let tone: Badge.Tone =
      switch priority {
      case .urgent: .bad
      case .high: .warn
      case .low, .normal: .plain
      }
    let name = frame.language.desk.priorities[priority.rawValue] ?? priority.rawValue
    return Badge(name, tone: tone, icon: .flag).html
  }

  /// When it wakes, or when the customer was promised to hear.
  private var moment: HTML? {
    let text = frame.language.desk.conversation
    if status == .snoozed, let snoozedUntil {
      let time = LocalTime(snoozedUntil, style: .full).html
      return "<span class=\"moment\">\(Icon.clock.html)\(text.snoozedUntil) \(time)</span>"
    }
    guard status == .open, let dueAt else { return nil }
    let time = LocalTime(dueAt, style: .due).html
    return "<span class=\"moment due\">\(Icon.clock.html)\(text.promised) \(time)</span>"
  }

  private func label(_ name: String) -> HTML {
    let remove = frame.language.desk.conversation.removeLabel(name)
    return """
      <form class="label" method="post" action="\(address("labels"))" data-live>\(frame.token)\
      <span dir="auto">\(name)</span><button name="remove" value="\(name)" title="\(remove)">\
      \(Icon.close.html)<span class="unseen">\(remove)</span></button></form>
      """
  }
}

extension Language {
  /// A whole number in the language's digits without grouping, for numbers that are names.
  package func plain(_ number: Int) -> String {
    self == .persian
      ? self.number(number).replacing("٬", with: "") : String(number)
  }
}
