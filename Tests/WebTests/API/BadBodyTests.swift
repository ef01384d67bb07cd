import HTTPTypes
import ServiceDesk
import TestSupport
import Testing
import Web

/// A body that is not as declared gets its own clear problem, and nothing changes.
@Suite struct BadBodyTests {
  let harness: SiteHarness

  init() async throws { harness = try await SiteHarness() }

  @Test(arguments: [
    Refusal("empty", malformed: ""),
    Refusal("blank", malformed: " \n"),
    Refusal("cut off", malformed: #"{"customer":{"name":"N"},"text":"Hi""#),
    Refusal("two values", malformed: "{} {}"),
    Refusal("a trailing comma", malformed: #"{"text":"Hi",}"#),
    Refusal("single quotes", malformed: "{'text':'Hi'}"),
    Refusal("a comment", malformed: #"{"text":"Hi"} // no"#),
    Refusal("a bare word", malformed: "text"),
    Refusal("not a number", malformed: "NaN"),
    Refusal("a number beyond all", malformed: #"{"text":1e999}"#),
    Refusal("a leading zero", malformed: #"{"text":01}"#),
    Refusal("a raw control character", malformed: "{\"text\":\"a\u{1}b\"}"),
    Refusal("a lone high surrogate", malformed: #"{"text":"a\ud83d"}"#),
    Refusal("a lone low surrogate", malformed: #"{"text":"\ude00a"}"#),
    Refusal("swapped surrogates", malformed: #"{"text":"\ude00\ud83d"}"#),
    Refusal("an unknown escape", malformed: #"{"text":"\x41"}"#),
    Refusal(
      "broken UTF-8",
      malformed: Array(#"{"text":""#.utf8) + [0xFF, 0xFE] + Array("\"}".utf8)
    ),
    Refusal(
      "overlong UTF-8",
      malformed: Array(#"{"text":""#.utf8) + [0xC0, 0xAF] + Array("\"}".utf8)
    ),
    Refusal(
      "a surrogate in UTF-8",
      malformed: Array("\"".utf8) + [0xED, 0xA0, 0x80] + Array("\"".utf8)
    ),
    Refusal("cut UTF-8", malformed: Array("\"".utf8) + [0xE2, 0x82] + Array("\"".utf8)),
    Refusal("deep nesting", malformed: String(repeating: "[", count: 100_000)),
    Refusal(
      "deep, closed nesting",
      malformed: String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
    ),
  ])
  func `what is no JSON is refused`(refusal: Refusal) async throws {
    try await expect(refusal, at: "/conversations")
  }

  @Test(arguments: [
    Refusal("null", "null", at: ""),
    Refusal("a list", "[]", at: ""),
    Refusal("a text", #""Hi""#, at: ""),
    Refusal("nested as deep as is read", deep(levels: 400), at: "/text"),
    Refusal("nothing in it", "{}", at: "/customer", "/text"),
    Refusal("no customer", #"{"text":"Hi"}"#, at: "/customer"),
    Refusal("no text", #"{"customer":{"name":"N"}}"#, at: "/text"),
    Refusal("an unknown member", body(#""text":"Hi","colour":"red""#), at: "/colour"),
    Refusal("a name to be escaped", body(#""text":"Hi","a/b~c":1"#), at: "/a~1b~0c"),
    Refusal("a number for a text", body(#""text":1"#), at: "/text"),
    Refusal("null for a text", body(#""text":null"#), at: "/text"),
    Refusal("a list for a text", body(#""text":["Hi"]"#), at: "/text"),
    Refusal("an object for a text", body(#""text":{}"#), at: "/text"),
    Refusal("a flag for a text", body(#""text":true"#), at: "/text"),
    Refusal("an empty text", body(#""text":"""#), at: "/text"),
    Refusal("a blank text", body(#""text":" \n\t\u00a0\u3000""#), at: "/text"),
    Refusal("NUL within", body(#""text":"a\u0000b""#), at: "/text"),
    Refusal("a text for a customer", #"{"customer":"N","text":"Hi"}"#, at: "/customer"),
    Refusal("nobody", #"{"customer":{},"text":"Hi"}"#, at: "/customer"),
    Refusal("an ill id", #"{"customer":{"id":"x"},"text":"Hi"}"#, at: "/customer/id"),
    Refusal("a number for an id", #"{"customer":{"id":17},"text":"Hi"}"#, at: "/customer/id"),
    Refusal("a blank name", #"{"customer":{"name":" "},"text":"Hi"}"#, at: "/customer/name"),
    Refusal("an unknown channel", body(#""text":"Hi","channel":"fax""#), at: "/channel"),
    Refusal("a blank subject", body(#""text":"Hi","subject":"""#), at: "/subject"),
    Refusal("files that are no list", body(#""text":"Hi","attachments":{}"#), at: "/attachments"),
    Refusal("an ill file", body(#""text":"Hi","attachments":["1",2]"#), at: "/attachments/1"),
    Refusal("two faults", body(#""text":"","channel":7"#), at: "/text", "/channel"),
  ])
  func `what is not as declared is refused`(refusal: Refusal) async throws {
    try await expect(refusal, at: "/conversations")
  }

  @Test(arguments: [
    Refusal("an ill address", #"{"customer":{"email":"a@@b"},"text":"Hi"}"#, at: "/customer/email")
      .coded("malformedEmailAddress"),
    Refusal("an ill number", #"{"customer":{"phone":"12"},"text":"Hi"}"#, at: "/customer/phone")
      .coded("malformedPhoneNumber"),
  ])
  func `what the desk does not take is refused`(refusal: Refusal) async throws {
    try await expect(refusal, at: "/conversations")
  }

  @Test(arguments: [
    ("/agents", #"{"name":"","email":" "}"#, ["/name", "/email"]),
    ("/teams", #"{"name":[]}"#, ["/name"]),
    ("/labels", #"{"name":null}"#, ["/name"]),
    ("/tokens", #"{"name":"T","scopes":["root"]}"#, ["/scopes/0"]),
    ("/tokens", #"{"name":"T","scopes":"read"}"#, ["/scopes"]),
    ("/messages", #"{"customer":{"name":"N"},"text":"Hi"}"#, ["/channel"]),
  ])
  func `every resource says what is wrong`(path: String, body: String, pointers: [String])
    async throws
  {
    let reply = try await harness.post(path, body)
    #expect(reply.status == 422 && reply.pointers == pointers)
    let details = reply["errors"]?.items?.compactMap { $0["detail"]?.text } ?? []
    #expect(details.count == pointers.count && details.allSatisfy { $0.contains("needed") })
  }

  @Test(arguments: [
    ("assignment", #"{}"#, "invalidBody"),
    ("assignment", #"{"agent":"1","team":"1"}"#, "invalidBody"),
    ("snooze", #"{"until":"tomorrow"}"#, "invalidBody"),
    ("snooze", #"{"until":"2027-02-30T10:00:00Z"}"#, "invalidBody"),
    ("snooze", #"{"until":"2027-01-15T08:00:00Z"}"#, "snoozeTimeOutOfRange"),
    ("snooze", #"{"until":"2029-01-15T08:00:00Z"}"#, "snoozeTimeOutOfRange"),
    ("snooze", #"{"until":"9999-12-31T23:59:59Z"}"#, "snoozeTimeOutOfRange"),
  ])
  func `a state is refused as clearly`(state: String, body: String, code: String) async throws {
    let before = try await harness.happened()
    let path = "/conversations/\(harness.world.anemone.conversation)/\(state)"
    let reply = try await harness.api(.put, path, body)
    #expect(reply.status == 422 && reply.code == code)
    #expect(try await harness.happened() == before)
  }

  @Test(arguments: [
    ("attributes", String(repeating: "x", count: 1_000), true),
    ("attributes", String(repeating: "x", count: 1_001), false),
    ("subject", String(repeating: "😀", count: 250), true),
    ("subject", String(repeating: "😀", count: 251), false),
  ])
  func `short texts have their limit`(member: String, text: String, fits: Bool) async throws {
    let value = member == "attributes" ? #"{"a":"\#(text)"}"# : #""\#(text)""#
    let reply = try await harness.api(
      .patch,
      "/conversations/\(harness.world.anemone.conversation)",
      #"{"\#(member)":\#(value)}"#
    )
    #expect(reply.status == (fits ? 200 : 422))
  }

  @Test(arguments: [#"{"a":"b\u0000"}"#, #"{"":1}"#, #"{"a\u0000":1}"#, #"{"a":null,"b":[]}"#])
  func `ill attributes are refused`(attributes: String) async throws {
    for path in ["conversations/\(harness.world.anemone.conversation)", "customers/\(maria)"] {
      let reply = try await harness.api(.patch, "/\(path)", #"{"attributes":\#(attributes)}"#)
      #expect(reply.status == 422 && reply.code == "invalidBody")
    }
  }

  @Test func `a record has at most 50 attributes`() async throws {
    func set(_ range: ClosedRange<Int>) async throws -> Reply {
      let members = range.map { #""a\#($0)":\#($0)"# }.joined(separator: ",")
      return try await harness.api(
        .patch,
        "/customers/\(maria)",
        #"{"attributes":{\#(members)}}"#
      )
    }
    #expect(try await set(1...51).code == "invalidBody")
    #expect(try await set(1...50).status == 200)
    #expect(try await set(51...51).code == "tooManyAttributes")
  }

  @Test(arguments: ["x", "é", "😀", "\u{10FFFF}"])
  func `a message has at most 100,000 characters`(character: String) async throws {
    let most = String(repeating: character, count: 100_000)
    let taken = try await harness.post("/conversations", Self.body(#""text":"\#(most)""#))
    #expect(taken.status == 201)
    let id = try #require(taken["id"]?.text)
    #expect(try await harness.get("/conversations/\(id)/messages").items[0]["text"]?.text == most)

    let before = try await harness.happened()
    let refused = try await harness.post("/conversations", Self.body(#""text":"x\#(most)""#))
    #expect(refused.status == 422 && refused.pointers == ["/text"])
    #expect(try await harness.happened() == before)
  }

  @Test func `a message of the most characters may be escaped throughout`() async throws {
    let text = String(repeating: #"\ud83d\ude00"#, count: 100_000)
    #expect(
      try await harness.post("/conversations", Self.body(#""text":"\#(text)""#)).status == 201
    )
  }

  @Test func `a body has a bound`() async throws {
    let before = try await harness.happened()
    let space = String(repeating: " ", count: 2_097_152 - 2)
    #expect(try await harness.post("/conversations", "{}\(space)").status == 422)
    let reply = try await harness.post("/conversations", "{}\(space) ")
    #expect(reply.status == 413 && reply.code == "bodyTooLarge")
    #expect(try await harness.happened() == before)
  }

  @Test func `many faults are cut short, and long names too`() async throws {
    let names = (0..<100).map { #""\#($0)\#(String(repeating: "n", count: 5_000))":1"# }
    let reply = try await harness.post("/conversations", "{\(names.joined(separator: ","))}")
    #expect(reply.status == 422 && reply.pointers.count == 20)
    let attributes = #"{"attributes":{\#(names.joined(separator: ","))}}"#
    #expect(try await harness.api(.patch, "/customers/\(maria)", attributes).status == 422)
  }

  @Test(arguments: [
    nil, "", "text/plain", "application/jsonp", "application/x-www-form-urlencoded",
  ])
  func `another content type is refused`(type: String?) async throws {
    var ask = Ask(.post, "/api/v1/labels", token: harness.world.anemone.token)
    ask.setJSON(#"{"name":"late"}"#)
    ask.headers[.contentType] = type
    let reply = try await harness.send(ask)
    #expect(reply.status == 415 && reply.code == "wrongContentType")
    #expect(try await harness.get("/labels").ids == [])
  }

  @Test func `JSON may say its charset`() async throws {
    var ask = Ask(.post, "/api/v1/labels", token: harness.world.anemone.token)
    ask.setJSON(#"{"name":"late"}"#)
    ask.headers[.contentType] = "Application/JSON ; charset=utf-8"
    #expect(try await harness.send(ask).status == 201)
  }

  @Test func `a body is ignored where none is taken`() async throws {
    var ask = Ask(.delete, "/api/v1/conversations/1/spam", token: harness.world.anemone.token)
    ask.setJSON("{}")
    #expect(try await harness.send(ask).code == "noSuchConversation")
  }

  private var maria: String { harness.world.anemone.customer.description }

  private func expect(_ refusal: Refusal, at path: String) async throws {
    let before = try await harness.happened()
    var ask = Ask(.post, Operation.root + path, token: harness.world.anemone.token)
    ask.body = refusal.body
    ask.headers[.contentType] = "application/json"
    let reply = try await harness.send(ask)
    #expect(reply.status == refusal.status && reply.code == refusal.code)
    #expect(reply.pointers == refusal.pointers)
    #expect(try await harness.happened() == before)
  }

  private static func body(_ rest: String) -> String { #"{"customer":{"name":"N"},\#(rest)}"# }

  private static func deep(levels: Int) -> String {
    let text = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    return body(#""text":\#(text)"#)
  }
}

extension Refusal {
  fileprivate func coded(_ code: String) -> Refusal {
    var refusal = self
    refusal.code = code
    return refusal
  }
}
