import Storage
import TestSupport
import Testing

@testable import ServiceDesk

/// The ids that requests name, as texts.
struct Ids: Equatable {
  /// What an id is of; path parameters are called like this.
  enum Noun: String, CaseIterable {
    case conversation, customer, agent, team, label, token, attachment, savedReply, inbox
    case mailbox
    /// A mail that could not be taken in.
    case mail
    /// A mail that could not be sent.
    case outgoingMail
    /// A customer who is merged into `customer`.
    case other
    /// A customer who is not.
    case stranger
    /// A conversation by mail that may belong to `conversation`.
    case correspondence
    /// Its first mail, which may still be taken back.
    case message
    /// The first message of `conversation`, from its customer.
    case question
    /// An attachment that shows something.
    case picture
  }

  private var texts: [Noun: String]

  subscript(_ noun: Noun) -> String {
    get { texts[noun, default: "none"] }
    set { texts[noun] = newValue }
  }

  /// Ids of nothing.
  static let absent = Ids(
    texts: Dictionary(uniqueKeysWithValues: Noun.allCases.map { ($0, "123456789") })
  )
}

extension Ids {
  /// The ids of a world, to which it adds what was not there yet.
  init(of world: DeskHarness.World, in harness: DeskHarness) async throws {
    let desk = harness.desk
    let other = try await desk.customer("other", as: world.admin)
    _ = try await desk.perform(
      MergeCustomers(survivor: world.customer, other: other),
      as: world.admin
    )
    let label = try await desk.perform(AddLabel(name: .init("vip")), as: world.admin)
    let token = try await desk.perform(
      IssueToken(name: .init("Old"), grants: .read),
      as: world.admin
    )
    texts = [
      .conversation: world.conversation.description,
      .customer: world.customer.description,
      .agent: world.agent.description,
      .team: world.team.description,
      .label: label.id.description,
      .token: token.token.id.description,
      .attachment: try await desk.attachment("A file.", as: world.admin),
      .other: other.description,
      .stranger: try await desk.customer("stranger", as: world.admin).description,
      .picture: try await desk.attachment("A picture.", type: "image/png", as: world.admin),
      .savedReply: try await desk.perform(
        AddSavedReply(name: .init("Greeting"), text: .init("Dear {{customer.firstName}},")),
        as: world.admin
      ).id.description,
    ]
    texts[.inbox] = try await desk.perform(
      AddInbox(settings: .init(name: Inbox.Name("Shop"))),
      as: world.admin
    ).id.description
    let question = try await desk.answer(
      ListMessages(conversation: world.conversation, window: Window(limit: 1)),
      as: world.admin
    )
    texts[.question] = question.items[0].id.description
    let message = try await harness.correspondence(in: world)
    texts[.correspondence] = message.conversation.description
    texts[.message] = message.id.description
    let mailbox = try await desk.mailbox(as: world.admin)
    texts[.mailbox] = mailbox.description
    texts[.mail] = try await desk.quarantinedMail(as: world.admin).description
    texts[.outgoingMail] = try await desk.failedMail(from: mailbox, as: world.admin).description
  }
}

extension DeskHarness {
  /// The held mail of a new conversation, which may belong to the world's first one.
  fileprivate func correspondence(in world: World) async throws -> Message {
    try await desk.addMailbox(as: world.admin)
    let conversation = try await desk.perform(
      StartConversation(
        customer: CustomerHandle(id: world.customer),
        text: Message.Body("Your lamp is here."),
        channel: .mail
      ),
      as: world.admin
    ).id
    try await database.write { [clock] transaction in
      try transaction.execute(
        """
        INSERT INTO join_proposal (account_id, conversation_id, target_id, reason, created_at)
        VALUES (\(world.account), \(conversation), \(world.conversation), 'subject', \(clock.now))
        """
      )
    }
    let messages = try await desk.answer(
      ListMessages(conversation: conversation, window: Window()),
      as: world.admin
    )
    return messages.items[0]
  }
}

