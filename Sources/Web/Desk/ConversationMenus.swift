import ServiceDesk

/// The menus of a conversation: whose it is, until when it rests, labels, priority and the rest.
struct ConversationMenus: Sendable {
  let head: ConversationHead

  var html: HTML {
    let text = texts
    return .joined([
      menu("assign", text.assign, .person, assign),
      menu("snooze", text.snooze, .clock, snooze),
      menu("labels", text.labels, .tag, labels),
      menu("priority", text.priority, .flag, priority),
      menu("more", head.frame.language.desk.common.more, .more, more),
    ])
  }

  private var texts: DeskTexts.ConversationPane { head.frame.language.desk.conversation }

  private func menu(_ name: String, _ title: String, _ icon: Icon, _ content: HTML) -> HTML {
    """
    <details class="menu" name="conversation-menu" data-menu="\(name)">
      <summary class="button quiet compact" title="\(title)">\(icon.html)\
    <span class="unseen">\(title)</span></summary>
      <div class="sheet">\(content)</div>
    </details>
    """
  }

  private func form(_ state: String, _ content: HTML) -> HTML {
    """
    <form method="post" action="\(head.address(state))" data-live>\(head.frame.token)\
    \(content)</form>
    """
  }

  private var assign: HTML {
    let agents = head.choices.agents.map { person -> HTML in
      let picture = Avatar(name: person.name, picture: person.picture, size: .small).html
      let isOwner = head.owner == .agent(person.id)
      let away: HTML = .when(
        !person.isAvailable,
        "<small>\(head.frame.language.desk.common.away)</small>"
      )
      return choice("owner", "agent-\(person.id)", isOwner, picture, person.name, away)
    }
    let teams = head.choices.teams.map { team -> HTML in
      choice("owner", "team-\(team.id)", head.owner == .team(team.id), Icon.people.html, team.name)
    }
    return form(
      "assignment",
      """
      <h3>\(texts.agents)</h3>\(.joined(agents))
      \(.when(!teams.isEmpty, "<h3>\(texts.teams)</h3>\(.joined(teams))"))
      """
    )
  }

  private var snooze: HTML {
    let quick = [
      ("later", texts.later), ("tomorrow", texts.tomorrow), ("monday", texts.monday),
    ]
    let choices = quick.map { choice("until", $0.0, false, Icon.clock.html, $0.1) }
    return """
      \(form("snooze", .joined(choices)))
      <form class="moment-form" method="post" action="\(head.address("snooze"))" data-live \
      data-zoned="until">\(head.frame.token)
        <label for="snooze-until">\(texts.atTime)</label>
        <input id="snooze-until" type="datetime-local" name="until" required>
        \(Button(texts.snooze).html)
      </form>
      """
  }

  private var labels: HTML {
    let names = head.choices.labels.map { name -> HTML in
      let isOn = head.labels.contains(name)
      return choice(isOn ? "remove" : "add", name, isOn, Icon.tag.html, name)
    }
    return """
      \(form("labels", .joined(names)))
      <form class="line-form" method="post" action="\(head.address("labels"))" data-live>\
      \(head.frame.token)
        <label class="unseen" for="label-name">\(texts.addLabel)</label>
        <input id="label-name" name="add" maxlength="50" required dir="auto" autocomplete="off" \
      placeholder="\(texts.addLabel)">
        \(Button(texts.addLabel, icon: .plus, isCompact: true).html)
      </form>
      """
  }

  private var priority: HTML {
    let choices = Conversation.Priority.allCases.reversed().map { priority -> HTML in
      let name = head.frame.language.desk.priorities[priority.rawValue] ?? priority.rawValue
      let icon: HTML = "<span class=\"priority \(priority.rawValue)\">\(Icon.flag.html)</span>"
      return choice("priority", priority.rawValue, priority == head.priority, icon, name)
    }
    return form("priority", .joined(choices))
  }

  private var more: HTML {
    let isSpam = head.status == .spam
    let spam = Button(
      isSpam ? texts.notSpam : texts.spam,
      kind: .quiet,
      icon: .shield
    ).html
    return """
      <form class="line-form" method="post" action="\(head.address("subject"))" data-live>\
      \(head.frame.token)
        <label for="subject-field">\(texts.changeSubject)</label>
        <input id="subject-field" name="subject" value="\(head.subject)" maxlength="250" required \
      dir="auto" autocomplete="off">
        \(Button(head.frame.language.desk.common.save, icon: .check, isCompact: true).html)
      </form>
      \(form(isSpam ? "reopening" : "spam", spam))
      """
  }

  private func choice(
    _ field: String,
    _ value: String,
    _ isOn: Bool,
    _ icon: HTML,
    _ name: String,
    _ addition: HTML = ""
  ) -> HTML {
    """
    <button class="choice" name="\(field)" value="\(value)" \
    aria-pressed="\(isOn ? "true" : "false")">\
    \(icon)<span dir="auto">\(name)</span>\(addition)\(.when(isOn, Icon.check.html))</button>
    """
  }
}
