import Foundation
import HTTPTypes
import ServiceDesk
import Storage
import TestSupport
import Testing

@testable import Web

/// Mail at the desk: who wrote to whom, how a reply goes out, the original.
@Suite struct MailPageTests {
  private let browser: Browser
  private var world: DeskHarness { browser.site.world }

  init() async throws {
    browser = try await Browser()
    try await browser.site.desk.addMailbox(as: browser.site.world.amina)
  }

  // MARK: What is shown

  @Test(arguments: [Language.english, .persian])
  func `a conversation by mail is as recorded`(language: Language) async throws {
    let conversation = try await receive(Self.lamp)
    try await reply(in: conversation, to: ["maria@anemone.example", "boss@anemone.example"])
    let page = try await browser.open(
      "/desk/conversations/\(conversation)?view=all",
      language: language.rawValue
    ).text
    let steady = try section(of: page).replacing(/[0-9a-f]{64}|[0-9a-f-]{36}/, with: "…")
    try expectSnapshot(steady, named: "mail-\(language.rawValue).html")
  }

  @Test func `warnings and the kind of automatic mail are said in words`() async throws {
    let conversation = try await receive(
      """
      From: "bank@bank.example" <eve@elsewhere.example>
      To: support@anemone.example
      Auto-Submitted: auto-generated
      Subject: Your account

      Hello
      """
    )
    let page = try await open(conversation)
    let texts = Language.english.mailPane
    #expect(page.contains(try #require(texts.automatic[.notice])))
    #expect(page.contains(try #require(texts.warnings[.nameShowsAddress])))
  }

  @Test func `a bounce says which recipient and why`() async throws {
    let conversation = try await receive(Self.lamp)
    let reply = try await reply(in: conversation)
    let rfcID = try #require(reply.mail?.rfcID)
    let bounce = StoredBounce(
      recipients: ["maria@anemone.example"],
      action: "failed",
      status: "5.1.1",
      originalID: rfcID,
      isComplaint: false
    )
    let json = String(decoding: try JSONEncoder().encode(bounce), as: UTF8.self)
    try await world.database.write { transaction in
      try transaction.execute("UPDATE outgoing_mail SET bounce = \(json)")
      try transaction.execute("UPDATE message SET delivery = 'bounced' WHERE id = \(reply.id)")
    }
    let page = try await open(conversation)
    let text = Language.english.mailPane.sending
    #expect(page.contains("\(text.bounced("maria@anemone.example")): \(text.reasons.noMailbox)"))
  }

