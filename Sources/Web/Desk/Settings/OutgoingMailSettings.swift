package import ServiceDesk

/// Mail from here in one state: what waits, and what could not be sent.
///
/// Sent to `POST /settings/outgoing/ID/retry`: nothing more.
package struct OutgoingMailSettings: Sendable {
  package let shell: SettingsShell
  package let state: OutgoingMail.State
  package let mails: [OutgoingMail]
  /// Where those after them begin.
  package let next: String?

  package init(
    shell: SettingsShell,
    state: OutgoingMail.State,
    mails: [OutgoingMail],
    next: String? = nil
  ) {
    self.shell = shell
    self.state = state
    self.mails = mails
    self.next = next
  }

  package var html: HTML {
    let text = shell.frame.language.mailroom.outgoing
    let states = [OutgoingMail.State.failed, .queued, .held, .sent]
    let tabs = StateTabs(
      name: text.tabs,
      path: "/settings/outgoing",
      states: states.map { ($0.rawValue, text.states[$0] ?? "") },
      selected: state.rawValue
    )
    let list = shell.list(
      mails.map(entry),
      none: text.none,
      next: next.map { "\($0)&state=\(state.rawValue)" }
    )
    return shell.page("outgoing", text.introduction, "\(tabs.html)\(list)")
  }

  private func entry(_ mail: OutgoingMail) -> SettingsEntry {
    let text = shell.frame.language.mailroom.outgoing
    let recipients = mail.letter.recipients.all.map(\.address.text).joined(separator: ", ")
    let again = SettingsEntry.Action(
      text: text.again,
      address: "/settings/outgoing/\(mail.id)/retry",
      kind: .plain
    )
    return SettingsEntry(
      title: mail.letter.subject,
      detail: recipients,
      mark: Icon.send.html,
      badge: Badge(text.kinds[mail.kind] ?? ""),
      link: mail.conversation.map { "/desk/conversations/\($0)" },
      action: mail.state == .failed ? again : nil,
      content: """
        \(mail.error.map { words in
          "<p class=\"fault why\">\(Icon.alert.html) <bdi>\(words)</bdi></p>" as HTML
        })
        \(LocalTime(mail.createdAt).html)
        """
    )
  }
}
