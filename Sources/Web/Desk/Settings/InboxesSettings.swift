package import ServiceDesk

/// The inboxes of the account, and the way to each.
///
/// Sent to `POST /settings/inboxes`: `name`. Each is changed at `/settings/inboxes/ID`.
package struct InboxesSettings: Sendable {
  package let shell: SettingsShell
  package let inboxes: [(id: ID<Inbox>, name: String)]

  package init(shell: SettingsShell, inboxes: [(id: ID<Inbox>, name: String)]) {
    self.shell = shell
    self.inboxes = inboxes
  }

  package var html: HTML {
    let text = shell.text.inboxes
    let entries = inboxes.map { inbox in
      SettingsEntry(
        title: inbox.name,
        detail: shell.frame.language.desk.channels["chat"],
        mark: Icon.chat.html,
        link: "/settings/inboxes/\(inbox.id)"
      )
    }
    let field = Field("name", shell.text.name, isRequired: true)
    let form = shell.form(
      "/settings/inboxes",
      title: text.addTitle,
      [field],
      submit: shell.text.add
    )
    return shell.page("inboxes", text.introduction, "\(shell.list(entries))\(form)")
  }
}
