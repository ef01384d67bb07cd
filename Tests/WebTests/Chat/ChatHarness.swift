import HTTPTypes
import ServiceDesk
import TestSupport
import Testing
import Web

/// The chat of an inbox at Anemone that one shop's pages may use.
struct ChatHarness {
  static let shop = "https://shop.example"

  let site: SiteHarness
  let inbox: Inbox

  init() async throws {
    site = try await SiteHarness()
    inbox = try await site.desk.perform(
      AddInbox(
        settings: .init(
          name: Inbox.Name("Shop"),
          origins: OriginList([Origin(Self.shop)]),
          greeting: Inbox.Greeting("Hello!")
        )
      ),
      as: site.world.amina
    )
  }

  /// Asks below `/widget/v1`, from a page of the shop unless it says otherwise.
  func ask(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ json: String? = nil,
    token: String? = nil,
    key: String? = nil,
    origin: String? = shop
  ) async throws -> Reply {
    var ask = Ask(method, ChatRoutes.root + path, token: token)
    if let json { ask.setJSON(json) }
    ask.headers[.idempotencyKey] = key
    ask.headers[.origin] = origin
    return try await site.send(ask)
  }

  /// A new visitor's token.
  func admit() async throws -> String {
    let body = #"{"inbox":"\#(inbox.key.text)","language":"el","page":"https://shop.example/"}"#
    let reply = try await ask(.post, "/visitors", body)
    return try #require(reply["token"]?.text)
  }

  @discardableResult
  func write(_ text: String, token: String, key: String? = nil) async throws -> Reply {
    try await ask(.post, "/messages", #"{"text":"\#(text)"}"#, token: token, key: key)
  }
}
