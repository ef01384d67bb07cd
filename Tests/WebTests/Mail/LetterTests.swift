import Channels
import Storage
import TestSupport
import Testing

@testable import ServiceDesk
@testable import Web

/// What the mails say that programs write.
@Suite struct LetterTests {
  private let world: DeskHarness
  private let mailbox: Mailbox

  init() async throws {
    world = try await DeskHarness()
    var settings = Mailbox.Settings(
      name: try Mailbox.Name("Help"),
      address: try EmailAddress("help@anemone.example"),
      outgoing: try MailServer(host: "mail.anemone.example", port: 587, security: .startTLS)
    )
    settings.acknowledges = true
    settings.signatures = ["en": "The team of {{account.name}}", "el": "Η ομάδα"]
    mailbox = try await world.desk.perform(AddMailbox(settings: settings), as: world.amina)
  }

  private func write(_ mail: PostMail) async throws -> ID<OutgoingMail> {
    try await world.desk.perform(Post(mail: mail), as: .system(of: world.anemone.account))
  }

  private func words(
    _ kind: OutgoingMail.Kind,
    _ content: Letter.Content,
    language: Language,
    subject: String = ""
  ) async throws -> LetterWords {
    var letter = Letter(
      recipients: MailRecipients(
        to: [Correspondent(address: try EmailAddress("ben@anemone.example"))]
      ),
      subject: subject
    )
    letter.language = language.rawValue
    letter.content = content
    let mail = try await write(
      PostMail(
        kind: kind,
        letter: letter,
        mailbox: mailbox.id,
        conversation: world.anemone.conversation,
        agent: world.ben
      )
    )
    var contents = try await world.desk.answer(
      FindLetter(mail: mail),
      as: .system(of: world.anemone.account)
    )
    contents.link = "https://desk.example/invitation/secret"
    return MailPages.words(of: contents, address: "https://desk.example")
  }

  private func recorded(_ words: LetterWords) -> String {
    // A link is another one each time.
    let text = words.text.replacing(/requests\/[0-9a-z.]+/, with: "requests/LINK")
    return "\(words.direction) \(words.from ?? "–")\n\(words.subject ?? "–")\n\n\(text)\n"
  }

  @Test(arguments: Language.allCases)
  func `what each letter says is as recorded`(language: Language) async throws {
    let conversation = world.anemone.conversation
    let amina = world.anemone.agent
    let note = try await world.desk.perform(
      AddNote(conversation: conversation, text: Message.Body("@Ben, **look**\n\n<b>")),
      as: world.amina
    ).id
    let sealed = try world.desk.secrets.seal("", of: world.anemone.account)
    let letters: [(OutgoingMail.Kind, Letter.Content)] = [
      (.acknowledgement, .answer(.acknowledgement)), (.acknowledgement, .answer(.outOfHours)),
      (.notice, .notice(.assigned, about: nil, by: amina)),
      (.notice, .notice(.assigned, about: nil, by: nil)),
      (.notice, .notice(.mentioned, about: note, by: amina)),
      (.notice, .notice(.written, about: note, by: nil)),
      (.digest, .digest(count: 30, conversations: [conversation])),
      (.digest, .digest(count: 1, conversations: [conversation])),
      (.access, .access(.invitation, link: sealed, by: amina)),
      (.access, .access(.reset, link: sealed, by: nil)),
      (.alert, .alert(.mailboxFailed, mailbox: mailbox.id)),
      (.alert, .alert(.mailQuarantined, mailbox: nil)),
      (.alert, .alert(.loopStopped, mailbox: nil)),
    ]
    var texts: [String] = []
    for (kind, content) in letters {
      texts.append(recorded(try await words(kind, content, language: language)))
    }
    let ids = [conversation.description: "CONVERSATION"]
    let text = ids.reduce(texts.joined(separator: "\n----\n\n")) {
      $0.replacing($1.key, with: $1.value)
    }
    try expectSnapshot(text, named: "letters.\(language.rawValue).txt")
  }

