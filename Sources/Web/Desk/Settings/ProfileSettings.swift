package import ServiceDesk

/// The reader's own profile.
///
/// Sent to `POST /settings/profile`: `name`, `language` (empty: the browser's), `zone`,
/// `calendar`; to `POST /settings/profile/password`: `current`, `new`; to
/// `POST /settings/profile/mail`: `notices`, `digest`, `signature-LANGUAGE`; to
/// `POST /settings/profile/picture`: the file `picture`; to `…/picture/removal` and
/// `…/sessions/ID/removal`: nothing more.
package struct ProfileSettings: Sendable {
  package let shell: SettingsShell
  package let name: String
  /// As in the address of a language: `el`; empty for the browser's.
  package let language: String
  package let zone: String
  /// `gregorian` or `persian`.
  package let calendar: String
  /// Where the picture is, if there is one.
  package let picture: String?
  package let mail: MailPreferences
  package let sessions: [Session]
  /// The one in which the page is read.
  package let current: ID<Session>

  package init(
    shell: SettingsShell,
    name: String,
    language: String,
    zone: String,
    calendar: String,
    picture: String?,
    mail: MailPreferences = MailPreferences(),
    sessions: [Session],
    current: ID<Session>
  ) {
    self.shell = shell
    self.name = name
    self.language = language
    self.zone = zone
    self.calendar = calendar
    self.picture = picture
    self.mail = mail
    self.sessions = sessions
    self.current = current
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
    return shell.page(
      "profile",
      text.introduction,
      "\(zones)\(own)\(image)\(told)\(password)\(signedIn)"
    )
  }

  private var zones: HTML {
    let names = TimeZoneName.all.map { "<option value=\"\($0)\">" as HTML }
    return "<datalist id=\"zones\">\(.joined(names))</datalist>"
  }

  private var site: SiteTexts.Settings { shell.frame.language.site.settings }

  /// Files need a form of their own kind, which works without scripts too.
  private var image: HTML {
    let field = Field(
      "picture",
      site.picture,
      control: .line(type: "file"),
      hint: site.pictureHint,
      fault: shell.faults["picture"],
      isRequired: true
    )
    let removal: HTML = .when(
      picture != nil,
      """
      <form method="post" action="/settings/profile/picture/removal">\(shell.frame.token)\
      \(Button(site.removePicture, kind: .danger).html)</form>
      """
    )
    return """
      <section class="part">
        <div class="picture">\(Avatar(name: name, picture: picture, size: .large).html)
          <form class="form" method="post" action="/settings/profile/picture"
            enctype="multipart/form-data">
            \(shell.frame.token)
            \(field.html)
            \(Button(site.upload).html)
          </form></div>
        \(removal)
      </section>
      """
  }

  private var words: WritingTexts { shell.frame.language.writing }

  /// What is mailed to the reader, and what stands below the reader's answers.
  private var told: HTML {
    let times = [
      Field.Choice(MailPreferences.Notices.none.rawValue, words.noticesNone),
      Field.Choice(MailPreferences.Notices.away.rawValue, words.noticesAway),
      Field.Choice(MailPreferences.Notices.always.rawValue, words.noticesAlways),
    ]
    let signatures = Language.allCases.map { language in
      Field(
        "signature-\(language.rawValue)",
        words.signature.filling(["language": language.ownName]),
        value: mail.signatures[language.rawValue] ?? "",
        control: .text(rows: 3),
        hint: "{{agent.name}}, {{account.name}}"
      )
    }
    let fields = [
      Field("notices", words.notices, value: mail.notices.rawValue, control: .choice(times)),
      Field("digest", words.digest, value: mail.digest ? "1" : "", control: .tick),
    ]
    return shell.form(
      "/settings/profile/mail",
      title: words.noticesTitle,
      fields + signatures,
      submit: shell.text.save
    )
  }

  private var signedIn: HTML {
    let entries = sessions.map { session -> SettingsEntry in
      let isCurrent = session.id == current
      let device = DeviceName(session.device).text
      return SettingsEntry(
        title: device.isEmpty ? site.unknownDevice : device,
        mark: Icon.globe.html,
        badge: isCurrent ? Badge(site.thisSession, tone: .accent) : nil,
        action: isCurrent
          ? nil
          : .init(text: site.end, address: "/settings/profile/sessions/\(session.id)/removal"),
        content: LocalTime(session.createdAt).html
      )
    }
    return """
      <section class="part"><h2>\(site.sessions)</h2>
        <p class="none">\(site.sessionsHint)</p>
        \(shell.list(entries))</section>
      """
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
      Field("zone", text.zone, value: zone, hint: text.zoneHint, list: "zones"),
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
