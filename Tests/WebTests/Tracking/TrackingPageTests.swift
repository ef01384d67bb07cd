import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import ServiceDesk
@testable import Web

@Suite struct TrackingPageTests {
  private let site: SiteHarness
  private let link: TrackingLink

  init() async throws {
    site = try await SiteHarness()
    let conversation = site.world.anemone.conversation
    link = try await site.world.database.write { [world = site.world] transaction in
      let work = Work(
        transaction: transaction,
        viewer: .system(of: world.anemone.account),
        now: world.clock.now,
        ids: world.desk.ids
      )
      return try work.trackingLink(to: conversation)
    }
  }

  private var path: String { TrackingRoutes.path(to: link) }

  private func open(_ path: String? = nil, language: String = "en") async throws -> Reply {
    var ask = Ask(.get, path ?? self.path)
    ask.headers = [.accept: "text/html", .acceptLanguage: language]
    return try await site.sendPage(ask)
  }

  private func write(_ text: String, origin: String? = nil) async throws -> Reply {
    var ask = Ask(.post, path)
    ask.headers = [.accept: "text/html", .acceptLanguage: "en"]
    ask.headers[.origin] = origin
    ask.body = Array("key=a-key&text=\(Browser.encode(text))".utf8)
    return try await site.sendPage(ask)
  }

  @Test func `a customer sees how it stands, and writes on`() async throws {
    let page = try await open()
    #expect(page.status == 200 && page.headers[.referrerPolicy] == "no-referrer")
    #expect(page.text.contains("Where is my parcel?") && page.text.contains("It is our turn."))
    let written = try await write("It is <here>.")
    #expect(written.status == 303 && written.location == "\(path)#write")
    #expect(try await write("It is <here>.").status == 303)
    #expect(try await open().text.ranges(of: "It is &lt;here&gt;.").count == 1)
  }

  @Test func `what cannot be taken is said, and not lost`() async throws {
    let empty = try await write("  ")
    #expect(empty.status == 422 && empty.text.contains("aria-invalid"))
    let long = try await write(String(repeating: "a", count: 100_001))
    #expect(long.status == 422 && long.text.contains("aaaa"))
  }

  @Test func `a form of another page is refused`() async throws {
    #expect(try await write("Hello", origin: "https://elsewhere.example").status == 403)
  }

  @Test func `what is no link says so`() async throws {
    for path in ["/requests/1.2.3", "/requests/hello"] {
      let page = try await open(path)
      #expect(page.status == 404 && page.text.contains("There is no such request"))
    }
  }

  @Test(arguments: Language.allCases)
  func `the page is as recorded`(language: Language) async throws {
    let text = try await open(language: language.rawValue).text
      .replacing(link.text, with: "LINK")
      .replacing(/name="key" value="[^"]+"/, with: "name=\"key\" value=\"KEY\"")
      .replacing(/message-[0-9]+/, with: "message-1")
      .replacing(/assets\/[0-9a-f]+\//, with: "assets/HASH/")
    try expectSnapshot(text + "\n", named: "tracking.\(language.rawValue).html")
  }
}
