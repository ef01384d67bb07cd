package import ServiceDesk

/// The labels of the account.
///
/// Sent to `POST /settings/labels`: `name`; to `POST /settings/labels/ID/removal`: nothing more.
package struct LabelsSettings: Sendable {
  package let shell: SettingsShell
  package let labels: [(id: ID<Label>, name: String)]
  /// Where those after them begin.
  package let next: String?

  package init(
    shell: SettingsShell,
    labels: [(id: ID<Label>, name: String)],
    next: String? = nil
  ) {
    self.shell = shell
    self.labels = labels
    self.next = next
  }

  package var html: HTML {
    let text = shell.text.labels
    let entries = labels.map { label in
      SettingsEntry(
        title: label.name,
        mark: Icon.tag.html,
        action: .init(text: shell.text.remove, address: "/settings/labels/\(label.id)/removal")
      )
    }
    let field = Field("name", shell.text.name, isRequired: true)
    let form = shell.form(
      "/settings/labels",
      title: text.addTitle,
      [field],
      submit: shell.text.add
    )
    let hint: HTML = .when(!labels.isEmpty, "<p class=\"none\">\(text.removeHint)</p>")
    return shell.page(
      "labels",
      text.introduction,
      "\(shell.list(entries, next: next))\(hint)\(form)"
    )
  }
}
