import HTTPTypes
import TestSupport
import Testing
import Web

/// The page at the root, in every language and either direction.
@Suite struct StartPageTests {
  @Test(arguments: ["en", "fa", "el"])
  func `it is as recorded`(language: String) async throws {
    var ask = Ask(.get, "/")
    ask.headers[.acceptLanguage] = language
    let page = try await SiteHarness().send(ask)
    #expect(page.status == 200 && page.type == "text/html")
    try expectSnapshot(page.text + "\n", named: "start.\(language).html")
  }

  @Test(arguments: [
    (Site.Surroundings(), "http://localhost/"),
    (Site.Surroundings(isEncrypted: true), "https://localhost/"),
    (Site.Surroundings(publicAddress: "https://desk.example"), "https://desk.example/"),
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
    let style = try await harness.send(Ask(.get, "/assets/start.css"))
    #expect(page.text.contains(#"href="/assets/start.css""#))
    #expect(style.status == 200 && style.type == "text/css")
    for text in [page.text, style.text] {
      #expect(!text.contains("src=") && !text.contains("url(") && !text.contains("@import"))
    }
  }
}
