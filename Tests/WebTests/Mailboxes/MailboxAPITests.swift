import HTTPTypes
import ServiceDesk
import Storage
import TestSupport
import Testing

@testable import Web

/// Mailboxes and mail by the API: what stays, what is refused, and what is never told.
@Suite struct MailboxAPITests {
  let harness: SiteHarness

  init() async throws { harness = try await SiteHarness() }

  @Test func `no answer holds a password`() async throws {
    let added = try await harness.post(
      "/mailboxes",
      """
      {"name":"Post","address":"post@anemone.example","incomingPassword":"in-secret",\
      "outgoingPassword":"out-secret"}
      """
    )
    let id = try #require(added["id"]?.text)
    #expect(added.status == 201 && added["hasSecrets"] == .bool(true))
    let replies = [
      added, try await harness.get("/mailboxes"), try await harness.get("/mailboxes/\(id)"),
      try await harness.api(.patch, "/mailboxes/\(id)", #"{"incomingPassword":"new-secret"}"#),
      try await harness.api(.post, "/mailboxes/\(id)/check"),
    ]
    for reply in replies {
      #expect(reply.status < 300)
      #expect(!reply.text.contains("secret\"") && !reply.text.contains("-secret"))
    }
  }

  @Test func `a password that is left out stays`() async throws {
    let id = try await harness.desk.mailbox(as: harness.world.amina)
    _ = try await harness.api(
      .patch,
      "/mailboxes/\(id)",
      #"{"name":"Letters","outgoingPassword":"new"}"#
    )
    let found = try await harness.desk.answer(
      FindMailboxToCheck(mailbox: id, box: harness.desk.secrets),
      as: harness.world.amina
    )
    #expect(found.mailbox.settings.name == "Letters")
    #expect(found.secrets.incomingPassword == "old-secret")
    #expect(found.secrets.outgoingPassword == "new")
  }

  @Test func `a change that changes nothing is no event`() async throws {
    let id = try await harness.desk.mailbox(as: harness.world.amina)
    let before = try await harness.happened()
    let body = #"{"name":"Post","incomingPassword":"old-secret"}"#
    #expect(try await harness.api(.patch, "/mailboxes/\(id)", body).status == 200)
    #expect(try await harness.happened() == before)
  }

  @Test(arguments: [
    (#""address":"post"}"#, 422, "malformedEmailAddress", "/address"),
    (#""address":"a@x.example","aliases":["b.c"]}"#, 422, "malformedEmailAddress", "/aliases"),
    (#""address":"post@anemone.example"}"#, 409, "mailboxAddressTaken", "/address"),
    (
      #""address":"a@x.example","aliases":["POST@anemone.example"]}"#, 409,
      "mailboxAddressTaken", "/address"
    ),
    (
      #""address":"a@x.example","signatures":{"English!":"Bye"}}"#, 422, "malformedLanguageTag",
      "/signatures"
    ),
    (
      #""address":"a@x.example","fetching":{"folders":["INBOX"],"after":"move","moveTo":null,"#
        + #""since":null}}"#, 422, "folderMissing", "/moveTo"
    ),
    (
      #""address":"a@x.example","incoming":{"host":"a b","port":1,"security":"tls","#
        + #""signIn":"none","user":""}}"#, 422, "malformedServer", "/incoming"
    ),
  ])
  func `what cannot be is refused`(rest: String, status: Int, code: String, pointer: String)
    async throws
  {
    try await harness.desk.mailbox(as: harness.world.amina)
    let reply = try await harness.post("/mailboxes", #"{"name":"New",\#(rest)"#)
    #expect(reply.status == status && reply.code == code && reply.pointers == [pointer])
  }

  @Test func `a port is a port and an address is one of at most fifty`() async throws {
    func server(_ port: Int) -> String {
      #"{"host":"a.example","port":\#(port),"security":"tls","signIn":"none","user":""}"#
    }
    func body(_ name: String, _ members: String) -> String {
      #"{"name":"\#(name)","address":"\#(name)@x.example",\#(members)}"#
    }
    func aliases(_ count: Int) -> String {
      let list = (0..<count).map { #""a\#($0)@x.example""# }.joined(separator: ",")
      return #""aliases":[\#(list)]"#
    }
    let cases = [
      (#""incoming":\#(server(65_535))"#, 201), (#""incoming":\#(server(65_536))"#, 422),
      (#""incoming":\#(server(0))"#, 422), (aliases(50), 201), (aliases(51), 422),
    ]
    for (index, (members, status)) in cases.enumerated() {
      let added = try await harness.post("/mailboxes", body("m\(index)", members))
      #expect(added.status == status)
    }
  }

  @Test func `a check says what fails and what to change`() async throws {
    let id = try await harness.desk.mailbox(as: harness.world.amina)
    let reply = try await harness.api(.post, "/mailboxes/\(id)/check")
    let steps = try #require(reply["steps"]?.items)
    #expect(reply["passed"] == .bool(false) && steps.count == 11)
    #expect(steps.first?["problem"]?.text == "plainForbidden")
    #expect(steps.first?["detail"]?.text?.contains("Choose TLS") == true)
    #expect(steps.filter { $0["outcome"]?.text == "skipped" }.count == 9)
  }

  @Test func `a pause lasts until it is ended`() async throws {
    let id = try await harness.desk.mailbox(as: harness.world.amina)
    let path = "/mailboxes/\(id)/pause"
    #expect(try await harness.api(.put, path)["condition"]?.text == "paused")
    let before = try await harness.happened()
    #expect(try await harness.api(.put, path)["pausedAt"] != nil)
    #expect(try await harness.happened() == before)
    #expect(try await harness.api(.delete, path)["condition"]?.text == "new")
  }

  @Test func `a mail that nobody sent is read again, brought along, and then stays`() async throws {
    let mail = try await harness.desk.quarantinedMail(as: harness.world.amina)
    #expect(try await harness.get("/mails").ids == ["\(mail)"])
    #expect(try await harness.get("/mails/\(mail)/source").text.contains("Who am I?"))
    #expect(try await harness.api(.post, "/mails/\(mail)/retry")["state"]?.text == "waiting")
    #expect(try await harness.get("/mails/\(mail)")["state"]?.text == "quarantined")

    let conversation = harness.world.anemone.conversation
    let body = #"{"conversation":"\#(conversation)","text":"Who am I?"}"#
    let message = try await harness.api(.put, "/mails/\(mail)/conversation", body)
    #expect(message["text"]?.text == "Who am I?")
    let settled = try await harness.get("/mails/\(mail)")
    #expect(settled["state"]?.text == "received")
    #expect(settled["message"] == message["id"])
    for (method, path) in [("POST", "/retry"), ("DELETE", "")] {
      let refused = try await harness.api(
        method == "POST" ? .post : .delete,
        "/mails/\(mail)\(path)"
      )
      #expect(refused.status == 409 && refused.code == "mailAlreadyReceived")
    }
    #expect(try await harness.world.violations() == [])
  }

  @Test func `a mail whose bytes are gone is told to be`() async throws {
    let kept = try await harness.desk.perform(
      KeepMail(
        hash: BlobHash(of: Array("never stored".utf8)),
        size: 12,
        mailbox: nil,
        arrivedAt: harness.world.clock.now
      ),
      as: .system(of: harness.world.anemone.account)
    )
    let reply = try await harness.get("/mails/\(kept.source)/source")
    #expect(reply.status == 404 && reply.code == "mailSourceMissing")
  }

  @Test func `what could not be sent is sent again, once`() async throws {
    let mailbox = try await harness.desk.mailbox(as: harness.world.amina)
    let mail = try await harness.desk.failedMail(from: mailbox, as: harness.world.amina)
    let listed = try await harness.get("/outgoing-mail")
    #expect(listed.ids == ["\(mail)"] && listed.text.contains("550 <no> such user"))
    #expect(!listed.text.contains("secret link"))
    let path = "/outgoing-mail/\(mail)/retry"
    #expect(try await harness.api(.post, path).status == 204)
    #expect(try await harness.get("/outgoing-mail?state=queued").ids == ["\(mail)"])
    #expect(try await harness.api(.post, path).status == 409)
  }

  @Test func `the metrics tell of mail`() async throws {
    let mailbox = try await harness.desk.mailbox(as: harness.world.amina)
    _ = try await harness.desk.quarantinedMail(as: harness.world.amina)
    _ = try await harness.desk.failedMail(from: mailbox, as: harness.world.amina)
    try await harness.desk.perform(
      NoteMailboxHealth(mailbox: mailbox, error: "no", waiting: 7),
      as: .system(of: harness.world.anemone.account)
    )
    harness.world.clock.advance(by: .seconds(90))
    let text = try await harness.send(Ask(.get, "/metrics")).text
    for line in [
      #"rapport_mailboxes{condition="failing"} 1"#, #"rapport_mailboxes{condition="healthy"} 0"#,
      "rapport_mailbox_waiting 7", "rapport_mailbox_silence_seconds 90",
      #"rapport_mail_sources{state="quarantined"} 1"#, #"rapport_outgoing_mail{state="failed"} 1"#,
    ] {
      #expect(text.contains("\n\(line)\n"), "\(line)")
    }
  }
}
