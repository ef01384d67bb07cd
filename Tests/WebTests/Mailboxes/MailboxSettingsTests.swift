import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Channels
@testable import ServiceDesk
@testable import Web

/// Mailboxes and mail in the settings, as people use them: pages and forms, without scripts.
@Suite struct MailboxSettingsTests {
  private static let form = [
    "name": "Post", "address": "post@anemone.example", "aliases": "hello@anemone.example\r\n",
    "inHost": "imap.example.com", "inPort": "993", "inSecurity": "tls", "inSignIn": "password",
    "inUser": "", "inPassword": "in-secret", "outHost": "smtp.example.com", "outPort": "587",
    "outSecurity": "starttls", "outSignIn": "password", "outUser": "sender",
    "outPassword": "out-secret", "folders": "INBOX\r\nLost", "after": "flag", "moveTo": "",
    "since": "now", "senderStyle": "both", "senderTeam": "", "quoting": "last",
    "signature-en": "Your\r\nAnemone", "signature-fa": "", "acknowledges": "1", "trusted": "",
  ]

  private func added(by browser: Browser) async throws -> String {
    let reply = try await browser.submit("/settings/mailboxes", Self.form)
    #expect(reply.status == 303)
    return try #require(reply.location?.split(separator: "?").first.map(String.init))
  }

