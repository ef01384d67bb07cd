package import ServiceDesk
import Storage

/// Mail of which no message was made, in one state.
///
/// Each is looked at and dealt with at `/settings/mail/ID`.
package struct MailSourcesSettings: Sendable {
  package let shell: SettingsShell
  package let state: MailSource.State
  package let mails: [MailSourceView]
  /// Where those after them begin.
  package let next: String?

  package init(
    shell: SettingsShell,
    state: MailSource.State,
    mails: [MailSourceView],
    next: String? = nil
  ) {
    self.shell = shell
    self.state = state
    self.mails = mails
    self.next = next
  }

  package var html: HTML {
    let text = shell.frame.language.mailroom.incoming
    let states = [MailSource.State.quarantined, .setAside, .waiting, .discarded]
    let tabs = StateTabs(
      name: text.tabs,
      path: "/settings/mail",
      states: states.map { ($0.rawValue, text.states[$0] ?? "") },
      selected: state.rawValue
    )
    let list = shell.list(
      mails.map(entry),
      none: text.none,
      next: next.map { "\($0)&state=\(state.rawValue)" }
    )
    return shell.page("mail", text.introduction, "\(tabs.html)\(list)")
  }

  private func entry(_ mail: MailSourceView) -> SettingsEntry {
    let texts = shell.frame.language.mailroom
    let isBad = mail.source.state == .quarantined
    return SettingsEntry(
      title: mail.subject ?? texts.incoming.noSubject,
      detail: mail.sender ?? texts.incoming.unknownSender,
      mark: Icon.mail.html,
      link: "/settings/mail/\(mail.source.id)",
      content: """
        <p class="\(isBad ? "fault" : "hint") why">\
        \(.when(isBad, "\(Icon.alert.html) "))<span>\(texts.reason(mail.source.reason))</span></p>
        \(LocalTime(mail.source.arrivedAt).html)
        """
    )
  }
}

/// A mail as it came, with what can be read of it.
package struct MailSourceView: Sendable {
  package let source: MailSource
  package let subject: String?
  package let sender: String?

  package init(source: MailSource, subject: String? = nil, sender: String? = nil) {
    self.source = source
    self.subject = subject
    self.sender = sender
  }
}

/// The states of a list, of which one is shown.
struct StateTabs: Sendable {
  let name: String
  let path: String
  let states: [(state: String, name: String)]
  let selected: String

  var html: HTML {
    let links = states.map { state, name -> HTML in
      let current: HTML = .when(state == selected, " aria-current=\"page\"")
      return "<li><a href=\"\(path)?state=\(state)\"\(current)>\(name)</a></li>"
    }
    return "<nav class=\"states\" aria-label=\"\(name)\"><ul>\(.joined(links))</ul></nav>"
  }
}
