import HTTPTypes
import ServiceDesk
import Storage
import TestSupport
import Testing

@testable import Web

/// The settings as people use them: pages and forms, without scripts.
@Suite struct SettingsTests {
  private static let pages = [
    "profile", "account", "agents", "teams", "labels", "inboxes", "mailboxes", "mail", "outgoing",
    "saved-replies", "tokens", "blocked", "mail-texts",
  ]

  private static let own: Set = ["profile", "mail", "outgoing", "saved-replies"]

  @Test(arguments: pages)
  func `an administrator sees the page, and is sent to sign in without a session`(
    page: String
  ) async throws {
    let browser = try await Browser()
    let shown = try await browser.open("/settings/\(page)")
    #expect(shown.status == 200 && shown.type == "text/html")
    #expect(shown.text.contains("href=\"/settings/\(page)\" aria-current=\"page\""))
    var ask = Ask(.get, "/settings/\(page)")
    ask.headers[.accept] = "text/html"
    let foreign = try await browser.site.sendPage(ask)
    #expect(foreign.status == 303 && foreign.location?.hasPrefix("/sign-in?next=") == true)
  }

  @Test func `an agent sees and uses what is the agent's own, and nothing else`() async throws {
    let site = try await SiteHarness()
    let browser = try await Browser(site: site, agent: site.world.ben)
    let tabs = try await browser.open("/settings/profile").text
      .matches(of: /<li><a href="\/settings\/([a-z-]+)"/).map { String($0.output.1) }
    #expect(Set(tabs) == Self.own)
    for page in Self.pages where !Self.own.contains(page) {
      #expect(try await browser.open("/settings/\(page)").status == 403)
    }
    for path in ["agents", "teams", "labels", "inboxes", "tokens", "account"] {
      #expect(try await browser.submit("/settings/\(path)", ["name": "X"]).status == 403)
    }
  }

  @Test(arguments: ["profile", "account", "agents", "teams", "labels", "inboxes", "tokens"])
  func `a form of another site is refused`(page: String) async throws {
    let browser = try await Browser()
    let refused = try await browser.submit("/settings/\(page)", ["name": "X"], csrf: "guessed")
    #expect(refused.status == 403)
  }

  @Test(arguments: [
    ("account", ["name": "", "replyMinutes": "60", "reopenDays": "14"], "name"),
    ("account", ["name": "A", "replyMinutes": "soon", "reopenDays": "14"], "replyMinutes"),
    ("account", ["name": "A", "replyMinutes": "60", "reopenDays": "366"], "reopenDays"),
    ("agents", ["name": "C", "email": "c", "password": "long enough", "role": "agent"], "email"),
    ("agents", ["name": "C", "email": "c@x.example", "password": "short"], "password"),
    ("agents", ["name": "C", "email": "ben@anemone.example", "password": "long enough"], "email"),
    ("teams", ["name": "Support"], "name"),
    ("labels", ["name": ""], "name"),
    ("labels", ["name": String(repeating: "a", count: 51)], "name"),
    ("inboxes", ["name": String(repeating: "a", count: 101)], "name"),
    ("tokens", ["name": "", "scope": "read"], "name"),
    ("saved-replies", ["name": "A", "text": "{{#a}}"], "text"),
    ("profile", ["name": "A", "language": "", "zone": "Mars/Olympus"], "zone"),
    ("profile/password", ["current": "wrong one", "new": "long enough"], "current"),
    ("agents/invitations", ["inviteName": "C", "inviteEmail": "c"], "inviteEmail"),
    (
      "agents/invitations", ["inviteName": "", "inviteEmail": "c@x.example"], "inviteName"
    ),
    ("profile/mail", ["notices": "away", "signature-el": "{{customer.name}}"], "signature-el"),
    ("mail-texts/out_of_hours/en", ["subject": "{{", "text": "Hello"], "subject"),
    ("mail-texts/out_of_hours/en", ["subject": "Hello", "text": "{{them}}"], "text"),
    ("mail-texts/out_of_hours/en/preview", ["subject": "Hello", "text": "{{#a}}"], "text"),
    ("mail-texts/out_of_hours/en/test", ["subject": "", "text": "Hello"], "subject"),
    ("profile/password", ["current": Browser.password, "new": "short"], "new"),
  ])
  func `a fault stands beside its field, with what was typed`(
    page: String,
    form: [String: String],
    field: String
  ) async throws {
    let browser = try await Browser()
    let before = try await browser.site.happened()
    let refused = try await browser.submit("/settings/\(page)", form)
    #expect(refused.status == 422 || refused.status == 409)
    #expect(refused.faultyFields == [field])
    if let name = form["name"], !name.isEmpty {
      #expect(refused.text.contains("value=\"\(name)\""))
    }
    #expect(!refused.text.contains("long enough"))
    #expect(try await browser.site.happened() == before)
  }

