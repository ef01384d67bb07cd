/// The reader's own profile.
///
/// Sent to `POST /settings/profile`: `name`, `language` (empty: the browser's), `zone`,
/// `calendar`; to `POST /settings/profile/password`: `current`, `new`.
package struct ProfileSettings: Sendable {
  package let shell: SettingsShell
  package let name: String
  /// As in the address of a language: `el`; empty for the browser's.
  package let language: String
  package let zone: String
  /// `gregorian` or `persian`.
  package let calendar: String

  package init(
    shell: SettingsShell,
    name: String,
    language: String,
    zone: String,
    calendar: String
  ) {
    self.shell = shell
    self.name = name
    self.language = language
    self.zone = zone
    self.calendar = calendar
  }

  package var html: HTML {
    let text = shell.text.profile
    let own = shell.form("/settings/profile", fields, submit: shell.text.save)
    let password = shell.form(
      "/settings/profile/password",
      title: text.passwordTitle,
      passwords,
      submit: text.changePassword
    )
    return shell.page("profile", text.introduction, "\(own)\(password)")
  }

  private var fields: [Field] {
    let text = shell.text.profile
    let languages =
      [Field.Choice("", text.browserLanguage)]
      + Language.allCases.map { Field.Choice($0.rawValue, $0.ownName) }
    let calendars = [
      Field.Choice("gregorian", text.gregorian), Field.Choice("persian", text.persian),
    ]
    return [
      Field("name", shell.text.name, value: name, isRequired: true, autocomplete: "name"),
      Field("language", text.language, value: language, control: .choice(languages)),
      Field("zone", text.zone, value: zone, hint: text.zoneHint),
      Field("calendar", text.calendar, value: calendar, control: .choice(calendars)),
    ]
  }

  private var passwords: [Field] {
    let text = shell.text.profile
    return [
      Field(
        "current",
        text.current,
        control: .line(type: "password"),
        isRequired: true,
        autocomplete: "current-password"
      ),
      Field(
        "new",
        text.new,
        control: .line(type: "password"),
        hint: text.passwordHint,
        isRequired: true,
        autocomplete: "new-password"
      ),
    ]
  }
}