  private func stored(_ browser: Browser) async throws -> FindMailboxToCheck.Output {
    let world = browser.site.world
    let first = try await world.desk.answer(ListMailboxes(), as: world.amina).first
    return try await world.desk.answer(
      FindMailboxToCheck(mailbox: try #require(first).id, box: world.desk.secrets),
      as: world.amina
    )
  }

  @Test func `a mailbox is added, changed and keeps its passwords, which no page shows`()
    async throws
  {
    let browser = try await Browser()
    let path = try await added(by: browser)
    let first = try await stored(browser)
    #expect(first.mailbox.settings.incoming?.user == "post@anemone.example")
    #expect(first.mailbox.settings.fetching.folders == ["INBOX", "Lost"])
    #expect(first.mailbox.settings.fetching.since == browser.site.world.clock.now.milliseconds)
    #expect(first.mailbox.settings.signatures == ["en": "Your\nAnemone"])
    #expect(first.secrets.incomingPassword == "in-secret")

    let page = try await browser.open(path).text
    #expect(page.contains("value=\"smtp.example.com\"") && !page.contains("-secret"))
    let changed = Self.form.merging(["name": "Letters", "inPassword": "", "outPassword": "x"]) {
      $1
    }
    #expect(try await browser.submit(path, changed).status == 303)
    let second = try await stored(browser)
    #expect(second.mailbox.settings.name == "Letters")
    #expect(second.secrets.incomingPassword == "in-secret")
    #expect(second.secrets.outgoingPassword == "x")
  }

  @Test(arguments: [
    ("name", "", "name"), ("address", "nobody", "address"), ("aliases", "x", "aliases"),
    ("inPort", "0", "inHost"), ("inPort", "65536", "inHost"), ("outHost", "a b", "outHost"),
    ("after", "move", "moveTo"),
  ])
  func `a fault stands beside its field, with what was typed`(
    name: String,
    value: String,
    field: String
  ) async throws {
    let browser = try await Browser()
    let form = Self.form.merging([name: value]) { $1 }
    // Where mail is moved to is of no account while servers are tried.
    let paths = ["/settings/mailboxes"] + (name == "after" ? [] : ["/settings/mailboxes/check"])
    for path in paths {
      let refused = try await browser.submit(path, form)
      #expect(refused.status == 422 && refused.faultyFields == [field])
      #expect(refused.text.contains("value=\"sender\"") && !refused.text.contains("-secret"))
    }
  }

  @Test func `a check tries what was typed, saves nothing and keeps the passwords sealed`()
    async throws
  {
    let browser = try await Browser()
    let plain = ["inSecurity": "none", "outSecurity": "none"]
    let form = Self.form.merging(plain) { $1 }
    let before = try await browser.site.happened()
    let checked = try await browser.submit("/settings/mailboxes/check", form)
    #expect(checked.status == 200 && !checked.text.contains("-secret"))
    #expect(checked.text.contains("Choose TLS or STARTTLS."))
    #expect(try await browser.site.happened() == before)

    let kept = try #require(checked.text.firstMatch(of: /name="kept" value="([^"]+)"/)).output.1
    var again = form.merging(["kept": String(kept), "inPassword": "", "outPassword": ""]) { $1 }
    #expect(try await browser.submit("/settings/mailboxes", again).status == 303)
    #expect(try await stored(browser).secrets.incomingPassword == "in-secret")

    browser.site.world.clock.advance(by: .minutes(31))
    again["name"] = "Late"
    again["address"] = "late@anemone.example"
    again["aliases"] = ""
    #expect(try await browser.submit("/settings/mailboxes", again).status == 303)
    let all = try await browser.site.desk.answer(ListMailboxes(), as: browser.site.world.amina)
    #expect(all.last?.hasSecrets == false)
  }

  @Test(arguments: ["google", "microsoft", "other", "<none>"])
  func `a provider's servers are there at once`(preset: String) async throws {
    let browser = try await Browser()
    let page = try await browser.open("/settings/mailboxes/new?preset=\(Browser.encode(preset))")
    #expect(page.status == 200)
    #expect(page.text.contains("value=\"imap.gmail.com\"") == (preset == "google"))
    #expect(page.text.contains("value=\"outlook.office365.com\"") == (preset == "microsoft"))
  }

  @Test func `a pause is shown in words, and a failure comes first`() async throws {
    let browser = try await Browser()
    let path = try await added(by: browser)
    #expect(try await browser.submit("\(path)/pause").status == 303)
    #expect(try await browser.open("/settings/mailboxes").text.contains("Paused"))
    #expect(try await browser.submit("\(path)/resume").status == 303)
    let other = Self.form.merging(["name": "B", "address": "b@x.example", "aliases": ""]) { $1 }
    let second = try #require(
      try await browser.submit("/settings/mailboxes", other).location?
        .split(separator: "?").first?.split(separator: "/").last.flatMap { ID<Mailbox>($0) }
    )
    let world = browser.site.world
    for _ in 1...2 {
      try await world.desk.perform(
        NoteMailboxHealth(mailbox: second, error: "NO <b>gone</b>", waiting: 1_200),
        as: .system(of: world.anemone.account)
      )
      world.clock.advance(by: .minutes(16))
    }
    let list = try await browser.open("/settings/mailboxes").text
    let names = list.matches(of: /\/settings\/mailboxes\/[0-9]+" dir="auto">([A-Za-z]+)/)
    #expect(names.map { String($0.output.1) } == ["B", "Post"])
    #expect(list.contains("NO &lt;b&gt;gone&lt;/b&gt;") && list.contains("1,200 messages"))
    let desk = try await browser.open("/desk/views/mine").text
    #expect(desk.contains("Mailboxes that cannot be fetched from: 1"))
    let ben = try await Browser(site: browser.site, agent: world.ben)
    #expect(try await !ben.open("/desk/views/mine").text.contains("cannot be fetched"))
  }

  @Test func `what could not be fetched is shown with why, and is tried again when asked`()
    async throws
  {
    let browser = try await Browser()
    let world = browser.site.world
    let mailbox = try await world.desk.mailbox(as: world.amina)
    let program = Viewer.system(of: world.anemone.account)
    for (uid, reason) in [(Int64(4), SkippedMail.Reason.refused), (9, .tooLarge)] {
      let skip = SkipMail(
        mailbox: mailbox,
        cursor: MailboxCursor(folder: "IN<b>OX", uidValidity: 1, lastUID: uid),
        reason: reason,
        words: reason == .refused ? "NO <b>broken</b>" : "200000000"
      )
      try await world.desk.perform(skip, as: program)
    }
    let path = "/settings/mailboxes/\(mailbox)"
    let page = try await browser.open(path).text
    #expect(page.contains("IN&lt;b&gt;OX") && page.contains("NO &lt;b&gt;broken&lt;/b&gt;"))
    #expect(page.contains("It is larger than 100 MB.") && !page.contains("200000000"))
    #expect(try await browser.open("/settings/mailboxes").text.contains("2 messages could not"))
    #expect(try await browser.open("/metrics").text.contains("\nrapport_mailbox_skipped 2\n"))

    let due = ListSkippedMailToRetry(mailbox: mailbox)
    #expect(try await world.desk.answer(due, as: program).isEmpty)
    #expect(try await browser.submit("\(path)/retry").status == 303)
    #expect(try await world.desk.answer(due, as: program).map(\.uid) == [4, 9])
    let ben = try await Browser(site: browser.site, agent: world.ben)
    #expect(try await ben.submit("\(path)/retry").status == 403)
  }

  @Test func `the sign-in at a provider is begun, and ends only where it was begun`()
    async throws
  {
    let browser = try await Browser()
    let form = Self.form.merging(["inSignIn": "oauth", "outSignIn": "oauth"]) { $1 }
    let added = try await browser.submit("/settings/mailboxes", form)
    let path = try #require(added.location?.split(separator: "?").first.map(String.init))
    #expect(try await browser.open(path).text.contains("/settings/mail/oauth"))
    let missing = try await browser.submit("\(path)/sign-in", ["provider": "google"])
    #expect(missing.status == 422)

    let request = ["provider": "google", "clientID": "id-1", "clientSecret": "app-secret"]
    let begun = try await browser.submit("\(path)/sign-in", request)
    #expect(begun.text.contains("https://accounts.google.com/o/oauth2/v2/auth?"))
    #expect(begun.text.contains("code_challenge_method=S256"))
    let cookie = try #require(begun.headers[.setCookie])
    #expect(!begun.text.contains("app-secret") && !cookie.contains("app-secret"))
    #expect(cookie.contains("HttpOnly") && cookie.contains("Path=/settings/mail/oauth"))

    let stranger = try await browser.open("/settings/mail/oauth?state=guessed&code=1")
    #expect(stranger.location == "/settings/mailboxes?fault=expired")
    let told = try await browser.open("/settings/mailboxes?fault=expired").text
    #expect(told.contains("Please begin anew."))
  }

  @Test func `an agent deals with mail, and sees no mailbox`() async throws {
    let site = try await SiteHarness()
    let mail = try await site.desk.quarantinedMail(as: site.world.amina)
    let browser = try await Browser(site: site, agent: site.world.ben)
    for path in ["/settings/mailboxes", "/settings/mailboxes/new", "/settings/mail/oauth"] {
      #expect(try await browser.open(path).status == 403)
    }
    let list = try await browser.open("/settings/mail").text
    #expect(list.contains("&lt;b&gt;Hello&lt;/b&gt;") && list.contains("does not say who sent it"))
    let path = "/settings/mail/\(mail)"
    let page = try await browser.open(path).text
    #expect(page.contains("<pre class=\"raw\" dir=\"auto\" tabindex=\"0\">\nSubject: &lt;b&gt;"))
    let source = try await browser.open("\(path)/source")
    #expect(source.type == "message/rfc822")
    #expect(source.headers[.contentDisposition]?.hasPrefix("attachment") == true)

    let unknown = ["number": "999", "text": "Hi"]
    let refused = try await browser.submit("\(path)/conversation", unknown)
    #expect(refused.status == 422 && refused.faultyFields == ["number"])
    let empty = try await browser.submit("\(path)/conversation", ["number": "#1", "text": " "])
    #expect(empty.faultyFields == ["text"])
    #expect(try await browser.submit("\(path)/retry").status == 303)
    #expect(try await browser.submit("\(path)/discard").status == 303)
    #expect(try await browser.open("/settings/mail?state=discarded").text.contains(path))
    let brought = try await browser.submit(
      "\(path)/conversation",
      ["number": "#1", "text": "Who am I?"]
    )
    #expect(brought.status == 303)
    #expect(try await browser.open(path).text.contains("/desk/conversations/"))
  }

  @Test func `another account's mail and mailboxes are not there`() async throws {
    let browser = try await Browser()
    let world = browser.site.world
    let mailbox = try await world.desk.mailbox(as: world.stefan)
    let mail = try await world.desk.quarantinedMail(as: world.stefan)
    for path in ["/settings/mailboxes/\(mailbox)", "/settings/mail/\(mail)"] {
      #expect(try await browser.open(path).status == 404)
    }
    #expect(try await browser.open("/settings/mail/\(mail)/source").status == 404)
    #expect(try await browser.submit("/settings/mailboxes/\(mailbox)", Self.form).status == 404)
    #expect(try await browser.submit("/settings/mailboxes/\(mailbox)/check").status == 404)
    #expect(try await browser.submit("/settings/mailboxes/\(mailbox)/retry").status == 404)
    #expect(try await browser.submit("/settings/mail/\(mail)/discard").status == 404)
    #expect(try await !browser.open("/settings/mail").text.contains("\(mail)"))
  }

  @Test func `what could not be sent is shown and sent again`() async throws {
    let browser = try await Browser()
    let world = browser.site.world
    let mailbox = try await world.desk.mailbox(as: world.amina)
    let mail = try await world.desk.failedMail(from: mailbox, as: world.amina)
    let page = try await browser.open("/settings/outgoing").text
    #expect(page.contains("550 &lt;no&gt; such user") && !page.contains("secret link"))
    #expect(try await browser.submit("/settings/outgoing/\(mail)/retry").status == 303)
    #expect(try await !browser.open("/settings/outgoing").text.contains("550"))
    #expect(try await browser.submit("/settings/outgoing/\(mail)/retry").status == 409)
  }

  @Test func `a mail of a hundred thousand bytes is shown whole, and of more in part`() throws {
    for (size, isCut) in [(100_000, false), (100_001, true)] {
      let source = MailSource(
        id: ID(3),
        mailbox: nil,
        hash: BlobHash(of: [1]),
        size: size,
        state: .quarantined,
        reason: "noSender",
        conversation: nil,
        message: nil,
        arrivedAt: Timestamp(milliseconds: 0),
        isImport: false
      )
      let page = MailSourceSettings(
        shell: try Self.shell(.english),
        mail: MailSourceView(source: source),
        text: "",
        raw: ""
      )
      #expect(page.html.markup.contains("Only the beginning is shown.") == isCut)
    }
  }

  @Test(arguments: Language.allCases)
  func `every word is there`(language: Language) {
    let texts = language.mailboxes
    #expect(Set(texts.conditions.keys) == Set(MailboxCondition.allCases))
    #expect(Set(texts.skipped.reasons.keys) == Set(SkippedMail.Reason.allCases))
    #expect(Set(texts.check.steps.keys) == Set(MailStep.allCases))
    #expect(Set(texts.check.problems.keys) == Set(MailCheckProblem.allCases))
    #expect(Set(texts.check.advice.keys) == Set(MailCheckProblem.allCases))
    #expect(Set(texts.form.afters.keys) == Set(Mailbox.Fetching.After.allCases))
    #expect(Set(texts.form.securities.keys) == Set(MailServer.Security.allCases))
    #expect(Set(texts.form.signIns.keys) == Set(MailServer.SignIn.allCases))
    #expect(Set(texts.form.quotings.keys) == Set(Mailbox.Quoting.allCases))
    #expect(Set(texts.form.senderStyles.keys) == Set(Mailbox.SenderName.Style.allCases))
    #expect(Set(texts.signIn.faults.keys) == Set(MailSignInFault.allCases))
    let mailroom = language.mailroom
    #expect(Set(mailroom.incoming.states.keys) == Set(MailSource.State.allCases))
    #expect(Set(mailroom.outgoing.states.keys) == Set(OutgoingMail.State.allCases))
    #expect(Set(mailroom.outgoing.kinds.keys) == Set(OutgoingMail.Kind.allCases))
    #expect(
      Set(mailroom.incoming.reasons.keys) == Set(Language.english.mailroom.incoming.reasons.keys)
    )
  }

