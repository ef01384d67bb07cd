package import ServiceDesk

/// What all pages of the settings share: the reader, and what came of the form sent last.
package struct SettingsShell: Sendable {
  package let frame: DeskFrame
  package let navigation: ViewsNavigation
  /// What is wrong with what was sent, by the field's name; under `""` what is no field's.
  package let faults: [String: String]
  /// What was typed and not taken, by the field's name.
  package let typed: [String: String]
  package var notice: Notice?
  /// What about mail waits for people.
  package let attention: MailAttention
  /// Whether the reader may see what concerns the whole account.
  package let isAdministrator: Bool

  package init(
    frame: DeskFrame,
    navigation: ViewsNavigation,
    isAdministrator: Bool,
    faults: [String: String] = [:],
    typed: [String: String] = [:],
    notice: Notice? = nil,
    attention: MailAttention = MailAttention()
  ) {
    self.frame = frame
    self.navigation = navigation
    self.isAdministrator = isAdministrator
    self.faults = faults
    self.typed = typed
    self.notice = notice
    self.attention = attention
  }

  var text: SettingsTexts { frame.language.settings }

  /// A whole page around `content`.
  func page(_ path: String, _ introduction: String, _ content: HTML) -> HTML {
    SettingsPage(
      frame: frame,
      navigation: navigation,
      path: path,
      isAdministrator: isAdministrator,
      attention: attention,
      introduction: introduction,
      notice: faults[""].map { Notice($0, tone: .bad) } ?? notice,
      content: content
    ).html
  }

  /// A form whose fields show their faults.
  func form(
    _ action: String,
    title: String? = nil,
    _ fields: [Field],
    submit: String
  ) -> HTML {
    let shown = fields.map(shown)
    return """
      <section class="part">
        \(title.map { "<h2>\($0)</h2>" as HTML })
        <form class="form" method="post" action="\(action)">
          \(frame.token)
          \(.joined(shown))
          \(Button(submit, kind: .primary).html)
        </form>
      </section>
      """
  }

  /// A field with its fault and what was typed.
  func shown(_ field: Field) -> HTML {
    var field = field
    field.fault = field.fault ?? faults[field.name]
    // Passwords are typed anew.
    if field.control != .line(type: "password") { field.value = typed[field.name] ?? field.value }
    return field.html
  }

  /// A list of entries, or a word that there are none; `next` leads to those after them.
  func list(_ entries: [SettingsEntry], none: String? = nil, next: String? = nil) -> HTML {
    guard !entries.isEmpty else { return "<p class=\"none\">\(none ?? text.none)</p>" }
    let more = next.map { cursor -> HTML in
      "<p><a class=\"button\" href=\"?after=\(cursor)\">\(frame.language.desk.list.more)</a></p>"
    }
    return "<ul class=\"entries\">\(.joined(entries.map { $0.html(frame) }))</ul>\(more)"
  }
}
