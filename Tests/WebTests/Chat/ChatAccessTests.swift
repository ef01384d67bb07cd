import HTTPTypes
import ServiceDesk
import TestSupport
import Testing
import Web

/// Who may use the chat, from where, and how much.
@Suite struct ChatAccessTests {
  let chat: ChatHarness

  init() async throws { chat = try await ChatHarness() }

  @Test func `a page of the inbox's origins may read the answers`() async throws {
    let token = try await chat.admit()
    for reply in [
      try await chat.ask(.get, "/inboxes/\(chat.inbox.key.text)"),
      try await chat.ask(.get, "/messages", token: token),
      try await chat.ask(.get, "/messages"),
      try await chat.ask(.post, "/messages", #"{"text":7}"#, token: token),
    ] {
      #expect(reply.headers[.accessControlAllowOrigin] == ChatHarness.shop)
      #expect(reply.headers[.vary] == "Origin")
    }
  }

  @Test(arguments: [
    "https://evil.example", "null", "http://shop.example", "https://shop.example:8",
  ])
  func `a page of another origin may not use the chat`(origin: String) async throws {
    let token = try await chat.admit()
    for reply in [
      try await chat.ask(.get, "/inboxes/\(chat.inbox.key.text)", origin: origin),
      try await chat.ask(
        .post,
        "/visitors",
        #"{"inbox":"\#(chat.inbox.key.text)"}"#,
        origin: origin
      ),
      try await chat.ask(.get, "/messages", token: token, origin: origin),
      try await chat.ask(.post, "/messages", #"{"text":"x"}"#, token: token, origin: origin),
    ] {
      #expect(reply.status == 403 && reply.code == "originNotAllowed")
      #expect(reply.headers[.accessControlAllowOrigin] == nil)
      #expect(reply.headers[.vary] == "Origin")
    }
  }

  @Test func `what is no page needs no origin`() async throws {
    let reply = try await chat.ask(.get, "/inboxes/\(chat.inbox.key.text)", origin: nil)
    #expect(reply.status == 200 && reply.headers[.accessControlAllowOrigin] == nil)
  }

  @Test(arguments: ["/messages", "/visitors", "/visitor", "/typing", "/read", "/attachments"])
  func `a browser that asks first is told what it may send`(path: String) async throws {
    let reply = try await chat.ask(.options, path)
    #expect(reply.status == 204)
    #expect(reply.headers[.accessControlAllowOrigin] == ChatHarness.shop)
    let headers = reply.headers[.accessControlAllowHeaders] ?? ""
    #expect(headers.contains("Authorization") && headers.contains("Idempotency-Key"))
    #expect(reply.headers[.accessControlAllowMethods]?.isEmpty == false)
  }

  @Test(arguments: [
    nil, "", "vis_1_x", "vis_0_\(String(repeating: "0", count: 64))",
    "vis_1_\(String(repeating: "0", count: 64))",
  ])
  func `without a visitor's token there is no chat`(token: String?) async throws {
    for (method, path) in [
      (HTTPRequest.Method.get, "/messages"), (.post, "/messages"), (.patch, "/visitor"),
      (.post, "/attachments?name=x"), (.get, "/attachments/1"), (.post, "/typing"), (.put, "/read"),
    ] {
      let reply = try await chat.ask(method, path, "{}", token: token)
      #expect(reply.status == 401 && reply.code == "noVisitor", "\(path)")
    }
  }

  @Test func `a visitor's token opens no API, and an API token no chat`() async throws {
    let token = try await chat.admit()
    #expect(try await chat.site.get("/conversations", token: token).status == 401)
    let api = chat.site.world.anemone.token
    #expect(try await chat.ask(.get, "/messages", token: api).status == 401)
  }

  @Test(arguments: ["x", "inbox_1_\(String(repeating: "0", count: 32))", "%00"])
  func `an unknown inbox is not there`(key: String) async throws {
    let shown = try await chat.ask(.get, "/inboxes/\(key)")
    #expect(shown.status == 404 && shown.code == "noSuchInbox")
    guard key != "%00" else { return }
    let admitted = try await chat.ask(.post, "/visitors", #"{"inbox":"\#(key)"}"#)
    #expect(admitted.status == 404 && admitted.code == "noSuchInbox")
  }

  @Test func `what is not as declared is named`() async throws {
    let token = try await chat.admit()
    let bodies: [(HTTPRequest.Method, String, String, [String])] = [
      (.post, "/visitors", "{}", ["/inbox"]),
      (.post, "/messages", #"{"text":1}"#, ["/text"]),
      (.post, "/messages", #"{"text":"x","attachments":["y"]}"#, ["/attachments/0"]),
      (.post, "/messages", #"{"text":" "}"#, ["/text"]),
      (.patch, "/visitor", #"{"email":"nobody"}"#, ["/email"]),
      (.put, "/read", "{}", ["/message"]),
    ]
    for (method, path, body, pointers) in bodies {
      let reply = try await chat.ask(method, path, body, token: token)
      #expect(reply.status == 422 && reply.pointers == pointers, "\(path) \(body)")
    }
    let other = try await chat.ask(.delete, "/messages", token: token)
    #expect(other.status == 405 && other.headers[.allow] == "GET, POST")
  }

  @Test func `an address admits ten visitors a minute`() async throws {
    for _ in 1...10 { _ = try await chat.admit() }

    let body = #"{"inbox":"\#(chat.inbox.key.text)"}"#
    let refused = try await chat.ask(.post, "/visitors", body)
    #expect(refused.status == 429 && refused.code == "tooManyRequests")
    #expect(refused.headers[.retryAfter] == "6")
    #expect(refused.headers[.accessControlAllowOrigin] == ChatHarness.shop)
    chat.site.world.clock.advance(by: .seconds(6))
    _ = try await chat.admit()
    #expect(try await chat.ask(.post, "/visitors", body).status == 429)
  }

  @Test func `a visitor writes thirty messages a minute, an address four times as many`()
    async throws
  {
    var tokens: [String] = []
    for _ in 1...5 { tokens.append(try await chat.admit()) }
    for token in tokens.prefix(4) {
      for number in 1...30 {
        #expect(try await chat.write("\(number)", token: token).status == 201)
      }
    }
    #expect(try await chat.write("One more", token: tokens[0]).status == 429)
    #expect(try await chat.write("From next door", token: tokens[4]).status == 429)
    chat.site.world.clock.advance(by: .seconds(60))
    #expect(try await chat.write("One more", token: tokens[0]).status == 201)
  }
}
