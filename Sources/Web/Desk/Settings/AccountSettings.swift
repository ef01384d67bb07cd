/// What holds for the whole company.
///
/// Sent to `POST /settings/account`: `name`, `replyMinutes`, `reopenDays`.
package struct AccountSettings: Sendable {
  package let shell: SettingsShell
  package let name: String
  /// As typed, or the setting's number.
  package let replyMinutes: String
  /// As typed, or the setting's number.
  package let reopenDays: String

  package init(shell: SettingsShell, name: String, replyMinutes: String, reopenDays: String) {
    self.shell = shell
    self.name = name
    self.replyMinutes = replyMinutes
    self.reopenDays = reopenDays
  }

  package var html: HTML {
    let text = shell.text.account
    let number = Field.Control.line(type: "number")
    let fields = [
      Field("name", text.company, value: name, isRequired: true, autocomplete: "organization"),
      Field(
        "replyMinutes",
        text.replyMinutes,
        value: replyMinutes,
        control: number,
        hint: text.replyHint,
        isRequired: true
      ),
      Field(
        "reopenDays",
        text.reopenDays,
        value: reopenDays,
        control: number,
        hint: text.reopenHint,
        isRequired: true
      ),
    ]
    let form = shell.form("/settings/account", fields, submit: shell.text.save)
    return shell.page("account", text.introduction, form)
  }
}