  @Test(arguments: Language.allCases)
  func `the page of a check is as recorded`(language: Language) throws {
    let results = [
      MailCheckResult(direction: .incoming, step: .resolve, outcome: .passed(nil), duration: .zero),
      MailCheckResult(
        direction: .incoming,
        step: .signIn,
        outcome: .failed(.signInRefused, words: "NO <b>wrong</b>"),
        duration: .zero
      ),
      MailCheckResult(direction: .incoming, step: .list, outcome: .skipped, duration: .zero),
      MailCheckResult(
        direction: .outgoing,
        step: .send,
        outcome: .passed(.reply("250 ok")),
        duration: .zero
      ),
    ]
    let page = MailboxSettings(
      shell: try Self.shell(language),
      mailbox: nil,
      fields: MailboxFields(preset: "google"),
      results: results,
      address: "https://desk.example.com"
    )
    try expectSnapshot(page.html.markup + "\n", named: "mailbox.\(language.rawValue).html")
  }

  private static func shell(_ language: Language) throws -> SettingsShell {
    let frame = DeskFrame(
      language: language,
      agent: ID(9),
      name: "Maria",
      csrf: "token",
      zone: "Europe/Athens",
      calendar: "gregory",
      position: "1"
    )
    return SettingsShell(
      frame: frame,
      navigation: ViewsNavigation(frame: frame, teams: [], counts: [:], selected: nil),
      isAdministrator: true,
      attention: MailAttention(failing: 1, quarantined: 12)
    )
  }
}
