import Crypto
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import ServiceDesk
import Storage
import TestSupport
import Testing

@testable import Web

/// The one-time link, from an empty database to the signed-in owner.
@Suite struct SetupTests {
  private let desk: Desk
  private let link: SetupLink
  private let application: Application<RouterResponder<WebContext>>
  private let path: String

  init() async throws {
    let database = try await TestDatabase.migrated()
    let clock = TestClock()
    desk = Desk(
      database: database,
      blobs: DatabaseBlobStore(database: database),
      ids: IDSource(
        node: 0,
        floor: Timestamp(milliseconds: 0),
        validUntil: Timestamp(milliseconds: .max),
        now: { clock.now }
      ),
      secrets: SecretBox(key: SymmetricKey(size: .bits256)),
      now: { clock.now }
    )
    link = SetupLink(isNeeded: true)
    let site = try Site(desk: desk, tail: await .ended(database), setup: link)
    application = Application(router: site.router, logger: SiteHarness.logger)
    path = try #require(link.path)
  }

  private static let form =
    "account=Caf%C3%A9&name=Maria&email=maria%40example.com&password=correct+horse"

  private func send(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ form: String? = nil,
    cookie: String? = nil
  ) async throws -> Reply {
    var headers: HTTPFields = [.acceptLanguage: "en", .accept: "text/html"]
    headers[.cookie] = cookie
    return try await application.test(.router) { [headers] client in
      let response = try await client.executeRequest(
        uri: path,
        method: method,
        headers: headers,
        body: form.map { ByteBuffer(string: $0) }
      )
      return Reply(
        status: response.status.code,
        headers: response.headers,
        bytes: Array(response.body.readableBytesView)
      )
    }
  }

  @Test func `the owner comes in, and finds a conversation and the chat`() async throws {
    let made = try await send(.post, path, Self.form)
    #expect(made.status == 200)
    let cookie = try #require(
      made.headers[.setCookie]?.split(separator: ";").first.map(String.init)
    )

    let welcome = try await send(.get, "/desk/welcome", cookie: cookie)
    #expect(welcome.status == 200)
    #expect(welcome.text.contains("/widget.js&quot; data-inbox=&quot;inbox_"))
    let link = try #require(
      welcome.text.firstMatch(of: /"(\/desk\/conversations\/[0-9]+)\?view=unassigned"/)
    )
    let conversation = try await send(.get, String(link.output.1), cookie: cookie)
    #expect(conversation.status == 200 && conversation.text.contains("Nora Lindqvist"))
    #expect(try await Doctor(desk: desk).examine().allSatisfy { $0.holds })
  }

  @Test func `the token is shown once, and the link is spent`() async throws {
    let made = try await send(.post, path, Self.form)
    let token = try #require(made.text.firstMatch(of: /<code>(rapport_[^<]+)<\/code>/)).output.1
    #expect(TokenSecret(String(token)) != nil)
    #expect(made.headers[.cacheControl] == "no-store")
    #expect(link.path == nil)
    #expect(try await send(.get, path).status == 404)
    #expect(try await send(.post, path, Self.form).status == 404)
  }

  @Test(arguments: [
    ("account=&name=Maria&email=m%40example.com&password=correct+horse", "account"),
    ("account=A&name=&email=m%40example.com&password=correct+horse", "name"),
    ("account=A&name=Maria&email=m&password=correct+horse", "email"),
    ("account=A&name=Maria&email=m%40example.com&password=short", "password"),
  ])
  func `a fault stands beside its field, and nothing is made`(
    form: String,
    field: String
  ) async throws {
    let refused = try await send(.post, path, form)
    #expect(refused.status == 422)
    let faulty = refused.text.matches(of: /faulty" data-field="([a-z]+)"/).map { $0.output.1 }
    #expect(faulty == [field[...]])
    #expect(try await !desk.hasAccounts())
    #expect(try await send(.get, path).status == 200)
  }

  @Test(arguments: Language.allCases)
  func `the page is as recorded`(language: Language) throws {
    let page = SetupPage(
      language: language,
      path: "/setup/secret",
      state: .asking(.init(account: "Café <&>", faultyField: "name", fault: "?"))
    )
    try expectSnapshot(page.html.markup + "\n", named: "setup.\(language.rawValue).html")
  }
}
