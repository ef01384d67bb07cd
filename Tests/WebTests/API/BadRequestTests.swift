import HTTPTypes
import ServiceDesk
import TestSupport
import Testing
import Web

/// Addresses, methods, parameters and keys that are not as declared.
@Suite struct BadRequestTests {
  let harness: SiteHarness

  init() async throws { harness = try await SiteHarness() }

  @Test(arguments: [
    ("colour=red", ["colour"]), ("limit=0", ["limit"]), ("limit=201", ["limit"]),
    ("limit=-1", ["limit"]), ("limit=x", ["limit"]), ("limit=", ["limit"]),
    ("limit=1.5", ["limit"]), ("limit=99999999999999999999", ["limit"]),
    ("limit=5&limit=5", ["limit"]), ("status=done", ["status"]), ("status=open,", ["status"]),
    ("status=x", ["status"]), ("sort=name", ["sort"]), ("view=yours", ["view"]),
    ("owner=you", ["owner"]), ("owner=0", ["owner"]), ("team=-5", ["team"]), ("team=%00", ["team"]),
    ("customer=1e5", ["customer"]), ("label=%20", ["label"]), ("label=a%00b", ["label"]),
    ("cursor=", ["cursor"]), ("limit=0&colour=red&team=x", ["limit", "colour", "team"]),
    ("%FF=1", ["%FF"]), ("=", [""]),
  ])
  func `a parameter that is not as declared is named`(query: String, pointers: [String])
    async throws
  {
    let reply = try await harness.get("/conversations?\(query)")
    #expect(reply.status == 400 && reply.code == "invalidQuery")
    #expect(Set(reply.pointers) == Set(pointers))
  }

  @Test func `a long unknown parameter is cut short`() async throws {
    let name = String(repeating: "e%CC%81", count: 2_000)
    #expect(try await harness.get("/conversations?\(name)=1").status == 400)
  }

  @Test(arguments: [1, 200])
  func `limits hold at both ends`(limit: Int) async throws {
    for list in [
      "conversations", "customers", "agents", "teams", "labels", "tokens", "inboxes", "events",
    ] {
      #expect(try await harness.get("/\(list)?limit=\(limit)").status == 200)
    }
  }

  @Test(arguments: ["/search", "/search?in=messages", "/search?q="])
  func `a search needs words`(path: String) async throws {
    let reply = try await harness.get(path)
    #expect(reply.status == 400 && reply.pointers == ["q"])
  }

  @Test(arguments: [
    "0", "x", "-1", "+1", "1.0", "01", "%00", "%zz", "%ff", "9223372036854775808", "١٢٣",
    "null", "%20", "1%2F2",
  ])
  func `what is no id names nothing`(id: String) async throws {
    for path in ["conversations", "customers", "attachments"] {
      #expect(try await harness.get("/\(path)/\(id)").status == 404, "\(path)")
    }
    #expect(try await harness.api(.delete, "/labels/\(id)").code == "noSuchLabel")
    #expect(try await harness.api(.delete, "/tokens/\(id)").code == "noSuchToken")
    let reply = try await harness.api(.put, "/teams/\(id)/members/1")
    #expect(reply.code == "noSuchTeam")
  }

  @Test(arguments: ["x", "%20", "bm9uc2Vuc2U", "YTpiOmM", "Y3JlYXRlZDox", "====", "%F0%9F%98%80"])
  func `a cursor that the API did not make is refused`(cursor: String) async throws {
    for list in lists {
      let reply = try await harness.get("\(list)cursor=\(cursor)")
      #expect(reply.status == 422 && reply.code == "staleCursor", "\(list)")
      #expect(reply.pointers == ["/cursor"])
    }
  }

  @Test func `a cursor of another list or order is refused`() async throws {
    let orders = [
      "activity", "created", "due", "messages", "customers", "search", "labels",
      "agents", "teams", "tokens", "inboxes",
    ]
    let own = [
      "created", "messages", "customers", "search", "labels", "agents", "teams", "tokens",
      "inboxes",
    ]
    for (list, order) in zip(lists, own) {
      for other in orders {
        let cursor = Cursor(order: other, key: 0, id: 1).text
        let reply = try await harness.get("\(list)cursor=\(cursor)")
        #expect(reply.status == (other == order ? 200 : 422), "\(list), \(other)")
      }
    }
  }

  @Test(arguments: [
    HTTPRequest.Method.get, .post, .put, .patch, .delete, .options, .trace,
  ])
  func `another method gets 405 and the methods that are allowed`(
    method: HTTPRequest.Method
  ) async throws {
    let paths = Dictionary(grouping: harness.site.operations, by: \.fullPath)
    for (path, operations) in paths where !operations.contains(where: { $0.method == method }) {
      let reply = try await harness.send(Ask(method, path.replacing(#/\{\w+\}/#, with: "1")))
      #expect(reply.status == 405 && reply.code == "methodNotAllowed")
      let allowed = operations.map(\.method.rawValue).sorted().joined(separator: ", ")
      #expect(reply.headers[.allow] == allowed)
    }
  }

  @Test(arguments: [
    "/nothing", "/api/v1", "/api/v1/nothing", "/api/v2/conversations", "/api", "/%00",
  ])
  func `an unknown address gets 404`(path: String) async throws {
    for token in [nil, harness.world.anemone.token] {
      let reply = try await harness.send(Ask(.get, path, token: token))
      #expect(reply.status == 404 && reply.code == "noSuchPage")
    }
  }

  @Test(arguments: [
    "", " ", "two words", "tab\there", "ключ", String(repeating: "k", count: 256),
  ])
  func `a malformed key is refused`(key: String) async throws {
    let before = try await harness.happened()
    let reply = try await harness.post("/labels", #"{"name":"late"}"#, key: key)
    #expect(reply.status == 422 && reply.code == "malformedKey")
    #expect(try await harness.happened() == before)
  }

  @Test(arguments: [("el", "el"), ("fa,en;q=0.5", "fa"), ("de", "en")])
  func `problems speak the client's language`(accepted: String, language: String) async throws {
    var ask = Ask(.get, "/api/v1/account")
    ask.headers[.acceptLanguage] = accepted
    let reply = try await harness.send(ask)
    #expect(reply.headers[.contentLanguage] == language)
    let titles = ["en": "Not signed in", "el": "Χωρίς σύνδεση", "fa": "وارد نشده‌اید"]
    #expect(reply["title"]?.text == titles[language])
  }

  /// Every list that has cursors, ready for another parameter.
  private var lists: [String] {
    [
      "/conversations?sort=created&",
      "/conversations/\(harness.world.anemone.conversation)/messages?",
      "/customers?", "/search?q=parcel&", "/labels?", "/agents?", "/teams?", "/tokens?",
      "/inboxes?",
    ]
  }
}