  @Test func `the profile is changed and at once spoken`() async throws {
    let browser = try await Browser()
    let saved = try await browser.submit(
      "/settings/profile",
      ["name": "Amina K.", "language": "fa", "zone": "Asia/Tehran", "calendar": "persian"]
    )
    #expect(saved.status == 303 && saved.location == "/settings/profile?saved=1")
    let page = try await browser.open("/settings/profile?saved=1")
    #expect(page.text.contains("<html lang=\"fa\" dir=\"rtl\" data-zone=\"Asia/Tehran\""))
    #expect(page.text.contains("value=\"Amina K.\""))
    #expect(page.text.contains(Language.persian.desk.settings.saved))
  }

  @Test func `a password is changed, and other sessions end`() async throws {
    let browser = try await Browser()
    let other = try await Browser(site: browser.site)
    // The second set the password anew, which ended the first.
    #expect(try await browser.open("/settings/profile").status == 303)
    let third = try await browser.site.desk.signIn(
      email: "amina@anemone.example",
      password: Browser.password,
      device: "Other"
    )
    let form = ["current": Browser.password, "new": "another horse"]
    #expect(try await other.submit("/settings/profile/password", form).status == 303)
    #expect(try await other.open("/settings/profile").status == 200)
    #expect(try await browser.site.desk.viewer(session: third) == nil)
  }

  @Test func `a session is ended from the list`() async throws {
    let browser = try await Browser()
    let other = try await browser.site.desk.signIn(
      email: "amina@anemone.example",
      password: Browser.password,
      device: "Old phone"
    )
    let page = try await browser.open("/settings/profile").text
    #expect(page.contains("Old phone") && page.contains("This browser"))
    let path = try #require(page.firstMatch(of: /\/settings\/profile\/sessions\/[0-9]+\/removal/))
    #expect(try await browser.submit(String(path.output)).status == 303)
    #expect(try await browser.site.desk.viewer(session: other) == nil)
    #expect(try await browser.open("/settings/profile").status == 200)
  }