  @Test func `of a mail that some did not get, the server's words stand at its message`()
    async throws
  {
    let conversation = try await receive(Self.lamp)
    let reply = try await reply(in: conversation)
    world.clock.advance(by: OutgoingMail.undoTime)
    try await world.database.write { try $0.execute("UPDATE outgoing_mail SET state = 'queued'") }
    let nikos = MailProgress.Refusal(
      address: try EmailAddress("nikos@shop.example"),
      words: "550 5.2.2 <full>",
      status: "5.2.2"
    )
    _ = try await world.desk.perform(
      NoteOutcome(mail: try #require(reply.mail?.sending?.mail), refused: [nikos]),
      as: .system(of: world.anemone.account)
    )
    let page = try await open(conversation)
    let text = Language.english.mailPane.sending
    #expect(page.contains("\(text.bounced("nikos@shop.example")): \(text.reasons.full) (5.2.2)"))
    #expect(page.contains("<q dir=\"auto\">nikos@shop.example: 550 5.2.2 &lt;full&gt;</q>"))
  }

  private struct StoredBounce: Encodable {
    let recipients: [String]
    let action: String
    let status: String
    let originalID: String
    let isComplaint: Bool
  }

  // MARK: Taking back

  @Test func `a held reply is taken back by a form, and is a draft again`() async throws {
    let conversation = try await receive(Self.lamp)
    let reply = try await reply(in: conversation)
    #expect(try await open(conversation).contains("<mail-undo"))
    let answer = try await browser.submit("/desk/messages/\(conversation)/\(reply.id)/undo")
    #expect(answer.status == 303 && answer.location == "/desk/conversations/\(conversation)")
    let page = try await open(conversation)
    #expect(page.contains(Language.english.mailPane.sending.withdrawn("Amina")))
    #expect(page.contains("\nSoon.</textarea>"))
    let again = try await browser.submit("/desk/messages/\(conversation)/\(reply.id)/undo")
    #expect(again.status == 409)
  }

  @Test func `the news bring what has changed before the last message too`() async throws {
    let conversation = try await receive(Self.lamp)
    let reply = try await reply(in: conversation)
    _ = try await world.desk.perform(
      AddNote(conversation: conversation, text: .init("Among us")),
      as: world.amina
    )
    let last = try #require(try await messages(of: conversation).last).id
    let path = "/desk/conversations/\(conversation)/news?after=\(last)"
    #expect(!(try await browser.open(path).text.contains("message-\(reply.id)")))
    _ = try await world.desk.perform(
      TakeBackReply(conversation: conversation, message: reply.id),
      as: world.amina
    )
    #expect(try await browser.open(path).text.contains("message-\(reply.id)"))
    world.clock.advance(by: .hours(2))
    #expect(!(try await browser.open(path).text.contains("message-\(reply.id)")))
  }

  // MARK: Recipients

  @Test func `those who are proposed need no word`() async throws {
    let conversation = try await receive(Self.lamp)
    let page = try await open(conversation)
    #expect(page.contains("name=\"to\" value=\"Maria &lt;maria@anemone.example&gt;\""))
    #expect(page.contains("name=\"cc\" value=\"nikos@anemone.example\""))
    let answer = try await send(in: conversation, cc: "Nikos <nikos@anemone.example>")
    #expect(answer.status == 303)
    #expect(try await messages(of: conversation).last?.mail?.head.cc.count == 1)
  }

  @Test func `whoever is added or left out has to be confirmed`() async throws {
    let conversation = try await receive(Self.lamp)
    let refused = try await send(in: conversation, cc: "eleni@anemone.example")
    #expect(refused.status == 422)
    let text = Language.english.mailPane.recipients
    #expect(refused.text.contains(text.added("eleni@anemone.example")))
    #expect(refused.text.contains(text.dropped("nikos@anemone.example")))
    #expect(refused.text.contains("\nSoon.</textarea>"))
    #expect(refused.text.contains("name=\"cc\" value=\"eleni@anemone.example\""))
    #expect(try await messages(of: conversation).count == 1)
    let sent = try await send(in: conversation, cc: "eleni@anemone.example", confirmed: true)
    #expect(sent.status == 303)
    let head = try #require(try await messages(of: conversation).last?.mail?.head)
    #expect(head.cc.map(\.address.text) == ["eleni@anemone.example"])
  }

  @Test(arguments: ["nobody", "a@b@c", "a@anemone.example; b"])
  func `what is no recipient is said, and nothing is lost`(to: String) async throws {
    let conversation = try await receive(Self.lamp)
    let refused = try await send(in: conversation, to: to, confirmed: true)
    #expect(refused.status == 422 && refused.text.contains("\nSoon.</textarea>"))
    #expect(try await messages(of: conversation).count == 1)
  }

  @Test func `a note has no recipients`() async throws {
    let conversation = try await receive(Self.lamp)
    let answer = try await browser.submit(
      "/desk/conversations/\(conversation)/messages",
      ["kind": "note", "text": "Among us", "to": "eleni@anemone.example", "cc": ""]
    )
    #expect(answer.status == 303)
    let note = try #require(try await messages(of: conversation).last)
    #expect(note.kind == .note && note.mail == nil)
  }

  @Test func `typed recipients are read with names, and parted by what people part them by`() throws
  {
    let people = try TypedRecipients.people(
      "Sara <S@x.example>; \"Doe, Jo\" <jo@x.example>\nn@x.example، s@x.example"
    )
    #expect(people.map(\.address.text) == ["s@x.example", "jo@x.example", "n@x.example"])
    #expect(people.map(\.name) == ["Sara", "Doe, Jo", nil])
    let shown = TypedRecipients(MailRecipients(to: people))
    #expect(try TypedRecipients.people(shown.to) == people)
  }

  // MARK: The original

  @Test func `the original is harmless, and folds what was said before`() async throws {
    let conversation = try await receive(Self.lamp)
    let message = try #require(try await messages(of: conversation).first)
    let path = "/desk/messages/\(conversation)/\(message.id)"
    let original = try await browser.open("\(path)/original")
    #expect(original.status == 200)
    #expect(original.headers[.contentSecurityPolicy]?.contains("script-src 'none'") == true)
    #expect(original.headers[.frameOptions] == "SAMEORIGIN")
    #expect(!original.text.contains("<script") && original.text.contains("<b>my lamp</b>"))
    #expect(original.text.contains("data-remote=\"https://pictures.example/lamp.png\""))
    #expect(!original.text.contains("src=\"/desk/images"))
    let frame = try await browser.open("\(path)/frame").text
    #expect(frame.contains(Language.english.mailPane.original.images(1, "1")))
    let source = try await browser.open("\(path)/source")
    #expect(source.text.contains("Subject: Lamp"))
    #expect(source.headers[.contentType]?.hasPrefix("text/plain") == true)
  }

  @Test func `pictures from elsewhere have sealed addresses`() async throws {
    let conversation = try await receive(Self.lamp)
    let message = try #require(try await messages(of: conversation).first)
    let original = try await browser.open(
      "/desk/messages/\(conversation)/\(message.id)/original?images=1"
    ).text
    #expect(original.contains(/src="\/desk\/images\?of=[A-Za-z0-9_-]+"/))
    #expect(!original.contains("src=\"https:"))
    for sealed in ["", "x", "aHR0cHM6Ly9leGFtcGxlLm9yZw"] {
      #expect(try await browser.open("/desk/images?of=\(sealed)").status >= 400)
    }
  }

  @Test func `a picture of a private network has no address here`() {
    let box = world.desk.secrets
    let images = RemoteImages()
    for picture in ["http://127.0.0.1/a.png", "https://localhost/", "file:///etc/passwd"] {
      #expect(images.address(of: picture, account: ID(1), secrets: box) == nil)
    }
  }

  @Test func `another account's seal opens nothing`() async throws {
    let box = world.desk.secrets
    let images = RemoteImages()
    let address = try #require(
      images.address(
        of: "https://pictures.example/a.png",
        account: world.basil.account,
        secrets: box
      )
    )
    #expect(try await browser.open(address).status == 409)
  }

