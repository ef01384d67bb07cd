import HTTPTypes
import ServiceDesk
import TestSupport
import Testing

@testable import Web

/// The chat as a page of its own, in a browser without scripts.
@Suite struct ChatPageTests {
  private let chat: ChatHarness
  private let path: String

  init() async throws {
    chat = try await ChatHarness()
    path = "/chat/\(chat.inbox.key.text)"
  }

  private func open(_ path: String, cookie: String? = nil, language: String = "en") async throws
    -> Reply
  {
    var ask = Ask(.get, path)
    ask.headers = [.accept: "text/html", .acceptLanguage: language]
    ask.headers[.cookie] = cookie
    return try await chat.site.sendPage(ask)
  }

  private func write(
    _ fields: [String: String],
    cookie: String? = nil,
    origin: String? = nil
  ) async throws -> Reply {
    var ask = Ask(.post, path)
    ask.headers = [.accept: "text/html", .acceptLanguage: "en"]
    ask.headers[.cookie] = cookie
    ask.headers[.origin] = origin
    let pairs = fields.map { "\(Browser.encode($0))=\(Browser.encode($1))" }
    ask.body = Array(pairs.joined(separator: "&").utf8)
    return try await chat.site.sendPage(ask)
  }

  private func cookie(_ reply: Reply) throws -> String {
    try #require(reply.headers[.setCookie]?.split(separator: ";").first.map(String.init))
  }

  @Test func `a customer writes, is answered, and finds it all again`() async throws {
    let empty = try await open(path)
    #expect(empty.status == 200 && empty.headers[.setCookie] == nil)
    #expect(empty.text.contains("<form class=\"form\" id=\"write\""))
    #expect(!empty.text.contains("http-equiv=\"refresh\""))

    let written = try await write(["text": "Is it <open>?", "key": "a-key"])
    #expect(written.status == 303 && written.location?.hasPrefix(path) == true)
    let cookie = try cookie(written)
    // A weak line sends it once more.
    #expect(
      try await write(["text": "Is it <open>?", "key": "a-key"], cookie: cookie).status == 303
    )

    let world = chat.site.world
    let open = try await world.desk.answer(ListConversations(), as: world.amina).items
    let conversation = try #require(open.first { $0.channel == .chat })
    #expect(conversation.messageCount == 1)
    _ = try await world.desk.perform(
      ServiceDesk.Reply(
        conversation: conversation.id,
        text: Message.Body("Yes, **until six**.")
      ),
      as: world.amina
    )
    let page = try await self.open(path, cookie: cookie).text
    #expect(page.contains("Is it &lt;open&gt;?"))
    #expect(page.contains("<strong>until six</strong>") && page.contains("Amina"))
    #expect(page.contains("<noscript><meta http-equiv=\"refresh\""))
    #expect(try await !self.open(path).text.contains("until six"))
  }

  @Test func `what is wrong stands beside its field, and nobody is admitted for it`() async throws {
    let before = try await chat.site.happened()
    let refused = try await write(["text": " "])
    #expect(refused.status == 422 && refused.faultyFields == ["text"])
    #expect(try await chat.site.happened() == before)
  }

  @Test func `the form asks who it is where the inbox wants that`() async throws {
    let world = chat.site.world
    _ = try await world.desk.perform(
      ChangeInbox(
        inbox: chat.inbox.id,
        form: InboxForm(when: .before, name: .required, email: .optional)
      ),
      as: world.amina
    )
    #expect(try await open(path).text.contains("data-field=\"email\""))
    let refused = try await write(["text": "Hello", "email": "no address"])
    #expect(refused.faultyFields == ["name", "email"])
    let written = try await write(["text": "Hello", "name": "Nora", "email": ""])
    let page = try await open(path, cookie: try cookie(written)).text
    #expect(page.contains("Hello") && !page.contains("data-field=\"name\""))
  }

  @Test func `another site cannot write in a customer's name`() async throws {
    #expect(try await write(["text": "Hello"], origin: "https://evil.example").status == 403)
  }

  @Test func `the page's own chat is no foreign page, whatever others the inbox allows`()
    async throws
  {
    let body = #"{"inbox":"\#(chat.inbox.key.text)"}"#
    for (origin, status) in [("http://localhost", 201), ("https://evil.example", 403)] {
      #expect(try await chat.ask(.post, "/visitors", body, origin: origin).status == status)
    }
  }

  @Test func `whoever is blocked is told so`() async throws {
    let cookie = try cookie(try await write(["text": "Hello"]))
    let world = chat.site.world
    let open = try await world.desk.answer(ListConversations(), as: world.amina).items
    let customer = try #require(open.first { $0.channel == .chat }).customer.id
    _ = try await world.desk.perform(BlockCustomer(customer: customer), as: world.amina)
    #expect(try await self.open(path, cookie: cookie).status == 403)
    #expect(try await write(["text": "Hello"], cookie: cookie).status == 403)
  }

  @Test func `an address that begins too many chats has to wait`() async throws {
    for _ in 0..<ChatLimits.admissions.burst {
      #expect(try await write(["text": "Hello"]).status == 303)
    }
    let refused = try await write(["text": "Hello"])
    #expect(refused.status == 429 && refused.headers[.retryAfter] != nil)
  }

  @Test func `a cookie of another inbox opens nothing`() async throws {
    let cookie = try cookie(try await write(["text": "A secret"]))
    let world = chat.site.world
    let other = try await world.desk.perform(
      AddInbox(settings: .init(name: Inbox.Name("Other"))),
      as: world.amina
    )
    let page = try await open("/chat/\(other.key.text)", cookie: cookie)
    #expect(page.status == 200 && !page.text.contains("A secret"))
    #expect(try await open("/chat/inbox_1_0").status == 404)
  }

  @Test(arguments: [("#000000", "#ffffff"), ("#ffffff", "#000000"), ("#0b6e5f", "#ffffff")])
  func `words on the colour can be read`(colour: String, words: String) throws {
    let css = ChatPageColour(colour: try Colour(colour)).css
    #expect(css.contains("--inbox: \(colour)") && css.contains("--on-inbox: \(words)"))
  }

  @Test(arguments: Language.allCases)
  func `the page is as recorded`(language: Language) throws {
    let page = ChatPage(
      language: language,
      inbox: chat.inbox,
      isAvailable: false,
      replyMinutes: 240,
      messages: [],
      older: nil,
      form: ChatPage.Form(),
      isAsking: true,
      sendKey: "key"
    )
    let text = page.html.markup.replacing(chat.inbox.key.text, with: "KEY")
    try expectSnapshot(text + "\n", named: "chat.\(language.rawValue).html")
  }
}
