import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// The page at the root, in every language and either direction.
@Suite struct StartPageTests {
  @Test(arguments: Language.allCases)
  func `it is as recorded`(language: Language) async throws {
    let harness = try await SiteHarness()
    var ask = Ask(.get, "/")
    ask.headers[.acceptLanguage] = language.rawValue
    let page = try await harness.send(ask)
    #expect(page.status == 200 && page.type == "text/html")
    let base = try Assets().base
    let text = page.text.replacing(base, with: "/assets")
    try expectSnapshot(text + "\n", named: "start.\(language.rawValue).html")
  }

  @Test func `before anybody works here, it says how to begin`() {
    let page = StartPage(language: .english, address: "https://desk.example", isSetUp: false)
    #expect(page.html.markup.contains("one-time link"))
    #expect(page.html.markup.contains("bin/rapport admin create"))
    #expect(!page.html.markup.contains("/sign-in"))
  }

  @Test(arguments: [
    (Site.Surroundings(), "http://localhost/"),
    (Site.Surroundings(isEncrypted: true), "https://localhost/"),
    (Site.Surroundings(publicAddress: "https://desk.example"), "https://desk.example/"),
    (Site.Surroundings(publicAddress: "https://desk.example/"), "https://desk.example/"),
    (
      Site.Surroundings(publicAddress: "https://x/\"><script>"),
      "https://x/&quot;&gt;&lt;script&gt;/"
    ),
  ])
  func `it names the address under which it is reached`(
    surroundings: Site.Surroundings,
    address: String
  ) async throws {
    let page = try await SiteHarness(surroundings: surroundings).send(Ask(.get, "/"))
    #expect(page.text.contains("curl \(address)api/v1/conversations"))
  }

  @Test func `it brings its style along and nothing from elsewhere`() async throws {
    let harness = try await SiteHarness()
    let page = try await harness.send(Ask(.get, "/"))
    let addresses = page.text.matches(of: /(?:href|src)="([^"]*)"/).map { String($0.output.1) }
    let styles = addresses.filter { $0.hasSuffix(".css") }
    #expect(styles.count >= 4 && addresses.allSatisfy { $0.hasPrefix("/") })
    for address in styles {
      let style = try await harness.send(Ask(.get, address))
      #expect(style.status == 200 && style.type == "text/css")
      #expect(!style.text.contains("url(") && !style.text.contains("@import"))
    }
  }
}
