package import ServiceDesk
import Storage

/// The mailboxes of the account and how each fares; those that fail come first.
///
/// Each is changed at `/settings/mailboxes/ID`, and one is added at `/settings/mailboxes/new`.
package struct MailboxesSettings: Sendable {
  package let shell: SettingsShell
  package let mailboxes: [Mailbox]

  package init(shell: SettingsShell, mailboxes: [Mailbox]) {
    self.shell = shell
    self.mailboxes = mailboxes
  }

  package var html: HTML {
    let text = shell.frame.language.mailboxes
    let failing = mailboxes.filter { $0.condition == .failing }
    let others = mailboxes.filter { $0.condition != .failing }
    let add = Button(text.add, kind: .primary, icon: .plus, address: "/settings/mailboxes/new")
    return shell.page(
      "mailboxes",
      text.introduction,
      "\(shell.list((failing + others).map(entry)))<p>\(add.html)</p>"
    )
  }

  private func entry(_ mailbox: Mailbox) -> SettingsEntry {
    let health = MailboxHealthView(mailbox: mailbox, language: shell.frame.language)
    return SettingsEntry(
      title: mailbox.settings.name,
      detail: mailbox.settings.address,
      mark: Icon.mail.html,
      badge: health.badge,
      link: "/settings/mailboxes/\(mailbox.id)",
      content: "<div class=\"health\">\(health.facts)</div>"
    )
  }
}

/// How a mailbox fares, in words.
struct MailboxHealthView: Sendable {
  let mailbox: Mailbox
  let language: Language

  var badge: Badge {
    let word = language.mailboxes.conditions[mailbox.condition] ?? ""
    return switch mailbox.condition {
    case .failing: Badge(word, tone: .bad, icon: .alert)
    case .paused: Badge(word, tone: .warn, icon: .clock)
    case .healthy: Badge(word, tone: .good, icon: .check)
    case .new, .delivered: Badge(word)
    }
  }

  /// What is known beyond that one word.
  var facts: HTML {
    let text = language.mailboxes
    let health = mailbox.health
    let waiting: HTML = .when(
      health.waiting > 0,
      "<p>\(text.waiting(language.number(health.waiting)))</p>"
    )
    let skipped: HTML = .when(
      health.skipped > 0,
      "<p>\(text.skipped.count(language.number(health.skipped)))</p>"
    )
    let error: HTML? = health.lastError.map { words in
      "<p class=\"fault\">\(Icon.alert.html) <span>\(text.error): <bdi>\(words)</bdi></span></p>"
    }
    return """
      \(time(text.failedSince, health.failedSince))\(time(text.lastSuccess, health.succeededAt))\
      \(waiting)\(skipped)\(error)
      """
  }

  private func time(_ name: String, _ time: Timestamp?) -> HTML? {
    time.map { "<p>\(name): \(LocalTime($0, style: .full).html)</p>" }
  }
}
