import HTTPTypes
import ServiceDesk
import Storage
import TestSupport
import Testing

@testable import Web

/// The desk's pages and fragments as a browser gets them, over a real database.
@Suite struct DeskPageTests {
  private let browser: Browser
  private var world: DeskHarness { browser.site.world }
  private var maria: ID<Conversation> { world.anemone.conversation }

  init() async throws { browser = try await Browser() }

  @Test func `who is not signed in is sent to sign in, and a script is told`() async throws {
    for path in ["/desk", "/desk/views/all", "/desk/conversations/\(maria)?view=all"] {
      var ask = Ask(.get, path)
      ask.headers[.accept] = "text/html"
      let page = try await browser.site.sendPage(ask)
      #expect(page.status == 303)
      #expect(page.headers[.location]?.hasPrefix("/sign-in?next=/desk") == true)
      ask.headers[.accept] = "application/json"
      let script = try await browser.site.sendPage(ask)
      #expect(script.status == 401 && script.code == "notSignedIn")
    }
  }

  @Test(arguments: ["mine", "unassigned", "all", "waiting", "snoozed", "resolved", "spam"])
  func `each view is a page, and shows what its counter counts`(view: String) async throws {
    let page = try await browser.open("/desk/views/\(view)")
    #expect(page.status == 200)
    #expect(page.text.contains("<a href=\"/desk/views/\(view)\""))
    let rows = page.text.matches(of: /<li class="row"/).count
    let counter = page.text.firstMatch(
      of: /aria-current="page">.*?data-count="[^"]*"[^>]*>([0-9]+)</
    )
    #expect(counter.flatMap { Int($0.output.1) } == rows)
  }

  @Test func `a view that is not there is no page`() async throws {
    for path in ["/desk/views/nobody", "/desk/views/team-x", "/desk/conversations/1?view=open"] {
      #expect(try await browser.open(path).status == 404)
    }
  }

  @Test func `a conversation stands beside its list, with its messages and its customer`()
    async throws
  {
    let page = try await browser.open("/desk/conversations/\(maria)?view=all")
    #expect(page.status == 200)
    #expect(page.text.contains("id=\"row-\(maria)\""))
    #expect(page.text.contains("<section id=\"conversation\" data-id=\"\(maria)\""))
    #expect(page.text.matches(of: /<article class="message/).count == 1)
    #expect(page.text.contains("maria@"))
  }

  @Test func `what people wrote is never markup`() async throws {
    let hostile = "<script>alert(1)</script>\"'&"
    _ = try await world.desk.perform(
      OpenConversation(
        customer: CustomerHandle(name: .init(hostile)),
        subject: .init(hostile),
        text: .init(hostile)
      ),
      as: world.amina
    )
    let conversation = try await newest()
    for path in ["/desk/views/all", "/desk/conversations/\(conversation)", "/desk/search?q=alert"] {
      let page = try await browser.open(path).text
      #expect(!page.contains("<script>alert") && page.contains("&lt;script&gt;"), "\(path)")
    }
  }

  @Test func `a long list is read in windows that lead on`() async throws {
    for number in 1...60 {
      _ = try await world.desk.perform(
        OpenConversation(
          customer: CustomerHandle(name: .init("Customer \(number)")),
          text: .init("Parcel \(number)?")
        ),
        as: world.amina
      )
    }
    var seen: [String] = []
    var path: String? = "/desk/views/all"
    while let next = path {
      let page = try await browser.open(next).text
      seen += page.matches(of: /id="row-([0-9]+)"/).map { String($0.output.1) }
      path = page.firstMatch(of: /data-next="([^"]+)"/).map { String($0.output.1) }
    }
    #expect(seen.count == 61 && Set(seen).count == 61)
  }

  @Test func `a long conversation opens with its newest window, and leads back`() async throws {
    for number in 1...75 { try await say("word\(number)") }
    let page = try await browser.open("/desk/conversations/\(maria)").text
    var texts = bodies(of: page)
    #expect(texts.count == PaneState.window && texts.last == "word75")
    var path = page.firstMatch(of: /data-next="(\/desk\/conversations[^"]+)"/)
      .map { String($0.output.1) }
    while let next = path {
      let older = try await browser.open(next).text
      texts = bodies(of: older) + texts
      path = older.firstMatch(of: /data-next="([^"]+)"/).map { String($0.output.1) }
    }
    #expect(texts.suffix(75) == (1...75).map { "word\($0)" })
    #expect(texts.count == 76)
  }

  @Test func `the news are what came after a message, with the head and the panel`() async throws {
    let last = try await lastMessage()
    try await say("Anybody there?")
    let news = try await browser.open("/desk/conversations/\(maria)/news?after=\(last)")
    #expect(bodies(of: news.text) == ["Anybody there?"])
    for part in ["data-replace=\"conversation-head\"", "data-replace=\"panel\""] {
      #expect(news.text.contains(part))
    }
  }

  @Test func `the reply that the customer read last says so, here and in the news`() async throws {
    let reply = try await world.desk.perform(
      ServiceDesk.Reply(conversation: maria, text: .init("It is on its way.")),
      as: world.amina
    )
    let unread = try await browser.open("/desk/conversations/\(maria)").text
    #expect(!unread.contains("class=\"seen\""))
    let news = try await browser.open(
      "/desk/conversations/\(maria)/news?after=\(reply.id)&seen=\(reply.id)"
    ).text
    #expect(bodies(of: news) == ["It is on its way."] && news.contains("class=\"seen\""))
  }

  @Test(arguments: Language.allCases)
  func `a page is in the browser's language and direction`(language: Language) async throws {
    let page = try await browser.open("/desk/views/all", language: language.rawValue).text
    #expect(
      page.contains("<html lang=\"\(language.rawValue)\" dir=\"\(language.direction)\"")
    )
    #expect(page.contains(language.desk.views.unassigned))
  }

  @Test(arguments: [Language.english, .persian])
  func `a conversation's page is as recorded`(language: Language) async throws {
    let page = try await browser.open(
      "/desk/conversations/\(maria)?view=all",
      language: language.rawValue
    ).text
    // What differs from run to run: tokens, keys and the contents of style sheets; and on
    // PostgreSQL events have their positions a moment later.
    let steady = page.replacing(/[0-9a-f]{64}|[0-9a-f-]{36}|\/assets\/[0-9a-f]{12}/, with: "…")
      .replacing(/data-position="[0-9]+"/, with: "data-position=\"…\"")
    try expectSnapshot(steady, named: "conversation-\(language.rawValue).html")
  }

  // MARK: Helpers

  private func say(_ text: String) async throws {
    _ = try await world.desk.perform(
      ContinueConversation(conversation: maria, text: .init(text)),
      as: world.amina
    )
  }

  private func newest() async throws -> ID<Conversation> {
    let page = try await world.desk.answer(ListConversations(), as: world.amina)
    return try #require(page.items.first).id
  }

  private func lastMessage() async throws -> ID<Message> {
    let page = try await world.desk.answer(
      LatestMessages(conversation: maria, window: Window(limit: 1)),
      as: world.amina
    )
    return try #require(page.items.last).id
  }

  /// The texts of the messages that a page shows, in order.
  private func bodies(of page: String) -> [String] {
    page.replacing(/<\/?mark>/, with: "")
      .matches(of: /<div class="body" dir="auto"><p[^>]*>([^<]*)<\/p>/).map {
        String($0.output.1)
      }
  }
}