  // MARK: Joining

  @Test func `a proposal is asked above the messages, and answered by forms`() async throws {
    let conversation = try await receive(Self.lamp)
    let other = try await receive(
      Self.lamp.replacing("Subject: ", with: "Subject: Re: ")
        .replacing("<lamp@", with: "<other@")
    )
    #expect(other != conversation)
    let page = try await open(other)
    #expect(page.contains("class=\"proposal\"") && page.contains("#2"))
    let answer = try await browser.submit(
      "/desk/conversations/\(other)/joining",
      ["target": conversation.description]
    )
    #expect(answer.location == "/desk/conversations/\(conversation)")
    #expect(try await messages(of: conversation).count == 2)
    #expect(!(try await open(other).contains("class=\"proposal\"")))
  }

  // MARK: Starting

  @Test func `a new conversation goes out by mail, with copies`() async throws {
    let page = try await browser.open("/desk/new").text
    let mailbox = try #require(page.firstMatch(of: /<option value="([0-9]+)" selected>support@/))
    var form = [
      "email": "eleni@anemone.example", "name": "Eleni", "subject": "Your lamp", "text": "Here",
      "mailbox": String(mailbox.output.1), "cc": "nobody", "owner": "",
    ]
    let refused = try await browser.submit("/desk/new", form)
    #expect(refused.status == 422 && refused.faultyFields == ["cc"])
    form["cc"] = "nikos@anemone.example"
    let started = try await browser.submit("/desk/new", form)
    let id = try #require(
      started.location?.split(separator: "/").last.flatMap { ID<Conversation>($0) }
    )
    let message = try #require(try await messages(of: id).first)
    #expect(message.delivery == .held && message.mail?.head.subject == "Your lamp")
    #expect(message.mail?.head.cc.map(\.address.text) == ["nikos@anemone.example"])
  }

  // MARK: Helpers

  private static let lamp = """
    Message-ID: <lamp@shop.example>
    From: Maria <maria@anemone.example>
    To: support@anemone.example
    Cc: nikos@anemone.example
    Subject: Lamp
    MIME-Version: 1.0
    Content-Type: text/html; charset=utf-8

    <script>alert(1)</script><p>Where is <b>my lamp</b>?</p>
    <img src="https://pictures.example/lamp.png">
    <blockquote type="cite"><p>Earlier words</p></blockquote>
    """

  private func receive(_ mail: String) async throws -> ID<Conversation> {
    var ask = Ask(.post, "/api/v1/mail/inbound", token: world.anemone.token)
    ask.body = Array(mail.replacing("\n", with: "\r\n").utf8)
    ask.headers[.contentType] = "message/rfc822"
    let reply = try await browser.site.send(ask)
    let text = try #require(try JSON(parsing: reply.bytes)["conversation"]?.text, "\(reply.text)")
    return try #require(ID(text))
  }

  @discardableResult
  private func reply(
    in conversation: ID<Conversation>,
    to addresses: [String]? = nil
  ) async throws -> Message {
    try await world.desk.perform(
      ServiceDesk.Reply(
        conversation: conversation,
        text: .init("Soon."),
        recipients: try addresses.map { addresses in
          MailRecipients(to: try addresses.map { Correspondent(address: try EmailAddress($0)) })
        }
      ),
      as: world.amina
    )
  }

  private func send(
    in conversation: ID<Conversation>,
    to: String = "maria@anemone.example",
    cc: String = "nikos@anemone.example",
    confirmed: Bool = false
  ) async throws -> Reply {
    var form = ["kind": "reply", "text": "Soon.", "to": to, "cc": cc, "bcc": ""]
    if confirmed { form["confirmed"] = "1" }
    return try await browser.submit("/desk/conversations/\(conversation)/messages", form)
  }

  private func messages(of conversation: ID<Conversation>) async throws -> [Message] {
    try await world.desk.answer(
      ListMessages(conversation: conversation, window: Window()),
      as: world.amina
    ).items
  }

  private func open(_ conversation: ID<Conversation>) async throws -> String {
    try await browser.open("/desk/conversations/\(conversation)").text
  }

  /// The pane of the conversation, without the rest of the page.
  private func section(of page: String) throws -> String {
    let start = try #require(page.range(of: "<section id=\"conversation\""))
    let end = try #require(page.range(of: "<aside id=\"panel\""))
    return String(page[start.lowerBound..<end.lowerBound])
  }
}
