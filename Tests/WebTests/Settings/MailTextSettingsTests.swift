import ServiceDesk
import TestSupport
import Testing

@testable import Web

/// The pages on which an account finds its own words.
@Suite struct MailTextSettingsTests {
  private static let path = "/settings/mail-texts/acknowledgement/fa"

  private let browser: Browser

  init() async throws { browser = try await Browser() }

  private func addMailbox() async throws -> Mailbox {
    try await browser.site.desk.perform(
      AddMailbox(
        settings: Mailbox.Settings(
          name: Mailbox.Name("Help"),
          address: EmailAddress("help@anemone.example"),
          outgoing: MailServer(host: "mail.anemone.example", port: 25, security: .startTLS)
        )
      ),
      as: browser.site.world.amina
    )
  }

  @Test func `words are kept, shown as they go out, and taken back`() async throws {
    let form = ["subject": "شمارهٔ {{conversation.number}}", "text": "سلام {{customer.name}}!"]
    #expect(try await browser.submit(Self.path, form).location == "\(Self.path)?saved=1")
    let page = try await browser.open(Self.path).text
    #expect(page.contains("سلام {{customer.name}}!</textarea>"))
    #expect(page.contains("سلام نورا نمونه!") && page.contains("شمارهٔ 42"))
    #expect(page.contains("<section class=\"part\" lang=\"fa\" dir=\"rtl\">"))
    #expect(try await browser.open("/settings/mail-texts").text.contains("Your own words"))
    #expect(try await browser.submit("\(Self.path)/removal").status == 303)
    #expect(try await !browser.open(Self.path).text.contains("سلام نورا نمونه!"))
  }

  @Test func `a preview keeps nothing`() async throws {
    let form = ["subject": "Hi", "text": "Try: {{account.name}}"]
    let page = try await browser.submit("\(Self.path)/preview", form)
    #expect(page.status == 200 && page.text.contains("Try: Anemone"))
    #expect(page.text.contains("Try: {{account.name}}</textarea>"))
    #expect(try await !browser.open(Self.path).text.contains("Try:"))
  }

  @Test func `a test goes to the one who asks, if something can be sent`() async throws {
    let form = ["subject": "Hi", "text": "Try"]
    let refused = try await browser.submit("\(Self.path)/test", form)
    #expect(refused.status == 409)
    #expect(refused.text.contains("No mailbox has a server to send through"))
    _ = try await addMailbox()
    let page = try await browser.submit("\(Self.path)/test", form)
    #expect(page.text.contains("on its way to amina@anemone.example"))
  }

  @Test func `a mailbox has its language`() async throws {
    let mailbox = try await addMailbox()
    let path = "/settings/mail-texts/mailboxes/\(mailbox.id)"
    #expect(try await browser.submit(path, ["language": "el"]).status == 303)
    let changed = try await browser.site.desk.answer(
      FindMailbox(mailbox: mailbox.id),
      as: browser.site.world.amina
    )
    #expect(changed.settings.language == "el")
    let none = "/settings/mail-texts/mailboxes/1"
    #expect(try await browser.submit(none, ["language": "el"]).status == 404)
  }

  @Test(arguments: ["/settings/mail-texts/nothing/en", "/settings/mail-texts/out_of_hours/xx"])
  func `there is no page of what is not written`(path: String) async throws {
    #expect(try await browser.open(path).status == 404)
  }

  @Test func `an agent's wishes are kept`() async throws {
    let form = ["notices": "always", "signature-el": "Αμίνα"]
    #expect(try await browser.submit("/settings/profile/mail", form).status == 303)
    let kept = try await browser.site.desk.answer(
      FindMailPreferences(),
      as: browser.site.world.amina
    )
    #expect(
      kept == MailPreferences(notices: .always, digest: false, signatures: ["el": "Αμίνα"])
    )
  }

  @Test(arguments: Language.allCases)
  func `the editor is as recorded`(language: Language) throws {
    let frame = DeskFrame(
      language: language,
      agent: ID(9),
      name: "Maria",
      csrf: "token",
      zone: "Europe/Athens",
      calendar: "gregory",
      position: "1"
    )
    let page = MailTextSettings(
      shell: SettingsShell(
        frame: frame,
        navigation: ViewsNavigation(frame: frame, teams: [], counts: [:], selected: nil),
        isAdministrator: true,
        faults: ["text": "?"],
        typed: ["text": "<{{"]
      ),
      purpose: .outOfHours,
      language: .persian,
      subject: "A",
      text: "B",
      isOwn: true,
      preview: (subject: "<A>", text: "**B**")
    )
    try expectSnapshot(page.html.markup + "\n", named: "mail-text.\(language.rawValue).html")
  }
}