  @Test func `a picture is known by its content and shown`() async throws {
    let browser = try await Browser()
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x0D, 0x0A, 0x2D, 0x2D, 1]
    let path = "/settings/profile/picture"
    let refused = try await browser.upload(path, field: "picture", Array("<svg/>".utf8))
    #expect(refused.status == 422 && refused.faultyFields == ["picture"])
    #expect(try await browser.upload(path, field: "picture", png).status == 303)
    let agent = try await browser.site.desk.answer(CurrentAgent(), as: browser.site.world.amina)
    let picture = try #require(agent.picture)
    let (file, bytes) = try await browser.site.desk.download(
      picture,
      as: browser.site.world.amina
    )
    #expect(bytes == png && file.type.text == "image/png")
    #expect(try await browser.submit("\(path)/removal").status == 303)
  }

  @Test func `a picture of the most bytes is taken, and one over is refused`() async throws {
    let browser = try await Browser()
    var most: [UInt8] = [0xFF, 0xD8, 0xFF]
    most += [UInt8](repeating: 0, count: PictureFile.mostBytes - 3)
    #expect(try PictureFile(most).bytes.count == PictureFile.mostBytes)
    #expect(throws: AttachmentFailure.tooLarge) { try PictureFile(most + [0]) }
    let path = "/settings/profile/picture"
    let more = most + [UInt8](repeating: 0, count: 20_000)
    #expect(try await browser.upload(path, field: "picture", more).status == 413)
  }

  @Test func `a colleague is added, can sign in, and gets another role`() async throws {
    let browser = try await Browser()
    let form = [
      "name": "Cleo", "email": "cleo@anemone.example", "password": "first password",
      "role": "agent",
    ]
    #expect(try await browser.submit("/settings/agents", form).status == 303)
    let desk = browser.site.desk
    let secret = try await desk.signIn(
      email: "cleo@anemone.example",
      password: "first password",
      device: ""
    )
    let cleo = try #require(try await desk.viewer(session: secret))
    #expect(cleo.agent.role == .agent)
    let path = "/settings/agents/\(cleo.agent.id)"
    #expect(try await browser.submit("\(path)/role", ["role": "administrator"]).status == 303)
    #expect(try await desk.viewer(session: secret)?.agent.role == .administrator)
    let password = ["newPassword": "second password"]
    #expect(try await browser.submit("\(path)/password", password).status == 303)
    #expect(try await desk.viewer(session: secret) == nil)
  }

  @Test func `the last administrator stays one`() async throws {
    let browser = try await Browser()
    let path = "/settings/agents/\(browser.agent)/role"
    let refused = try await browser.submit(path, ["role": "agent"])
    #expect(refused.status == 409)
    #expect(refused.text.contains("An account must keep an administrator"))
  }

  @Test func `a team is added, joined and left`() async throws {
    let browser = try await Browser()
    let world = browser.site.world
    #expect(try await browser.submit("/settings/teams", ["name": "Returns"]).status == 303)
    let teams = try await world.desk.answer(ListTeams(window: Window()), as: world.amina).items
    let team = try #require(teams.first { $0.name.text == "Returns" })
    let path = "/settings/teams/\(team.id)/members"
    #expect(try await browser.submit(path, ["add": "\(world.ben)"]).status == 303)
    let page = try await browser.open("/settings/teams").text
    #expect(page.contains("<button name=\"remove\" value=\"\(world.ben)\""))
    #expect(try await browser.submit(path, ["remove": "\(world.ben)"]).status == 303)
    let left = try await world.desk.answer(ListTeams(window: Window()), as: world.amina).items
    #expect(left.first { $0.id == team.id }?.members == [])
    #expect(try await browser.submit(path, ["add": "1"]).status == 404)
  }

  @Test func `an inbox is added, changed, and its secret shown only when asked for`() async throws {
    let browser = try await Browser()
    let world = browser.site.world
    let added = try await browser.submit("/settings/inboxes", ["name": "Shop"])
    let path = try #require(added.location?.split(separator: "?").first.map(String.init))
    let form = [
      "name": "Shop", "greeting": "Hello", "away": "", "colour": "#aa3300",
      "origins": "https://shop.example\r\nhttps://www.shop.example\r\n", "form": "before",
      "askName": "required", "askEmail": "hidden",
    ]
    #expect(try await browser.submit(path, form).status == 303)
    func inbox() async throws -> Inbox {
      try #require(
        try await world.desk.answer(ListInboxes(window: Window()), as: world.amina).items.first
      )
    }
    let changed = try await inbox()
    #expect(changed.settings.origins.origins.count == 2)
    #expect(changed.settings.form == InboxForm(when: .before, name: .required, email: .hidden))
    let page = try await browser.open(path).text
    #expect(!page.contains(changed.secret.text) && page.contains("/chat/\(changed.key.text)"))
    #expect(try await browser.open("\(path)?secret=1").text.contains(changed.secret.text))
    let renewed = try await browser.submit("\(path)/secret")
    #expect(renewed.location == "\(path)?secret=1")
    #expect(try await inbox().secret != changed.secret)
    for (field, value) in [("colour", "red"), ("origins", "shop")] {
      let refused = try await browser.submit(path, form.merging([field: value]) { $1 })
      #expect(refused.faultyFields == [field])
    }
  }

  @Test func `a saved reply is kept, changed and removed`() async throws {
    let site = try await SiteHarness()
    let browser = try await Browser(site: site, agent: site.world.ben)
    let form = ["name": "Thanks", "text": "Thank you!", "shortcut": "ty", "language": "en"]
    #expect(try await browser.submit("/settings/saved-replies", form).status == 303)
    let page = try await browser.open("/settings/saved-replies").text
    let path = try #require(page.firstMatch(of: /\/settings\/saved-replies\/[0-9]+/)).output
    let editing = try await browser.open(String(path)).text
    #expect(editing.contains("value=\"ty\"") && editing.contains("Thank you!</textarea>"))
    let changed = form.merging(["text": "Many thanks!", "shortcut": ""]) { $1 }
    #expect(try await browser.submit(String(path), changed).status == 303)
    let kept = try await site.desk.answer(ListSavedReplies(window: Window()), as: site.world.amina)
    #expect(kept.items.map(\.text.text) == ["Many thanks!"])
    #expect(kept.items.first?.shortcut == nil)
    #expect(try await browser.submit("\(path)/removal").status == 303)
    #expect(try await browser.open(String(path)).status == 404)
  }

  @Test func `a token is shown once, works, and is revoked`() async throws {
    let browser = try await Browser()
    let issued = try await browser.submit("/settings/tokens", ["name": "Shop", "scope": "write"])
    let token = try #require(issued.text.firstMatch(of: /<code>(rapport_[^<]+)</)).output.1
    #expect(try await browser.site.get("/me", token: String(token)).status == 200)
    #expect(try await browser.site.get("/tokens", token: String(token)).status == 403)
    let page = try await browser.open("/settings/tokens").text
    #expect(!page.contains(token))
    let paths = page.matches(of: /\/settings\/tokens\/[0-9]+\/removal/).map { String($0.output) }
    #expect(try await browser.submit(try #require(paths.last)).status == 303)
    #expect(try await browser.site.get("/me", token: String(token)).status == 401)
  }

  @Test func `labels and blocked customers are taken off`() async throws {
    let browser = try await Browser()
    let world = browser.site.world
    #expect(try await browser.submit("/settings/labels", ["name": "refund"]).status == 303)
    let label = try await browser.open("/settings/labels").text
      .firstMatch(of: /\/settings\/labels\/[0-9]+\/removal/)
    #expect(try await browser.submit(String(try #require(label).output)).status == 303)

    _ = try await world.desk.perform(
      BlockCustomer(customer: world.anemone.customer),
      as: world.amina
    )
    let path = "/settings/blocked/\(world.anemone.customer)/removal"
    #expect(try await browser.open("/settings/blocked").text.contains(path))
    #expect(try await browser.submit(path).status == 303)
    #expect(try await !browser.open("/settings/blocked").text.contains(path))
  }

  @Test(arguments: Language.allCases)
  func `the teams' page is as recorded`(language: Language) throws {
    let frame = DeskFrame(
      language: language,
      agent: ID(9),
      name: "Maria",
      csrf: "token",
      zone: "Europe/Athens",
      calendar: "gregory",
      position: "1"
    )
    let people = [DeskChoices.Person(id: ID(9), name: "Maria"), .init(id: ID(8), name: "<Ben>")]
    let page = TeamsSettings(
      shell: SettingsShell(
        frame: frame,
        navigation: ViewsNavigation(frame: frame, teams: [], counts: [:], selected: nil),
        isAdministrator: true,
        faults: ["name": "?"],
        typed: ["name": "\"Returns\""]
      ),
      teams: [.init(id: ID(5), name: "Support", isDefault: true, members: [people[0]])],
      agents: people
    )
    try expectSnapshot(page.html.markup + "\n", named: "teams.\(language.rawValue).html")
  }

  @Test func `the page of components is for whoever is signed in`() async throws {
    let site = try await SiteHarness()
    let browser = try await Browser(site: site, agent: site.world.ben)
    #expect(try await browser.open("/design").status == 200)
  }
}
