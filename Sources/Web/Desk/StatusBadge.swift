package import ServiceDesk

/// Whose turn it is, in a word.
package struct StatusBadge: Sendable {
  package let status: Conversation.Status
  package let language: Language

  package init(status: Conversation.Status, language: Language) {
    self.status = status
    self.language = language
  }

  package var html: HTML {
    let text = language.desk.statuses[status.rawValue] ?? status.rawValue
    return Badge(text, tone: tone, icon: icon).html
  }

  private var tone: Badge.Tone {
    switch status {
    case .open: .accent
    case .waiting, .snoozed: .plain
    case .resolved: .good
    case .spam: .bad
    }
  }

  private var icon: Icon {
    switch status {
    case .open: .inbox
    case .waiting: .hourglass
    case .snoozed: .clock
    case .resolved: .check
    case .spam: .shield
    }
  }
}
