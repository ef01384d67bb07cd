package import ServiceDesk

/// The saved replies, with a form for one that is new or to be changed.
///
/// Sent to `POST /settings/saved-replies`, or `…/ID` to change one: `name`, `shortcut`, `language`,
/// `text`; to
/// `…/ID/removal`: nothing more.
package struct SavedRepliesSettings: Sendable {
  package let shell: SettingsShell
  package let replies: [(id: ID<SavedReply>, name: String, text: String)]
  /// The one to be changed; a new one without.
  package let edited: ID<SavedReply>?
  package let values: Values
  /// Where those after them begin.
  package let next: String?

  /// As stored.
  package struct Values: Sendable {
    package var name = ""
    package var shortcut = ""
    package var text = ""
    /// Empty for any.
    package var language = ""
  }

  package init(
    shell: SettingsShell,
    replies: [(id: ID<SavedReply>, name: String, text: String)],
    edited: ID<SavedReply>? = nil,
    values: Values = Values(),
    next: String? = nil
  ) {
    self.shell = shell
    self.replies = replies
    self.edited = edited
    self.values = values
    self.next = next
  }

  package var html: HTML {
    let text = shell.text.replies
    let form = shell.form(
      edited.map { "/settings/saved-replies/\($0)" } ?? "/settings/saved-replies",
      title: edited == nil ? text.addTitle : shell.text.change,
      fields,
      submit: edited == nil ? shell.text.add : shell.text.save
    )
    let parts: [HTML] = edited == nil ? [shell.list(replies.map(entry), next: next), form] : [form]
    return shell.page("saved-replies", text.introduction, .joined(parts))
  }

  private func entry(_ reply: (id: ID<SavedReply>, name: String, text: String)) -> SettingsEntry {
    SettingsEntry(
      title: reply.name,
      detail: String(reply.text.prefix(120)),
      mark: Icon.template.html,
      link: "/settings/saved-replies/\(reply.id)",
      action: .init(
        text: shell.text.remove,
        address: "/settings/saved-replies/\(reply.id)/removal"
      )
    )
  }

  private var fields: [Field] {
    let text = shell.text.replies
    let site = shell.frame.language.site.settings
    let languages =
      [Field.Choice("", site.anyLanguage)]
      + Language.allCases.map { Field.Choice($0.rawValue, $0.ownName) }
    return [
      Field("name", shell.text.name, value: values.name, isRequired: true),
      Field("shortcut", text.shortcut, value: values.shortcut),
      Field("language", site.language, value: values.language, control: .choice(languages)),
      Field(
        "text",
        text.text,
        value: values.text,
        control: .text(rows: 6),
        hint: text.textHint,
        isRequired: true
      ),
    ]
  }
}
