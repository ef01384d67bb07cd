package import ServiceDesk
package import Storage
import Understanding

/// One conversation in a list; the same in every list and for every reader of a language.
package struct ConversationRow: Sendable {
  package let language: Language
  package let id: ID<Conversation>
  package let subject: String
  /// The beginning of what was said last, as plain text.
  package let snippet: String
  package let status: Conversation.Status
  package let priority: Conversation.Priority
  package let channel: Channel
  package let customer: String?
  package let customerPicture: String?
  /// The agent or team that has to see to it.
  package let owner: String?
  package let labels: [String]
  package let mood: Mood?
  package let dueAt: Timestamp?
  package let updatedAt: Timestamp

  package init(
    language: Language,
    id: ID<Conversation>,
    subject: String,
    snippet: String,
    status: Conversation.Status,
    priority: Conversation.Priority = .normal,
    channel: Channel,
    customer: String?,
    customerPicture: String? = nil,
    owner: String?,
    labels: [String] = [],
    mood: Mood? = nil,
    dueAt: Timestamp? = nil,
    updatedAt: Timestamp
  ) {
    self.language = language
    self.id = id
    self.subject = subject
    self.snippet = snippet
    self.status = status
    self.priority = priority
    self.channel = channel
    self.customer = customer
    self.customerPicture = customerPicture
    self.owner = owner
    self.labels = labels
    self.mood = mood
    self.dueAt = dueAt
    self.updatedAt = updatedAt
  }

  /// Takes what there is to show from the conversation; `snippet` is the beginning of what was
  /// said last.
  package init(_ conversation: Conversation, snippet: String, language: Language) {
    self.init(
      language: language,
      id: conversation.id,
      subject: conversation.subject,
      snippet: snippet,
      status: conversation.status,
      priority: conversation.priority,
      channel: conversation.channel,
      customer: conversation.customer.name,
      owner: conversation.owner.name,
      labels: conversation.labels,
      mood: conversation.mood,
      dueAt: conversation.dueAt,
      updatedAt: conversation.updatedAt
    )
  }

  package var html: HTML { html(isSelected: false) }

  /// The row of a conversation that may be open beside the list.
  ///
  /// Scripts keep that mark when a row is replaced. Lists are ordered by `data-sort` or `data-mood`,
  /// the greatest first.
  package func html(isSelected: Bool) -> HTML {
    let name = customer ?? language.desk.list.nameless
    return """
      <li class="row" id="row-\(id)" data-id="\(id)" data-sort="\(updatedAt.milliseconds)" \
      data-mood="\(-(mood?.score ?? 0))" data-status="\(status.rawValue)">
        <a href="/desk/conversations/\(id)"\(.when(isSelected, " aria-current=\"true\""))>
          \(Avatar(name: name, picture: customerPicture).html)
          <span class="line"><span class="name" dir="auto">\(name)</span>\(marks)\
      <span class="when">\(LocalTime(updatedAt).html)</span></span>
          <span class="line"><span class="subject" dir="auto">\(subject)</span>\(ownerName)</span>
          <span class="snippet" dir="auto">\(snippet)</span>
          \(tags)
        </a>
      </li>
      """
  }

  private var marks: HTML {
    let texts = language.desk
    let waits: HTML = .when(status == .open, mark("dot", texts.list.attention, ""))
    let isPressing = priority == .high || priority == .urgent
    let urgency = texts.priorities[priority.rawValue] ?? priority.rawValue
    let flag: HTML = .when(
      isPressing,
      mark("priority \(priority.rawValue)", urgency, Icon.flag.html)
    )
    return "\(waits)\(flag)\(feeling)"
  }

  /// How it is for the customer, where it is not plain.
  private var feeling: HTML? {
    guard let mood else { return nil }
    let texts = language.readings
    let name = mood.feeling.flatMap { texts.feelings[$0] }
    let face: HTML? =
      mood.score == 0
      ? nil
      : mark(
        mood.score < 0 ? "mood negative" : "mood positive",
        name ?? texts.polarities[mood.score < 0 ? .negative : .positive] ?? "",
        (mood.score < 0 ? Icon.frown : .smile).html
      )
    let urgent: HTML = .when(mood.isUrgent, mark("pressing", texts.urgent, Icon.clock.html))
    let churn: HTML = .when(mood.isChurn, mark("leaving", texts.churn, Icon.signOut.html))
    return "\(face)\(urgent)\(churn)"
  }

  private func mark(_ style: String, _ meaning: String, _ drawing: HTML) -> HTML {
    """
    <span class="\(style)" title="\(meaning)">\(drawing)\
    <span class="unseen">\(meaning)</span></span>
    """
  }

  private var ownerName: HTML? {
    owner.map { "<span class=\"owner\" dir=\"auto\">\($0)</span>" }
  }

  /// The state if it is not simply open, the promise if it is, and the labels.
  private var tags: HTML? {
    let state = status == .open ? due : StatusBadge(status: status, language: language).html
    let shown = labels.prefix(2).map { Badge($0).html }
    let further: HTML = .when(
      labels.count > 2,
      "<span class=\"further\">+\(language.number(labels.count - 2))</span>"
    )
    if state == nil, labels.isEmpty { return nil }
    return "<span class=\"tags\">\(state)\(.joined(shown))\(further)</span>"
  }

  private var due: HTML? {
    dueAt.map { time in
      """
      <span class="due">\(Icon.clock.html)\(LocalTime(time, style: .due).html)</span>
      """
    }
  }
}
