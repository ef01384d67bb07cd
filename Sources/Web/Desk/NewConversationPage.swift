/// Where an agent writes to a customer first.
package struct NewConversationPage: Sendable {
  /// What was typed, and what is wrong with it by the field's name.
  package struct Form: Sendable {
    package var email: String
    package var name: String
    package var subject: String
    package var text: String
    /// Who gets a copy, as typed.
    package var cc: String
    /// The mailbox that it goes from, by its id.
    package var mailbox: String
    /// `agent-9`, `team-5`.
    package var owner: String
    package var faults: [String: String]

    package init(
      email: String = "",
      name: String = "",
      subject: String = "",
      text: String = "",
      cc: String = "",
      mailbox: String = "",
      owner: String = "",
      faults: [String: String] = [:]
    ) {
      self.email = email
      self.name = name
      self.subject = subject
      self.text = text
      self.cc = cc
      self.mailbox = mailbox
      self.owner = owner
      self.faults = faults
    }
  }

  package let frame: DeskFrame
  package let navigation: ViewsNavigation
  package let form: Form
  package let choices: DeskChoices
  /// The mailboxes that send, by their ids; without any, nothing goes out.
  package let mailboxes: [(id: String, address: String)]
  /// Under which the conversation is started at most once.
  package let key: String

  package init(
    frame: DeskFrame,
    navigation: ViewsNavigation,
    form: Form,
    choices: DeskChoices,
    mailboxes: [(id: String, address: String)] = [],
    key: String
  ) {
    self.frame = frame
    self.navigation = navigation
    self.form = form
    self.choices = choices
    self.mailboxes = mailboxes
    self.key = key
  }

  package var html: HTML {
    let text = frame.language.desk.start
    return DeskLayout(
      frame: frame,
      title: text.title,
      navigation: navigation,
      shape: .column,
      content: ColumnPage(
        frame: frame,
        title: text.title,
        introduction: text.introduction,
        content: """
          \(form.faults[""].map { Notice($0, tone: .bad).html })
          \(.when(mailboxes.isEmpty, Notice(frame.language.mailPane.start.noMail).html))
          <form class="form" method="post" action="/desk/new">
            \(frame.token)<input type="hidden" name="key" value="\(key)">
            \(.joined((mail + fields).map(\.html)))
            \(Button(text.send, kind: .primary, icon: .send).html)
          </form>
          """
      ).html
    ).html
  }

  private var fields: [Field] {
    let text = frame.language.desk.start
    return [
      Field(
        "email",
        text.email,
        value: form.email,
        control: .line(type: "email"),
        fault: form.faults["email"],
        isRequired: true
      ),
      Field("name", text.name, value: form.name, fault: form.faults["name"]),
    ] + copies + [
      Field(
        "subject",
        text.subject,
        value: form.subject,
        fault: form.faults["subject"],
        isRequired: true
      ),
      Field(
        "text",
        text.text,
        value: form.text,
        control: .text(rows: 8),
        fault: form.faults["text"],
        isRequired: true
      ),
      Field(
        "owner",
        text.owner,
        value: form.owner.isEmpty ? "agent-\(frame.agent)" : form.owner,
        control: .choice(owners),
        fault: form.faults["owner"]
      ),
    ]
  }

  /// From where it goes and who else gets it.
  private var mail: [Field] {
    guard let first = mailboxes.first else { return [] }
    let text = frame.language.mailPane.start
    return [
      Field(
        "mailbox",
        text.mailbox,
        value: form.mailbox.isEmpty ? first.id : form.mailbox,
        control: .choice(mailboxes.map { Field.Choice($0.id, $0.address) }),
        fault: form.faults["mailbox"]
      )
    ]
  }

  private var copies: [Field] {
    let text = frame.language.mailPane.start
    guard !mailboxes.isEmpty else { return [] }
    return [
      Field("cc", text.cc, value: form.cc, hint: text.ccHint, fault: form.faults["cc"])
    ]
  }

  private var owners: [Field.Choice] {
    choices.agents.map { Field.Choice("agent-\($0.id)", $0.name) }
      + choices.teams.map { Field.Choice("team-\($0.id)", $0.name) }
  }
}
