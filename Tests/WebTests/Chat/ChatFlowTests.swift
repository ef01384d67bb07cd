import HTTPTypes
import ServiceDesk
import TestSupport
import Testing
import Web

/// What the chat in a web page lives through.
@Suite struct ChatFlowTests {
  let chat: ChatHarness

  init() async throws { chat = try await ChatHarness() }

  @Test func `the inbox shows itself, and not its secret`() async throws {
    let reply = try await chat.ask(.get, "/inboxes/\(chat.inbox.key.text)")

    #expect(reply.status == 200)
    #expect(
      reply.text == """
        {"name":"Shop","greeting":"Hello!","colour":"#0b6e5f","form":{"when":"never",\
        "name":"optional","email":"optional"},"available":false,"away":"","replyTime":240,\
        "attachments":{"most":20,"bytes":26214400}}
        """
    )
    try await chat.site.desk.perform(
      SetAvailability(isAvailable: true),
      as: chat.site.world.amina
    )
    let later = try await chat.ask(.get, "/inboxes/\(chat.inbox.key.text)")
    #expect(later["available"] == .bool(true))
  }

  @Test func `a visitor writes, an agent answers, both are read in one history`() async throws {
    let token = try await chat.admit()
    let sent = try await chat.write("Where is <it>?", token: token, key: "k1")
    #expect(sent.status == 201)
    #expect(sent["html"]?.text == "<p dir=\"auto\">Where is &lt;it&gt;?</p>")
    #expect(sent["author", "kind"]?.text == "customer" && sent["key"]?.text == "k1")
    let conversation = try await conversation()
    _ = try await chat.site.post(
      "/conversations/\(conversation)/messages",
      #"{"kind":"reply","text":"On its **way**."}"#
    )
    _ = try await chat.site.post(
      "/conversations/\(conversation)/messages",
      #"{"kind":"note","text":"Never seen"}"#
    )

    let history = try await chat.ask(.get, "/messages", token: token)
    #expect(history.items.map { $0["text"]?.text } == ["Where is <it>?", "On its **way**."])
    #expect(history.items.map { $0["kind"]?.text } == ["incoming", "reply"])
    #expect(history.items.last?["author"]?["name"]?.text == "Amina")
    #expect(history.items.last?["html"]?.text?.contains("<strong>way</strong>") == true)
    #expect(history["next"] == nil && history["readByTeam"] == nil)
    #expect(history["position"]?.text.flatMap { Int64($0) } != nil)
    #expect(!history.text.contains("Never seen"))
  }

  @Test func `the same key gets the same answer, another text under it is refused`() async throws {
    let token = try await chat.admit()
    let first = try await chat.write("Hello", token: token, key: "k1")

    #expect(try await chat.write("Hello", token: token, key: "k1").bytes == first.bytes)
    #expect(try await chat.write("Bye", token: token, key: "k1").code == "keyReused")
    // Another visitor's key is another key.
    let other = try await chat.admit()
    #expect(try await chat.write("Bye", token: other, key: "k1").status == 201)
    #expect(try await chat.ask(.get, "/messages", token: token).items.count == 1)
  }

  @Test func `windows lead back to the first message`() async throws {
    let token = try await chat.admit()
    for number in 1...5 { try await chat.write("\(number)", token: token) }

    let newest = try await chat.ask(.get, "/messages?limit=3", token: token)
    #expect(newest.items.map { $0["text"]?.text } == ["3", "4", "5"])
    let next = try #require(newest["next"]?.text)
    let older = try await chat.ask(.get, "/messages?limit=3&before=\(next)", token: token)
    #expect(older.items.map { $0["text"]?.text } == ["1", "2"])
    #expect(older["next"] == nil)
    let wrong = try await chat.ask(.get, "/messages?before=x", token: token)
    #expect(wrong.status == 422 && wrong.code == "staleCursor")
  }

  @Test func `a file is uploaded once, sent, and read again`() async throws {
    let token = try await chat.admit()
    var ask = Ask(.post, "\(ChatRoutes.root)/attachments?name=a/b.txt", token: token)
    ask.headers[.contentType] = "text/plain"
    ask.headers[.idempotencyKey] = "u1"
    ask.body = Array("A file.".utf8)
    let uploaded = try await chat.site.send(ask)
    #expect(uploaded.status == 201)
    #expect(try await chat.site.send(ask).bytes == uploaded.bytes)
    let id = try #require(uploaded["id"]?.text)

    let body = #"{"text":" ","attachments":["\#(id)"]}"#
    let sent = try await chat.ask(.post, "/messages", body, token: token)
    #expect(sent["text"]?.text == "a_b.txt")
    #expect(sent["attachments"]?.items?.first?["size"] == .integer(7))
    let file = try await chat.ask(.get, "/attachments/\(id)", token: token)
    #expect(file.status == 200 && file.text == "A file." && file.type == "text/plain")
    #expect(file.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
    let other = try await chat.ask(.get, "/attachments/\(id)", token: chat.admit())
    #expect(other.status == 404 && other.code == "noSuchAttachment")
  }

  @Test func `read marks are seen at once, and typing is told`() async throws {
    let token = try await chat.admit()
    #expect(try await chat.ask(.post, "/typing", token: token).status == 204)
    let sent = try await chat.write("Hello", token: token)
    let id = try #require(sent["id"]?.text)

    let read = try await chat.ask(.put, "/read", #"{"message":"\#(id)"}"#, token: token)
    #expect(read.status == 204)
    #expect(try await chat.ask(.get, "/messages", token: token)["readByVisitor"]?.text == id)
    let unknown = try await chat.ask(.put, "/read", #"{"message":"17"}"#, token: token)
    #expect(unknown.status == 404 && unknown.code == "noSuchMessage")

    for _ in 1...40 {
      #expect(try await chat.ask(.post, "/typing", token: token).status == 204)
    }
    let conversation = try await conversation()
    #expect(chat.site.chat.typing.map(\.description).allSatisfy { $0 == conversation })
    #expect(chat.site.chat.typing.count == 29)
  }

  @Test func `a claim proves nothing, a signature does and gives a new token`() async throws {
    let token = try await chat.admit()
    try await chat.write("Hello", token: token)
    let claim = #"{"name":"Eleni","email":"eleni@shop.example","attributes":{"plan":"gold"}}"#
    let claimed = try await chat.ask(.patch, "/visitor", claim, token: token)
    #expect(claimed.text == #"{"proved":false}"#)

    let wrong = try await chat.ask(
      .patch,
      "/visitor",
      #"{"id":"17","signature":"00"}"#,
      token: token
    )
    #expect(wrong.status == 422 && wrong.code == "signatureWrong")
    #expect(wrong.pointers == ["/signature"])

    let signature = chat.inbox.secret.signature(of: SignedIdentity(id: "17", name: "Eleni"))
    let proof = #"{"id":"17","name":"Eleni","signature":"\#(signature)"}"#
    let proved = try await chat.ask(.patch, "/visitor", proof, token: token)
    let fresh = try #require(proved["token"]?.text)
    #expect(proved["proved"] == .bool(true))
    #expect(try await chat.ask(.get, "/messages", token: token).status == 401)
    #expect(try await chat.ask(.get, "/messages", token: fresh).items.count == 1)
    let again = try await chat.ask(.patch, "/visitor", proof, token: fresh)
    #expect(again.text == #"{"proved":true}"#)
  }

  @Test func `a blocked customer is told so`() async throws {
    let token = try await chat.admit()
    try await chat.write("Hello", token: token)
    let conversations = try await chat.site.get("/conversations?sort=created").items
    let customer = try #require(conversations.first?["customer"]?["id"]?.text)
    let blocked = try await chat.site.api(.put, "/customers/\(customer)/block")
    #expect(blocked["blockedAt"]?.text == "2027-01-15T08:00:00.000Z")

    for method in [HTTPRequest.Method.get, .post] {
      let reply = try await chat.ask(method, "/messages", #"{"text":"?"}"#, token: token)
      #expect(reply.status == 403 && reply.code == "blocked")
    }
    _ = try await chat.site.api(.delete, "/customers/\(customer)/block")
    #expect(try await chat.write("Hello", token: token).status == 201)
  }

  @Test func `an agent's picture is there for whoever was shown it`() async throws {
    let token = try await chat.admit()
    try await chat.write("Hello", token: token)
    let uploaded = try await chat.site.upload([7, 7], name: "me.png", type: "image/png")
    let picture = try #require(uploaded["id"]?.text.flatMap { ID<ServiceDesk.Attachment>($0) })
    try await chat.site.desk.perform(
      ChangeProfile(picture: .some(picture)),
      as: chat.site.world.amina
    )
    _ = try await chat.site.post(
      "/conversations/\(conversation())/messages",
      #"{"kind":"reply","text":"Hi"}"#
    )

    let author = try await chat.ask(.get, "/messages", token: token).items.last?["author"]
    let path = try #require(author?["picture"]?.text)
    let shown = try await chat.site.send(Ask(.get, path))
    #expect(shown.status == 200 && shown.bytes == [7, 7] && shown.type == "image/png")
    #expect(shown.headers[.cacheControl]?.contains("immutable") == true)
    // What is no picture is not shown, whoever knows its hash.
    let file = try await chat.site.upload([8], name: "secret.png", type: "image/png")
    let hash = try #require(file["sha256"]?.text)
    let other = path.split(separator: "/").dropLast().joined(separator: "/")
    #expect(try await chat.site.send(Ask(.get, "/\(other)/\(hash)")).status == 404)
    #expect(try await chat.site.send(Ask(.get, "/\(other)/x")).status == 404)
  }

  private func conversation() async throws -> String {
    let listed = try await chat.site.get("/conversations?sort=created")
    return try #require(listed.ids.first)
  }
}