extension Desk {
  /// A mailbox that can send.
  @discardableResult
  func addMailbox(
    at address: String = "support@anemone.example",
    as viewer: Viewer
  ) async throws -> ID<Mailbox> {
    let settings = Mailbox.Settings(
      name: try Mailbox.Name("Support"),
      address: try EmailAddress(address),
      outgoing: try MailServer(host: "mail.anemone.example", port: 465, security: .tls)
    )
    return try await perform(AddMailbox(settings: settings), as: viewer).id
  }

  /// A mailbox whose servers are never reached: nobody speaks to others without encryption.
  @discardableResult
  func mailbox(as viewer: Viewer) async throws -> ID<Mailbox> {
    let server = try MailServer(host: "mail.example.com", port: 143, security: .none, user: "post")
    let settings = Mailbox.Settings(
      name: try Mailbox.Name("Post"),
      address: try EmailAddress("post@anemone.example"),
      incoming: server,
      outgoing: server
    )
    let passwords = MailboxSecrets(incomingPassword: "old-secret", outgoingPassword: "sent-secret")
    return try await perform(
      AddMailbox(settings: settings, secrets: secrets.seal(passwords, of: viewer.account)),
      as: viewer
    ).id
  }

  /// A mail that nobody is known to have sent.
  func quarantinedMail(as viewer: Viewer) async throws -> ID<MailSource> {
    let bytes = Array("Subject: <b>Hello</b>\r\n\r\nWho am I?\r\n".utf8)
    let hash = try await blobs.put(bytes, account: viewer.account.raw)
    let kept = try await perform(
      KeepMail(hash: hash, size: bytes.count, mailbox: nil, arrivedAt: now()),
      as: .system(of: viewer.account)
    )
    try await perform(QuarantineMail(source: kept.source, reason: "noSender"), as: viewer)
    return kept.source
  }

  /// A notice that the mailbox's server has refused.
  func failedMail(from mailbox: ID<Mailbox>, as viewer: Viewer) async throws -> ID<OutgoingMail> {
    let mail = try await perform(PostNotice(mailbox: mailbox), as: viewer)
    let failure = NoteNotSent(mail: mail, error: "550 <no> such user", isFinal: true)
    try await perform(failure, as: viewer)
    return mail
  }

  fileprivate func customer(_ name: String, as viewer: Viewer) async throws -> ID<Customer> {
    let opened = try await perform(
      OpenConversation(
        customer: CustomerHandle(
          identities: [Identity(kind: .external, value: name)],
          name: Customer.Name(name)
        ),
        text: Message.Body("Hello")
      ),
      as: viewer
    )
    return opened.customer.id
  }

  func attachment(
    _ text: String,
    type: String = "text/plain",
    as viewer: Viewer
  ) async throws -> String {
    try await upload(
      Array(text.utf8),
      name: Attachment.FileName("letter.txt"),
      type: Attachment.MediaType(type),
      as: viewer,
      once: nil
    ) { StoredAnswer(status: 201, body: $0.id.description) }.body
  }
}

/// Sends a notice to an agent, as the program does by itself.
private struct PostNotice: Command {
  let mailbox: ID<Mailbox>

  func run(in work: Work) throws -> ID<OutgoingMail> {
    let ben = Correspondent(name: "Ben", address: try EmailAddress("ben@anemone.example"))
    let letter = Letter(
      recipients: MailRecipients(to: [ben]),
      subject: "Two conversations wait",
      text: "secret link"
    )
    let rfcID = try PostMail(kind: .notice, letter: letter, mailbox: mailbox).post(in: work)
    let posted = try work.rows(
      "SELECT id FROM outgoing_mail WHERE account_id = \(work.account) AND rfc_id = \(rfcID)"
    )
    return try #require(posted.first)[0]
  }
}
