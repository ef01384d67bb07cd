import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import ServiceDesk
@testable import Web

/// The way in by a link, as people without scripts go it.
@Suite struct AccessPageTests {
  private let site: SiteHarness

  init() async throws { site = try await SiteHarness() }

  private func open(_ path: String, language: String = "en") async throws -> Reply {
    var ask = Ask(.get, path)
    ask.headers[.accept] = "text/html"
    ask.headers[.acceptLanguage] = language
    return try await site.sendPage(ask)
  }

  private func submit(
    _ path: String,
    _ fields: [String: String],
    origin: String? = nil
  ) async throws -> Reply {
    var ask = Ask(.post, path)
    ask.headers[.accept] = "text/html"
    ask.headers[.origin] = origin
    ask.headers[.contentType] = "application/x-www-form-urlencoded"
    let pairs = fields.map { "\(Browser.encode($0))=\(Browser.encode($1))" }
    ask.body = Array(pairs.joined(separator: "&").utf8)
    return try await site.sendPage(ask)
  }

  private func invitation() async throws -> String {
    let invited = try await site.desk.invite(
      AddAgent(name: .init("Cleo"), email: .init("cleo@anemone.example")),
      address: "",
      as: site.world.amina
    )
    return invited.link
  }

  @Test func `an invitation leads to the desk`() async throws {
    let path = try await invitation()
    let page = try await open(path)
    #expect(page.status == 200 && page.text.contains("cleo@anemone.example"))
    #expect(page.headers[.referrerPolicy] == "no-referrer")
    let short = try await submit(path, ["password": "short"])
    #expect(short.status == 422 && short.faultyFields == ["password"])
    let done = try await submit(path, ["password": "long enough"])
    #expect(done.status == 303 && done.location == "/desk")
    let cookie = try #require(done.headers[.setCookie])
    #expect(cookie.contains("rapport_session=session_") && cookie.contains("HttpOnly"))
    #expect(try await open(path).status == 410)
    #expect(try await submit(path, ["password": "long enough"]).status == 410)
  }

  @Test(arguments: ["/invitation/nothing", "/password/reset/nothing", "/password/reset/a_b_c"])
  func `what never was a link looks like one that is over`(path: String) async throws {
    let page = try await open(path)
    #expect(page.status == 410)
    #expect(page.text.contains("This link was used already, or has run out."))
  }

  @Test func `whoever asks is told the same`() async throws {
    let known = try await submit("/password/forgot", ["email": "ben@anemone.example"])
    let unknown = try await submit("/password/forgot", ["email": "nobody@anemone.example"])
    #expect(known.status == 200 && known.bytes == unknown.bytes)
  }

  @Test func `a form of another site is refused`() async throws {
    let form = ["email": "ben@anemone.example"]
    let refused = try await submit("/password/forgot", form, origin: "https://evil.example")
    #expect(refused.status == 403)
  }

  @Test func `who asks too often is held up`() async throws {
    for _ in 1...10 {
      #expect(try await submit("/password/forgot", ["email": "a@b.example"]).status == 200)
    }
    #expect(try await submit("/password/forgot", ["email": "a@b.example"]).status == 429)
  }

  @Test func `the sign-in page leads there`() async throws {
    let page = try await open("/sign-in", language: "el")
    #expect(page.text.contains("<a href=\"/password/forgot\">Ξεχάσατε τον κωδικό;</a>"))
  }

  @Test func `an administrator invites, and hands the link over`() async throws {
    let browser = try await Browser(site: site)
    let form = ["inviteName": "Dora", "inviteEmail": "dora@anemone.example"]
    let page = try await browser.submit("/settings/agents/invitations", form)
    #expect(page.status == 200)
    let link = try #require(page.text.firstMatch(of: /http:\/\/localhost(\/invitation\/[^<]+)</))
    #expect(try await open(String(link.output.1)).status == 200)
  }

  @Test func `the API gives the link once`() async throws {
    let json = #"{"name":"Dora","email":"dora@anemone.example"}"#
    let first = try await site.post("/invitations", json, key: "k")
    #expect(first["link"]?.text?.hasPrefix("http://localhost/invitation/") == true)
    #expect(first["isMailed"] == .bool(false))
    let again = try await site.post("/invitations", json, key: "k")
    #expect(again["link"] == nil && again["agent"] == first["agent"])
  }

  @Test(arguments: Language.allCases)
  func `the pages are as recorded`(language: Language) async throws {
    let agent = try await site.desk.answer(CurrentAgent(), as: site.world.amina)
    let link = AccessLink(kind: .invitation, agent: agent, account: "<Anemone>")
    let states: [(String, AccessPage.State)] = [
      ("asking", .asking(fault: nil)), ("asked", .asked),
      ("choosing", .choosing(link, path: "/invitation/s", fault: "?")), ("over", .over("Over.")),
    ]
    for (name, state) in states {
      try expectSnapshot(
        AccessPage(language: language, state: state).html.markup + "\n",
        named: "access-\(name).\(language.rawValue).html"
      )
    }
  }
}
