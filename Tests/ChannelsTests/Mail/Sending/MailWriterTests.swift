import Foundation
import Mail
import Storage
import TestSupport
import Testing

@testable import Channels
@testable import ServiceDesk

/// What an agent's answer looks like to whoever gets it.
@Suite struct MailWriterTests {
  private let harness: DeskHarness
  private let mailbox: Mailbox
  private let question: IncomingMail

  init() async throws {
    harness = try await DeskHarness()
    let address = try EmailAddress("support@anemone.example")
    let settings = Mailbox.Settings(
      name: try Mailbox.Name("Support"),
      address: address,
      outgoing: try MailServer(host: "mail.anemone.example", port: 465, security: .tls)
    )
    mailbox = try await harness.perform(AddMailbox(settings: settings))
    var mail = IncomingMail(
      from: Correspondent(name: "Μαρία", address: try EmailAddress("maria@shop.example")),
      to: [Correspondent(address: address)],
      subject: "Η λάμπα",
      text: "Where is it?\n> I asked before"
    )
    mail.rfcID = "first@shop.example"
    question = mail
  }

  /// Amina's answer to the question, as its recipients read it.
  private func answer(
    _ text: String = "It is **here**.",
    words: @escaping @Sendable (LetterContents) -> LetterWords = { _ in .english },
    recipients: MailRecipients? = nil,
    change: (inout Mailbox.Settings) -> Void = { _ in }
  ) async throws -> (parsed: ParsedMail, source: String) {
    var settings = mailbox.settings
    change(&settings)
    try await harness.perform(ChangeMailbox(mailbox: mailbox.id, settings: settings))
    let conversation = try await receive()
    let reply = try await harness.perform(
      Reply(conversation: conversation, text: Message.Body(text), recipients: recipients)
    )
    let letter = try await harness.answer(
      FindLetter(mail: try #require(reply.mail?.sending?.mail))
    )
    let writer = MailWriter(
      desk: harness.desk,
      markup: { text, _, _ in MailBody(text: text, html: "<p>\(text)</p>") },
      words: words
    )
    let bytes = try await writer.write(letter, of: harness.anemone.account).bytes
    return (try ParsedMail(parsing: bytes), String(decoding: bytes, as: UTF8.self))
  }

  private func receive() async throws -> ID<Conversation> {
    let bytes = Array("raw".utf8)
    let program = Viewer.system(of: harness.anemone.account)
    let kept = try await harness.desk.perform(
      KeepMail(
        hash: BlobHash(of: bytes),
        size: bytes.count,
        mailbox: mailbox.id,
        arrivedAt: harness.clock.now
      ),
      as: program
    )
    let received = try await harness.desk.perform(
      ReceiveMail(source: kept.source, mail: question),
      as: program
    )
    return try #require(received.conversation)
  }

  @Test func `the header says who answers what, and when`() async throws {
    let mail = try await answer().parsed
    #expect(mail.inReplyTo == "first@shop.example")
    #expect(mail.references == ["first@shop.example"])
    #expect(mail.messageID?.hasSuffix("@anemone.example") == true)
    // When it leaves, at the earliest.
    let leaves = harness.clock.now + OutgoingMail.undoTime
    #expect(mail.date == Date(timeIntervalSince1970: Double(leaves.milliseconds) / 1_000))
    #expect(mail.to == [MailAddress(name: "Μαρία", address: "maria@shop.example")])
    #expect(mail.subject == "Re: Η λάμπα")
    #expect(mail.headers["Auto-Submitted"] == nil && mail.headers["List-Unsubscribe"] == nil)
  }

  @Test(arguments: [
    (Mailbox.SenderName.Style.agent, nil, "Amina"), (.team, nil, "Anemone"),
    (.team, "Ανεμώνη 🪻", "Ανεμώνη 🪻"), (.both, nil, "Amina at Anemone"),
    (.both, "پشتیبانی", "Amina at پشتیبانی"),
  ])
  func `the sender is called as the mailbox says`(
    style: Mailbox.SenderName.Style,
    team: String?,
    name: String
  ) async throws {
    let mail = try await answer(change: { $0.sender = .init(style: style, team: team) }).parsed
    #expect(mail.from == MailAddress(name: name, address: "support@anemone.example"))
  }

  @Test func `what was asked goes along, below the answer and the signature`() async throws {
    let mail = try await answer(words: { letter in
      var words = LetterWords.english
      words.signature = "Amina <A&B>"
      words.attribution = "\(letter.quoted?.author ?? "?") wrote:"
      return words
    }).parsed
    #expect(
      mail.text == """
        It is **here**.

        -- \nAmina <A&B>

        Μαρία wrote:
        > Where is it?
        > > I asked before

        """
    )
    let html = try #require(mail.html)
    #expect(html.contains("<p>It is **here**.</p>") && html.contains("Amina &lt;A&amp;B&gt;"))
    #expect(html.contains("<blockquote type=\"cite\""))
    #expect(html.contains("Where is it?<br>&gt; I asked before</blockquote>"))
  }

  @Test func `nothing goes along where the mailbox says so`() async throws {
    let mail = try await answer(change: { $0.quoting = .nothing }).parsed
    #expect(mail.text == "It is **here**.\n")
    #expect(mail.html?.contains("Where is it?") == false)
    #expect(mail.html?.contains("blockquote") == false)
  }

  @Test func `the recipients of blind copies are named nowhere`() async throws {
    let boss = Correspondent(name: "The Boss", address: try EmailAddress("boss@shop.example"))
    let recipients = MailRecipients(to: [try #require(question.from)], bcc: [boss])
    let (mail, source) = try await answer(recipients: recipients)
    #expect(mail.bcc.isEmpty && mail.cc.isEmpty && mail.to.count == 1)
    #expect(!source.lowercased().contains("boss"))
  }

  @Test(arguments: [
    "https://desk.example/settings/profile",
    "https://\(String(repeating: "very-long-name.", count: 12))example/settings/profile",
  ])
  func `programs are told where its recipient ends it`(address: String) async throws {
    let mail = try await answer(words: { _ in
      var words = LetterWords.english
      words.unsubscribing = address
      return words
    }).parsed
    #expect(mail.headers["List-Unsubscribe"] == "<\(address)>")
  }

  @Test func `right to left is said in the HTML`() async throws {
    let mail = try await answer(
      "اینجاست",
      words: { _ in
        LetterWords(language: "fa", direction: "rtl") { "\($0)، \($1)" }
      }
    ).parsed
    #expect(mail.html?.contains("<html lang=\"fa\" dir=\"rtl\">") == true)
    #expect(mail.text?.hasPrefix("اینجاست") == true)
    #expect(mail.from?.name == "Amina، Anemone")
  }
}

extension LetterWords {
  fileprivate static var english: LetterWords {
    LetterWords(language: "en", direction: "ltr") { "\($0) at \($1)" }
  }
}