  @Test func `of what programs write, the digest alone is ended in the profile`() async throws {
    let digest = try await words(.digest, .digest(count: 1, conversations: []), language: .greek)
    #expect(digest.unsubscribing == "https://desk.example/settings/profile")
    let notice = Letter.Content.notice(.assigned, about: nil, by: nil)
    #expect(try await words(.notice, notice, language: .greek).unsubscribing == nil)
  }

  @Test func `the account's own words take the place of ours`() async throws {
    _ = try await world.desk.perform(
      SetMailText(
        purpose: .acknowledgement,
        language: LanguageTag("el"),
        subject: MailText.Subject("{{conversation.subject}}"),
        text: MailText.Text("{{customer.firstName}}, {{account.replyTime}}: {{conversation.link}}")
      ),
      as: world.amina
    )
    let own = try await words(.acknowledgement, .answer(.acknowledgement), language: .greek)
    #expect(own.subject == "First order")
    #expect(own.text.hasPrefix("Maria, 4 ώρες: https://desk.example/requests/"))
    let other = try await words(.acknowledgement, .answer(.outOfHours), language: .greek)
    #expect(other.text.contains("Anemone"))
  }

  @Test(arguments: [
    ("Thank you and good luck with it", "Amina, Anemone", "en"),
    ("Ευχαριστούμε πολύ", "Η ομάδα", "el"), ("سپاس فراوان", nil, "fa"),
  ])
  func `an answer is signed in its own language`(
    text: String,
    signature: String?,
    language: String
  ) async throws {
    _ = try await world.desk.perform(
      ChangeMailPreferences(signatures: ["en": "{{agent.name}}, {{account.name}}"]),
      as: world.amina
    )
    let conversation = world.anemone.conversation
    let message = try await world.desk.perform(
      AddNote(conversation: conversation, text: Message.Body(text)),
      as: world.amina
    )
    let letter = Letter(
      recipients: MailRecipients(
        to: [Correspondent(address: try EmailAddress("maria@anemone.example"))]
      ),
      subject: "Re: First order"
    )
    let mail = try await write(
      PostMail(
        kind: .reply,
        letter: letter,
        mailbox: mailbox.id,
        conversation: conversation,
        message: message.id,
        agent: world.anemone.agent
      )
    )
    let contents = try await world.desk.answer(
      FindLetter(mail: mail),
      as: .system(of: world.anemone.account)
    )
    let words = MailPages.words(of: contents, address: "")
    #expect(words.signature == signature && words.language == language)
  }

  @Test(arguments: [
    (1, "1 minute"), (119, "119 minutes"), (120, "2 hours"), (121, "3 hours"),
    (2_879, "48 hours"), (2_880, "2 days"), (43_200, "30 days"),
  ])
  func `how long an answer takes is said in words`(minutes: Int64, words: String) {
    #expect(Language.english.inWords(.minutes(minutes)) == words)
  }

  @Test func `numbers are said in the language's digits`() {
    #expect(Language.persian.inWords(.hours(4)) == "۴ ساعت")
  }

  @Test(arguments: Language.allCases, MailText.Purpose.allCases)
  func `what comes along is a template that can be kept`(
    language: Language,
    purpose: MailText.Purpose
  ) throws {
    let answer = language.answer(purpose)
    _ = try MailTemplate(try MailText.Subject(answer.subject).text)
    _ = try MailTemplate(try MailText.Text(answer.text).text)
  }
}

/// Writes a mail down.
private struct Post: Command {
  let mail: PostMail

  func run(in work: Work) throws -> ID<OutgoingMail> {
    let rfcID = try mail.post(in: work)
    let found = try work.rows(
      "SELECT id FROM outgoing_mail WHERE account_id = \(work.account) AND rfc_id = \(rfcID)"
    )
    guard let row = found.first else { throw AccessFailure.noSuchMail }
    return try row[0]
  }
}
